import { z } from 'zod';
import { wordSets } from '../constructions/construction-rows.ts';
import { nameRows } from '../constructions/name-rows.ts';
import { type Language, type LanguageFile, wordsIn } from '../language.ts';

const words = z.array(z.string().min(1)).default([]);
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

const titleSchema = z.strictObject({
  office: z.string(),
  authority: authoritySchema,
  words,
  usually: code.optional(),
});
const titleWords = {
  powerlessTitles: words,
  keepsPower: words,
  deputies: words,
  notYet: words,
  surnameFirst: words,
  particles: words,
  prefixes: words,
  notNames: words,
  openers: words,
  behindNames: words,
  verbEndings: words,
};
const titlesFile = {
  name: 'titles',
  schema: z.strictObject({
    titles: z.array(titleSchema).default([]),
    composed: z
      .strictObject({
        fields: z.array(z.strictObject({ word: z.string(), office: z.string() })),
        heads: words,
      })
      .default({ fields: [], heads: [] }),
    ...titleWords,
  }),
  without: 'offices before and behind names are not seen',
} as const;

const roleSchema = z.strictObject({
  role: z.string(),
  authority: authoritySchema,
  number: z.enum(['one', 'many']),
  body: z.literal(true).optional(),
  words,
});
const roleWords = {
  powerlessRoles: words,
  officeFirsts: words,
  speech: words,
  focused: words,
  stateNouns: words,
  instruments: words,
};
const rolesFile = {
  name: 'roles',
  schema: z.strictObject({
    roles: z.array(roleSchema).default([]),
    offices: z.record(z.string(), words).default({}),
    ...roleWords,
  }),
  without: 'nobody is found by a role alone, such as “the minister”',
} as const;

const organWords = { stateOrgans: words, onlyMany: words, bodyHeads: words };
const organsFile = {
  name: 'organs',
  schema: z.strictObject({
    common: z.array(z.strictObject({ organ: z.string(), words })).default([]),
    ...organWords,
  }),
  without: 'ministries, parliaments and armies are not found',
} as const;

const namedSchema = z.strictObject({
  name: z.string(),
  role: z.string().optional(),
  authority: authoritySchema.optional(),
  of: code.optional(),
  usually: code.optional(),
  alias: words,
  also: words,
});
const namedKinds = ['seat', 'organ', 'body', 'place', 'unknown'] as const;
const namedFile = {
  name: 'named',
  schema: z.partialRecord(z.enum(namedKinds), z.array(namedSchema)),
  without: 'organs, parties, armed groups and places under proper names are not found',
} as const;

const groupWords = {
  setPersons: words,
  setStates: words,
  bareSets: words,
  vague: words,
  regions: words,
  relations: words,
  hyphened: words,
};
const groupsFile = {
  name: 'groups',
  schema: z.strictObject({
    quantifiers: z.record(z.string(), z.int().min(2)).default({}),
    ...groupWords,
  }),
  without: 'groups of states and persons are not resolved',
} as const;

const focusNameSchema = z.strictObject({
  name: z.string(),
  of: code,
  whereToldOf: z.array(code),
  butNotOf: z.array(code).default([]),
  notBefore: words,
});
export type FocusName = Readonly<z.infer<typeof focusNameSchema>>;

const metonymWords = {
  placePrepositions: words,
  directionPrepositions: words,
  actorHeads: words,
  placeHeads: words,
  placeSubjects: words,
  placeObjects: words,
  placeNouns: words,
  buildingWords: words,
  routeHeads: words,
  routePrepositions: words,
  placeHyphens: words,
  placeTitles: words,
  placePredicates: words,
  sportWords: words,
  targetHeads: words,
  travellers: words,
  sourceHeads: words,
  governmentVerbs: words,
  doubtfulCapitals: words,
};
const metonymsFile = {
  name: 'metonyms',
  schema: z.strictObject({
    focusNames: z.array(focusNameSchema).default([]),
    bodySeats: z.array(z.strictObject({ name: z.string(), bodies: words })).default([]),
    ...metonymWords,
  }),
  without: 'a capital or a seat is not told from the government in it',
} as const;

const weaponWords = {
  weaponNouns: words,
  ambiguousWeapons: words,
  weaponKinds: words,
  weaponTails: words,
  weaponTypes: words,
  numberedTypes: words,
};
const weaponsFile = {
  name: 'weapons',
  schema: z.strictObject(weaponWords),
  without: 'weapons are not found',
} as const;

const labelNames = [
  'former',
  'designated',
  'deputy',
  'government',
  'people',
  'group',
  'body',
] as const;
const noLabels = {
  former: '',
  designated: '',
  deputy: '',
  government: '',
  people: '',
  group: '',
  body: '',
};
const nameWords = {
  definiteArticles: words,
  setOpeners: words,
  partitives: words,
  ownerLinks: words,
  ownerPrepositions: words,
  voicePrepositions: words,
  authorPrepositions: words,
  partnerPrepositions: words,
  meetingVerbs: words,
  stancePrefixes: words,
  joiners: words,
  nameLinks: words,
  setLinks: words,
  possessives: words,
  pluralEndings: words,
  invariableEndings: words,
};
const namesFile = {
  name: 'names',
  schema: z.strictObject({
    labels: z.record(z.enum(labelNames), z.string()).default(noLabels),
    ...nameWords,
  }),
  without: 'names are not joined over the small words between them',
} as const;

const pronounKinds = ['he', 'she', 'it', 'they', 'i', 'we', 'relative', 'both'] as const;
/** What a pronoun may stand for. */
export type PronounKind = (typeof pronounKinds)[number];
const pronounsFile = {
  name: 'pronouns',
  schema: z.partialRecord(z.enum(pronounKinds), words),
  without: 'pronouns are not followed to those they mean',
} as const;

export const actorLexiconFiles: readonly LanguageFile[] = [
  titlesFile,
  rolesFile,
  organsFile,
  namedFile,
  groupsFile,
  metonymsFile,
  weaponsFile,
  namesFile,
  pronounsFile,
];

const lists = {
  ...titleWords,
  ...roleWords,
  ...organWords,
  ...groupWords,
  ...metonymWords,
  ...weaponWords,
  ...nameWords,
};
/** The word lists of all the files. */
export type ActorWords = { readonly [Name in keyof typeof lists]: ReadonlySet<string> };

/** A proper name that the facts do not hold, and what it names. */
export type ListedName = Readonly<z.infer<typeof namedSchema>> & {
  readonly kind: (typeof namedKinds)[number];
};

/** Takes the words for actors out of a language's folder. */
export function actorLexicon(language: Language) {
  const { titles, composed, ...titleLists } = wordsIn(language, titlesFile);
  const { roles, offices, ...roleLists } = wordsIn(language, rolesFile);
  const { common, ...organLists } = wordsIn(language, organsFile);
  const { quantifiers, ...groupLists } = wordsIn(language, groupsFile);
  const { focusNames, bodySeats, ...metonymLists } = wordsIn(language, metonymsFile);
  const { labels, ...nameLists } = wordsIn(language, namesFile);
  const rows = wordsIn(language, namedFile);
  const forms = wordsIn(language, pronounsFile);
  const named = namedKinds.flatMap((kind): ListedName[] =>
    (rows[kind] ?? []).map((row) => ({ ...row, kind })),
  );
  const pronouns = new Map(
    pronounKinds.flatMap((kind) => (forms[kind] ?? []).map((form) => [form, kind] as const)),
  );
  const words = wordSets({
    ...titleLists,
    ...roleLists,
    ...organLists,
    ...groupLists,
    ...metonymLists,
    ...wordsIn(language, weaponsFile),
    ...nameLists,
  });
  return {
    titles,
    composed,
    labels,
    roles,
    offices,
    common,
    quantifiers,
    focusNames,
    bodySeats,
    named,
    pronouns,
    constructions: nameRows(language),
    words,
  };
}

/** The words of one language for actors: rows of its files, and all their word lists as sets. */
export type ActorLexicon = Readonly<ReturnType<typeof actorLexicon>>;
