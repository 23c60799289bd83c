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

export function buildNounLexicon({ titles, roles, organs, groups }: ActorLexicon): NounLexicon {
  const nouns = new Map<string, NounEntry>();
  for (const { role, authority, number, words } of roles.roles) {
    for (const word of words) {
      nouns.set(word, { kind: 'role', role, authority, many: number === 'many' });
    }
  }
  for (const { organ, words } of organs.common) {
    for (const word of words) nouns.set(word, { kind: 'organ', organ });
  }
  const firsts = ['prime', 'vice', 'deputy', 'supreme'];
  return {
    nouns,
    powerless: new Set(roles.powerless),
    offices: roles.offices,
    speech: new Set(roles.speech),
    focused: new Set(roles.focused),
    stateNouns: new Set(roles.stateNouns),
    instruments: new Set(roles.instruments),
    fields: new Set([...titles.composed.fields.map(({ word }) => word.toLowerCase()), ...firsts]),
    setPersons: new Set(groups.sets.persons),
    setStates: new Set(groups.sets.states),
    quantifiers: groups.sets.quantifiers,
    bare: new Set(groups.sets.bare),
    vague: new Set(groups.vague.map((phrase) => phrase.toLowerCase())),
    regions: new Set(groups.regions.map((word) => word.toLowerCase())),
    relations: new Set(groups.relations),
    hyphened: new Set(groups.hyphened),
  };
}
