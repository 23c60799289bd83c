import type { AgreementWords } from '../../reference/agreement-lexicon.ts';
import type { InstrumentMention } from './instrument.ts';

/** The lists of the lexicon as sets, made once. */
export interface InstrumentWords {
  readonly strength: ReadonlyMap<string, InstrumentMention['strength']>;
  readonly parts: ReadonlySet<string>;
  readonly kinds: readonly {
    readonly phrase: string;
    readonly type: string;
    readonly not: ReadonlySet<string>;
  }[];
  readonly marks: ReadonlySet<string>;
  readonly notOurs: ReadonlySet<string>;
  readonly newer: ReadonlySet<string>;
  readonly older: ReadonlySet<string>;
  readonly existing: ReadonlySet<string>;
  readonly signing: ReadonlySet<string>;
  /** Verbs by which outsiders speak of an instrument: `condemn`, `welcome`. */
  readonly judging: ReadonlySet<string>;
  readonly halting: ReadonlySet<string>;
  readonly membership: ReadonlySet<string>;
  readonly joining: ReadonlySet<string>;
  readonly leaving: ReadonlySet<string>;
  readonly replaces: ReadonlySet<string>;
  readonly notSo: ReadonlySet<string>;
  readonly ownVerbs: ReadonlySet<string>;
  readonly partyWords: ReadonlySet<string>;
  readonly partyVerbs: ReadonlySet<string>;
  readonly partiesOnly: ReadonlySet<string>;
  /** Nouns of what happens to an instrument: `talks`, `signing`. */
  readonly nouns: ReadonlySet<string>;
  readonly signatures: readonly string[];
  readonly statuses: AgreementWords['statuses'];
}

export function buildInstrumentWords(words: AgreementWords): InstrumentWords {
  const strength = new Map<string, InstrumentMention['strength']>();
  for (const word of words.instruments.relation) strength.set(word, 'relation');
  for (const word of words.instruments.middle) strength.set(word, 'middle');
  for (const word of words.soft) strength.set(word, 'soft');
  for (const word of words.instruments.formal) strength.set(word, 'formal');
  const kinds = words.kinds.flatMap(({ words: phrases, type, notBefore }) =>
    phrases.map((phrase) => ({ phrase, type, not: new Set(notBefore) })),
  );
  return {
    strength,
    parts: new Set(words.parts),
    // Longest first, so that `mutual defence` is not taken for `defence`.
    kinds: kinds.sort((a, b) => b.phrase.length - a.phrase.length),
    marks: new Set(words.marks),
    notOurs: new Set(words.notOurs),
    newer: new Set(words.newer),
    older: new Set(words.older),
    existing: new Set(words.existing),
    signing: new Set(words.signing),
    judging: new Set(words.judging),
    halting: new Set(words.halting),
    membership: new Set(words.membership),
    joining: new Set(words.joining),
    leaving: new Set(words.leaving),
    replaces: new Set(words.replaces),
    notSo: new Set(words.notSo),
    ownVerbs: new Set(words.ownVerbs),
    partyWords: new Set(words.partyWords),
    partyVerbs: new Set(words.partyVerbs),
    partiesOnly: new Set(words.partiesOnly),
    nouns: new Set(words.statuses.flatMap(({ nouns }) => nouns)),
    signatures: words.signatures,
    statuses: words.statuses,
  };
}
