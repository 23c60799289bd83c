import type { Certainty, Stance } from '../../model/reading.ts';
import { attributionRows } from '../../reference/constructions/attribution-rows.ts';
import type { Language } from '../../reference/language.ts';
import {
  type CueFiles,
  type CueFrames,
  type CueWeights,
  cueFiles,
  type Hedges,
} from '../../reference/words/cue-lexicon.ts';
import { type GrammarWords, grammarWords } from '../../reference/words/grammar-words.ts';
import { type StanceWords, stanceWords } from '../../reference/words/stance-words.ts';
import { createInflection, type Inflection } from '../grammar/inflect.ts';
import type { CueKind, CueWord, RowIndex } from './cue-word.ts';
import { compileRows, weightOf } from './find/compile-rows.ts';

/** The cue files made ready for look-up by the form that stands in the text, in lower case. */
export interface CueLexicon {
  readonly words: ReadonlyMap<string, readonly CueWord[]>;
  readonly rows: RowIndex;
  /** A cue word that lends nothing: that of phrases and marks. */
  readonly plain: CueWord;
  readonly documents: ReadonlySet<string>;
  readonly weights: CueWeights;
  readonly hedges: ReadonlyMap<string, Hedges['hedges'][number]>;
  readonly positive: ReadonlySet<string>;
  readonly negative: ReadonlySet<string>;
  readonly speakers: SpeakerLexicon;
  readonly stances: StanceWords;
  readonly grammar: GrammarWords;
}

/** Words by which a source says who it is, or that it says nothing. */
export interface SpeakerLexicon {
  readonly anonymous: ReadonlySet<string>;
  readonly quantifiers: ReadonlySet<string>;
  readonly spokespeople: ReadonlySet<string>;
  readonly ranks: ReadonlySet<string>;
  readonly formulas: readonly string[];
  readonly numbers: ReadonlyMap<string, number>;
  /** Words before one person: `a senior official`. */
  readonly single: ReadonlySet<string>;
  readonly silentVerbs: ReadonlySet<string>;
  readonly silentNouns: ReadonlySet<string>;
}

/** Expands the groups of the files: members inherit what they do not say themselves. */
export function makeCueLexicon(language: Language): CueLexicon {
  const files = cueFiles(language);
  const grammar = grammarWords(language);
  const inflection = createInflection(language);
  const { verbForms, nounForms } = inflection;
  const { phrases, hedges, evaluations, weights } = files;
  const documents = formsOf(phrases.documents, nounForms);
  const rows = compileRows(attributionRows(language), {
    ...grammar,
    documents,
    lightVerbs: formsOf(phrases.lightVerbs, verbForms),
    copulas: formsOf(phrases.copulas, verbForms),
    surveys: formsOf(phrases.surveys, nounForms),
  });
  return {
    words: indexWords(files, rows, inflection),
    rows,
    plain: withRows(makeCue('none', '', { stance: 'asserts' }), rows),
    documents,
    weights,
    hedges: new Map(hedges.hedges.map((hedge) => [hedge.word, hedge])),
    positive: new Set(evaluations.positive),
    negative: new Set(evaluations.negative),
    speakers: makeSpeakers(files.speakers, nounForms),
    stances: stanceWords(files.stances),
    grammar,
  };
}

function makeSpeakers(
  files: CueFiles['speakers'],
  nounForms: Inflection['nounForms'],
): SpeakerLexicon {
  const nouns = files.anonymous.map((word) => word.toLowerCase());
  return {
    anonymous: formsOf(nouns, nounForms),
    quantifiers: new Set(files.quantifiers),
    spokespeople: formsOf(files.spokespeople, nounForms),
    ranks: new Set(files.ranks),
    formulas: files.formulas,
    numbers: new Map(Object.entries(files.numbers)),
    single: new Set(files.single),
    silentVerbs: new Set(files.silentVerbs),
    silentNouns: new Set(files.silentNouns),
  };
}

/** What a group lends its members, or a member says itself. */
interface Lent {
  readonly stance?: Stance | undefined;
  readonly certainty?: Certainty | undefined;
  readonly frames?: CueFrames | undefined;
  readonly with?: Readonly<Record<string, number>> | undefined;
  readonly hearer?: true | undefined;
  readonly sourceless?: number | undefined;
  readonly light?: number | undefined;
  readonly evaluation?: true | undefined;
}

type BareCue = Omit<CueWord, 'rows'>;

function makeCue(kind: CueWord['kind'], words: string, group: Lent, member: Lent = {}): BareCue {
  const [word, ...rest] = words.split(' ');
  const certainty = member.certainty ?? group.certainty;
  return {
    kind,
    word,
    rest,
    stance: member.stance ?? group.stance ?? 'asserts',
    ...(certainty === undefined ? {} : { certainty }),
    frames: { ...group.frames, ...member.frames },
    governs: new Map(Object.entries({ ...group.with, ...member.with })),
    hearer: (member.hearer ?? group.hearer) === true,
    sourceless: member.sourceless ?? group.sourceless ?? 0,
    light: member.light ?? group.light ?? 0,
    evaluation: group.evaluation === true,
  };
}

const kindsOf: Readonly<Record<CueWord['kind'], readonly CueKind[]>> = {
  verb: ['speech tag', 'active verb', 'passive verb'],
  noun: ['noun'],
  adjective: ['adjective'],
  adverb: ['adverb'],
  none: ['colon'],
};

/** A word keeps only the rows that it gives a weight: so it never meets the others. */
function withRows(cue: BareCue, index: RowIndex): CueWord {
  const word: CueWord = { ...cue, rows: new Map() };
  const rows = kindsOf[cue.kind].map((kind) => {
    const all = index.byKind.get(kind) ?? [];
    return [kind, all.filter(({ row }) => weightOf(row, word) > 0)] as const;
  });
  return { ...cue, rows: new Map(rows) };
}

function indexWords(
  files: CueFiles,
  rows: RowIndex,
  { verbForms, nounForms }: Inflection,
): Map<string, CueWord[]> {
  const index = new Map<string, CueWord[]>();
  const put = (forms: readonly string[], bare: BareCue) => {
    const cue = withRows(bare, rows);
    for (const form of forms) index.set(form, [...(index.get(form) ?? []), cue]);
  };
  for (const { verbs, ...group } of files.verbs.groups) {
    for (const entry of verbs) {
      const member = typeof entry === 'string' ? { verb: entry } : entry;
      const cue = makeCue('verb', member.verb, group, member);
      put(verbForms(cue.word), cue);
    }
  }
  for (const { nouns, ...group } of files.nouns.groups) {
    for (const entry of nouns) {
      const member = typeof entry === 'string' ? { noun: entry } : entry;
      const cue = makeCue('noun', member.noun, group, member);
      put(nounForms(cue.word), cue);
    }
  }
  for (const { adjectives, ...group } of files.adjectives.groups) {
    for (const entry of adjectives) {
      const member = typeof entry === 'string' ? { adjective: entry } : entry;
      put([member.adjective], makeCue('adjective', member.adjective, group, member));
    }
  }
  for (const { adverb, cue, certainty } of files.phrases.adverbs) {
    put([adverb], makeCue('adverb', adverb, { certainty, frames: { adverb: cue } }));
  }
  return index;
}

function formsOf(words: readonly string[], inflect: (word: string) => string[]): Set<string> {
  return new Set(words.flatMap(inflect));
}
