import { z } from 'zod';
import { type Language, type LanguageFile, wordsIn } from './language.ts';

const words = z.array(z.string().min(1));
const code = z.string().regex(/^[A-Z]{3}$/);

const authoritySchema = z.enum([
  'state',
  'inherit',
  'organisation',
  'subnational',
  'party',
  'people',
  'armed',
  'private',
  'honour',
]);
/** For whom the holder of a title or the bearer of a role speaks. */
export type Authority = z.infer<typeof authoritySchema>;

const titlesSchema = z.strictObject({
  titles: z.array(
    z.strictObject({
      office: z.string(),
      authority: authoritySchema,
      words,
      usually: code.optional(),
    }),
  ),
  composed: z.strictObject({
    fields: z.array(z.strictObject({ word: z.string(), office: z.string() })),
    heads: words,
  }),
  modifiers: z.strictObject({
    powerless: words,
    keeps: words,
    deputy: words,
    afterPowerless: words,
  }),
  surnameFirst: z.array(code),
  particles: words,
  notNames: words,
  openers: words,
  verbsBehind: words,
});

const rolesSchema = z.strictObject({
  roles: z.array(
    z.strictObject({
      role: z.string(),
      authority: authoritySchema,
      number: z.enum(['one', 'many']),
      words,
    }),
  ),
  powerless: words,
  offices: z.record(z.string(), words),
  speech: words,
  focused: words,
  stateNouns: words,
  instruments: words,
});

const namedOrganSchema = z.strictObject({
  name: z.string(),
  also: words.optional(),
  organ: z.string(),
  of: code.optional(),
  usually: code.optional(),
});

const organsSchema = z.strictObject({
  common: z.array(z.strictObject({ organ: z.string(), words })),
  named: z.array(namedOrganSchema),
  ownVoice: z.array(
    z.strictObject({
      name: z.string(),
      also: words.optional(),
      what: z.string(),
      of: code.optional(),
      usually: code.optional(),
    }),
  ),
  bodyHeads: words,
  armedGroups: z.array(
    z.strictObject({ name: z.string(), also: words.optional(), home: code.optional() }),
  ),
});

const groupsSchema = z.strictObject({
  sets: z.strictObject({
    persons: words,
    states: words,
    quantifiers: z.record(z.string(), z.int().min(2)),
    bare: words,
    each: words,
  }),
  others: words,
  vague: words,
  regions: words,
  relations: words,
  hyphened: words,
});

const metonymsSchema = z.strictObject({
  placePrepositions: words,
  directionPrepositions: words,
  actorHeads: words,
  placeHeads: words,
  placeSubjects: words,
  placeObjects: words,
  placeNouns: words,
  buildingWords: words,
  routeHeads: words,
  placePredicates: words,
  sportWords: words,
  targetHeads: words,
  travellers: words,
  sourceHeads: words,
  governmentVerbs: words,
  seats: z.array(
    z.strictObject({ name: z.string(), also: words.optional(), organ: z.string(), of: code }),
  ),
  focusNames: z.array(
    z.strictObject({
      name: z.string(),
      of: code,
      whereToldOf: z.array(code),
      butNotOf: z.array(code).optional(),
      notBefore: words,
    }),
  ),
  places: z.array(
    z.strictObject({ name: z.string(), also: words.optional(), in: code.optional() }),
  ),
  doubtfulCapitals: words,
  bodySeats: z.array(z.strictObject({ name: z.string(), bodies: words })),
  notStates: words,
});

const weaponsSchema = z.strictObject({
  heads: words,
  needsKind: words,
  kinds: words,
  types: words,
  needsDigits: words,
});

export type Titles = Readonly<z.infer<typeof titlesSchema>>;
export type Roles = Readonly<z.infer<typeof rolesSchema>>;
export type Organs = Readonly<z.infer<typeof organsSchema>>;
export type Groups = Readonly<z.infer<typeof groupsSchema>>;
export type Metonyms = Readonly<z.infer<typeof metonymsSchema>>;
export type Weapons = Readonly<z.infer<typeof weaponsSchema>>;

const titlesFile = {
  name: 'titles',
  schema: titlesSchema,
  without: 'offices before and behind names are not seen',
} as const;
const rolesFile = {
  name: 'roles',
  schema: rolesSchema,
  without: 'nobody is found by a role alone, such as “the minister”',
} as const;
const organsFile = {
  name: 'organs',
  schema: organsSchema,
  without: 'ministries, parliaments and armed groups are not found',
} as const;
const groupsFile = {
  name: 'groups',
  schema: groupsSchema,
  without: 'groups of states and persons are not resolved',
} as const;
const metonymsFile = {
  name: 'metonyms',
  schema: metonymsSchema,
  without: 'a capital or a seat is not told from the government in it',
} as const;
const weaponsFile = {
  name: 'weapons',
  schema: weaponsSchema,
  without: 'weapons are not found',
} as const;

export const actorLexiconFiles: readonly LanguageFile[] = [
  titlesFile,
  rolesFile,
  organsFile,
  groupsFile,
  metonymsFile,
  weaponsFile,
];

/** The words of a language for actors. */
export interface ActorLexicon {
  readonly titles: Titles;
  readonly roles: Roles;
  readonly organs: Organs;
  readonly groups: Groups;
  readonly metonyms: Metonyms;
  readonly weapons: Weapons;
}

/** Takes the words for actors out of a language's folder. */
export function actorLexicon(language: Language): ActorLexicon {
  return {
    titles: wordsIn(language, titlesFile),
    roles: wordsIn(language, rolesFile),
    organs: wordsIn(language, organsFile),
    groups: wordsIn(language, groupsFile),
    metonyms: wordsIn(language, metonymsFile),
    weapons: wordsIn(language, weaponsFile),
  };
}
