import type { ActorLexicon, Authority } from '../../reference/actor-lexicon.ts';

/** What a common noun says about whom it stands for. */
export type NounEntry =
  | { readonly kind: 'organ'; readonly organ: string }
  | {
      readonly kind: 'role';
      readonly role: string;
      readonly authority: Authority;
      readonly many: boolean;
    };

/** The lexicon's lists as sets and maps, made once. */
export interface NounLexicon {
  readonly nouns: ReadonlyMap<string, NounEntry>;
  readonly powerless: ReadonlySet<string>;
  readonly offices: Readonly<Record<string, readonly string[]>>;
  readonly speech: ReadonlySet<string>;
  readonly focused: ReadonlySet<string>;
  readonly stateNouns: ReadonlySet<string>;
  readonly instruments: ReadonlySet<string>;
  /** First words of offices: `foreign`, `prime`. */
  readonly fields: ReadonlySet<string>;
  readonly setPersons: ReadonlySet<string>;
  readonly setStates: ReadonlySet<string>;
  readonly quantifiers: Readonly<Record<string, number>>;
  readonly bare: ReadonlySet<string>;
  readonly vague: ReadonlySet<string>;
  readonly regions: ReadonlySet<string>;
  readonly relations: ReadonlySet<string>;
  readonly hyphened: ReadonlySet<string>;
}

export function buildNounLexicon(lexicon: ActorLexicon): NounLexicon {
  const { composed, roles, offices, common, quantifiers, words: w } = lexicon;
  const nouns = new Map<string, NounEntry>();
  for (const { role, authority, number, words } of roles) {
    for (const word of words) {
      nouns.set(word, { kind: 'role', role, authority, many: number === 'many' });
    }
  }
  for (const { organ, words } of common) {
    for (const word of words) nouns.set(word, { kind: 'organ', organ });
  }
  return {
    nouns,
    powerless: w.powerlessRoles,
    offices,
    speech: w.speech,
    focused: w.focused,
    stateNouns: w.stateNouns,
    instruments: w.instruments,
    fields: new Set([...composed.fields.map(({ word }) => word.toLowerCase()), ...w.officeFirsts]),
    setPersons: w.setPersons,
    setStates: w.setStates,
    quantifiers,
    bare: w.bareSets,
    vague: w.vague,
    regions: w.regions,
    relations: w.relations,
    hyphened: w.hyphened,
  };
}
