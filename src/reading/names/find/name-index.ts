import type { Interval } from '../../../base/day.ts';
import { edtfInterval } from '../../../base/edtf.ts';
import type { HeldOffice, Reference } from '../../../reference/reference.ts';
import type { ActorLexicon, Authority } from '../../../reference/words/actor-lexicon.ts';
import { hasEnding } from '../../grammar/endings.ts';
import { type NameFacts, type NameKind, personId } from '../name-span.ts';
import { scanWords } from '../scan-words.ts';
import { addPhrase, emptyTrie, longestMatch, spellingsOf, type WordTrie } from '../word-trie.ts';

/** Why a name may not mean what it is taken for. */
export type Doubt =
  /** Also other things than its state, so its neighbours in the text are looked at. */
  | 'ambiguous'
  /** Also an everyday word: only where the state is told of elsewhere in the report. */
  | 'everyday'
  /** The state is only the usual one: another one named beside it wins. */
  | 'usual'
  /** One capitalised word that nothing explains: dropped unless a later step links it. */
  | 'single';

/** What a name may stand for. */
export interface NameEntry extends NameFacts {
  readonly doubt?: Doubt;
  /** Only behind an article: `the States`. */
  readonly article?: boolean;
  /** The days on which it does. */
  readonly valid?: Interval;
  /** For persons: all offices known, latest first. */
  readonly offices?: readonly HeldOffice[];
}

export interface TitleEntry {
  readonly title: string;
  readonly office: string;
  readonly authority: Authority;
  /** The state meant where the text names none. */
  readonly usually?: string;
}

export interface NameIndex {
  readonly names: WordTrie<NameEntry>;
  /** Names of the organisations, by id. */
  readonly bodies: ReadonlyMap<string, string>;
  /** Titles by their words in lower case. */
  readonly titles: WordTrie<TitleEntry>;
  /** Short names of office holders; used alone only where one holder of the day bears them. */
  readonly shortNames: ReadonlyMap<string, readonly NameEntry[]>;
  /** What stands behind a title in a holder's names: `Salman` of `King Salman`. */
  readonly titledNames: ReadonlyMap<string, readonly NameEntry[]>;
}

type Add = (name: string, entry: NameEntry) => void;

/** All names the facts and the lexicon know, in one trie by words, and all titles in another. */
export function buildNameIndex(reference: Reference, lexicon: ActorLexicon): NameIndex {
  const names = emptyTrie<NameEntry>();
  const add: Add = (name, entry) => {
    const [first, ...rest] = name.split(' ');
    const article = rest.length > 0 && lexicon.words.definiteArticles.has(first.toLowerCase());
    const kept = article ? { ...entry, article } : entry;
    for (const spelling of spellingsOf(article ? rest.join(' ') : name)) {
      addPhrase(names, spelling, kept);
    }
  };
  addStates(add, reference, lexicon);
  addOrganisations(add, reference);
  addListed(add, reference, lexicon);
  const titles = buildTitles(lexicon);
  const bodies = new Map([...reference.organisations].map(([id, body]) => [id, body.names[0]]));
  return { names, bodies, titles, ...addPersons(add, reference, titles) };
}

/** Those made of a field and a head included: `Foreign Minister`. */
function buildTitles({ titles, composed }: ActorLexicon): WordTrie<TitleEntry> {
  const root = emptyTrie<TitleEntry>();
  const lower = (form: string) => form.toLowerCase();
  const add = (entry: TitleEntry) => addPhrase(root, entry.title, entry, lower);
  for (const { words, ...entry } of titles) for (const title of words) add({ ...entry, title });
  for (const { word, office } of composed.fields) {
    for (const head of composed.heads)
      add({ title: `${word} ${head}`, office, authority: 'state' });
  }
  return root;
}

function addStates(add: Add, reference: Reference, { words }: ActorLexicon): void {
  for (const { code, names, exists, ...state } of reference.states.values()) {
    const { name } = names.find(({ kind }) => kind === 'short') ?? names[0];
    const life = { from: exists[0].from, until: exists.at(-1)?.until };
    const during = ({ from = life.from, until = life.until }: Interval) => ({ from, until });
    for (const row of names) {
      const valid = during(row);
      const because = `a name of ${code}${valid.until ? `, until ${valid.until}` : ''}`;
      const doubt = state.ambiguous?.includes(row.name) ? 'ambiguous' : undefined;
      add(row.name, { kind: 'state', name, id: code, state: code, doubt, valid, because });
    }
    for (const row of state.demonyms) {
      const itself = { name, id: code, state: code, valid: during(row) };
      add(row.word, { ...itself, kind: 'demonym', because: `the adjective of ${code}` });
      if (row.noun === undefined || row.noun === row.word) continue;
      const people = { ...itself, kind: 'people', because: `the people of ${code}` } as const;
      for (const form of pluralsOf(row.noun, words)) add(form, people);
    }
    for (const row of state.capitals) {
      const capital = { kind: 'capital', state: code, valid: during(row) } as const;
      for (const form of formsOf(row)) {
        const doubt = words.doubtfulCapitals.has(form) ? 'everyday' : undefined;
        add(form, { ...capital, name: form, doubt, because: `the capital of ${code}` });
      }
    }
    for (const { name: seat, organ: role, ...days } of state.seats ?? []) {
      const because = `${role} of ${code} by its seat`;
      add(seat, { kind: 'seat', name: seat, state: code, role, valid: during(days), because });
    }
  }
}

/** A people as a noun and its plural: `Russian`, `Russians`; `Japanese` stays as it is. */
function pluralsOf(noun: string, words: ActorLexicon['words']): string[] {
  if (hasEnding(noun, words.invariableEndings)) return [noun];
  return [noun, ...[...words.pluralEndings].map((ending) => noun + ending)];
}

function formsOf(row: { readonly name: string; readonly also?: readonly string[] }): string[] {
  return [row.name, ...(row.also ?? [])];
}

function addOrganisations(add: Add, reference: Reference): void {
  for (const { id, names, exists: valid, seats } of reference.organisations.values()) {
    const role = names[0];
    const because = `the organisation ${id} by name`;
    for (const name of names) add(name, { kind: 'organisation', name: role, id, valid, because });
    for (const name of seats ?? []) {
      add(name, { kind: 'seat', name, id, role, valid, because: `${role} of ${id} by its seat` });
    }
  }
}

/** Names that the lexicon lists: seats, organs, bodies, places, and what is none of these. */
function addListed(add: Add, reference: Reference, { named }: ActorLexicon): void {
  for (const { kind, role, authority, of, usually, alias, ...row } of named) {
    const state = of ?? usually;
    const because = whyListed(kind, role, state);
    const doubt = usually === undefined ? undefined : 'usual';
    const entry = { kind, role, authority, state, doubt, because } as const;
    for (const form of formsOf(row)) add(form, { ...entry, name: form });
    for (const form of alias) add(form, { ...entry, name: row.name });
  }
  for (const { id, of: state, ...place } of reference.places.values()) {
    for (const form of formsOf(place)) {
      add(form, { kind: 'place', name: place.name, id, state, because: 'listed by name' });
    }
  }
}

function whyListed(kind: NameKind, role = kind as string, state?: string): string {
  if (kind === 'seat') return `${role} of ${state} by its seat`;
  if (kind === 'organ') return `${role}${state ? ` of ${state}` : ''} by name`;
  return role === kind ? 'listed by name' : `${role}, listed by name`;
}

function addPersons(
  add: Add,
  reference: Reference,
  titles: WordTrie<TitleEntry>,
): Pick<NameIndex, 'shortNames' | 'titledNames'> {
  const shortNames = new Map<string, NameEntry[]>();
  const titledNames = new Map<string, NameEntry[]>();
  const startOf = ({ from = '0001' }: HeldOffice) => edtfInterval(from)?.from ?? '0001-01-01';
  for (const [name, held] of Map.groupBy(reference.leaders, ({ person }) => person)) {
    const offices = held.toSorted((a, b) => (startOf(a) < startOf(b) ? 1 : -1));
    const because = 'a holder of offices';
    const entry: NameEntry = { kind: 'person', name, id: personId(name), offices, because };
    for (const form of new Set([name, ...held.flatMap(({ variants }) => variants ?? [])])) {
      const words = scanWords(form);
      const lower = words.map((word) => word.form.toLowerCase());
      const title = longestMatch(titles, lower, 0, () => false);
      if (title && form !== name) {
        put(titledNames, form.slice(words[title.end]?.start ?? form.length), entry);
      } else if (form.includes(' ')) add(form, entry);
    }
    for (const short of shortFormsOf(entry)) put(shortNames, short, entry);
  }
  return { shortNames, titledNames };
}

/** Short forms of one person, as the facts print them. */
export function shortFormsOf({ offices = [] }: Partial<NameEntry> = {}): string[] {
  const single = offices
    .flatMap(({ variants }) => variants ?? [])
    .filter((form) => !/ /.test(form));
  return [...new Set([...offices.map(({ short }) => short), ...single])];
}

function put(into: Map<string, NameEntry[]>, key: string, entry: NameEntry): void {
  if (key !== '') into.set(key, [...(into.get(key) ?? []), entry]);
}
