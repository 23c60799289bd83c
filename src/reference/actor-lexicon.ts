import { z } from 'zod';
import { languageFile } from './language-file.ts';

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

/** Schemas of the files, by path inside the data folder. */
export const actorLexiconSchemas: Readonly<Record<string, z.ZodType>> = {
  'language/en/titles.yaml': titlesSchema,
  'language/en/roles.yaml': rolesSchema,
  'language/en/organs.yaml': organsSchema,
  'language/en/groups.yaml': groupsSchema,
  'language/en/metonyms.yaml': metonymsSchema,
  'language/en/weapons.yaml': weaponsSchema,
};

/** The English words for actors, from `data/language/en`. */
export interface ActorLexicon {
  readonly titles: Titles;
  readonly roles: Roles;
  readonly organs: Organs;
  readonly groups: Groups;
  readonly metonyms: Metonyms;
  readonly weapons: Weapons;
}

/** Takes the words for actors out of the checked facts, where their schemas have met them. */
export function actorLexicon(language: ReadonlyMap<string, unknown>): ActorLexicon {
  const take = (name: string) => languageFile(language, name);
  return {
    titles: take('titles') as Titles,
    roles: take('roles') as Roles,
    organs: take('organs') as Organs,
    groups: take('groups') as Groups,
    metonyms: take('metonyms') as Metonyms,
    weapons: take('weapons') as Weapons,
  };
}
