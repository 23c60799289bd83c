import type { Interval } from '../../base/day.ts';
import { edtfInterval } from '../../base/edtf.ts';
import type { ActorLexicon } from '../../reference/actor-lexicon.ts';
import type { HeldOffice, Reference } from '../../reference/reference.ts';
import type { NameKind } from './name-span.ts';
import { scanWords } from './scan-words.ts';
import { type TitleIndex, titleAt } from './title-index.ts';

/** What a name may stand for, and when. */
export interface NameEntry extends Interval {
  readonly kind: NameKind;
  readonly name: string;
  readonly id?: string;
  readonly state?: string;
  readonly role?: string;
  /** Also other things than its state, so its neighbours in the text are looked at. */
  readonly ambiguous?: true;
  /** Only where the state is told of elsewhere in the report. */
  readonly doubtful?: true;
  /** Only behind `the`: `the States`. */
  readonly article?: true;
  /** The state fixed by `usually`: another one named in the text wins. */
  readonly usual?: true;
  /** For persons: all offices known, latest first. */
  readonly offices?: readonly HeldOffice[];
}

/** A node of the word trie: the next word leads on, entries end here. */
export interface TrieNode {
  readonly next: Map<string, TrieNode>;
  entries: NameEntry[];
}

export interface NameIndex {
  readonly names: TrieNode;
  /** Short names of office holders; used alone only where one holder of the day bears them. */
  readonly shortNames: ReadonlyMap<string, readonly NameEntry[]>;
  /** What stands behind a title in a holder's names: `Salman` of `King Salman`. */
  readonly titledNames: ReadonlyMap<string, readonly NameEntry[]>;
}

/** Short forms of one person, as the facts print them. */
export function shortFormsOf(entry: NameEntry): readonly string[] {
  const held = entry.offices ?? [];
  const variants = held.flatMap((office) => office.variants ?? []);
  const single = variants.filter((form) => !form.includes(' '));
  return [...new Set([...held.map((office) => office.short), ...single])];
}

/** Follows the words as far as the trie goes; the longest end, or `undefined`. */
export function longestMatch(
  root: TrieNode,
  forms: readonly string[],
  at: number,
  stop: (index: number) => boolean,
): { end: number; entries: readonly NameEntry[] } | undefined {
  let node = root;
  let best: { end: number; entries: readonly NameEntry[] } | undefined;
  for (let index = at; index < forms.length; index++) {
    if (index > at && stop(index)) break;
    const next = node.next.get(forms[index]);
    if (next === undefined) break;
    node = next;
    if (node.entries.length > 0) best = { end: index + 1, entries: node.entries };
  }
  return best;
}

export function emptyTrie(): TrieNode {
  return { next: new Map(), entries: [] };
}

/** Puts a name into the trie under its words, and under `U.S.` where it is written `US`. */
export function addName(root: TrieNode, name: string, entry: NameEntry): void {
  const bare = name.replace(/^[Tt]he /, '');
  const kept: NameEntry = bare === name ? entry : { ...entry, article: true };
  const forms = /^\p{Lu}{2,4}$/u.test(bare) ? [bare, `${[...bare].join('.')}.`] : [bare];
  const plain = bare.normalize('NFD').replace(/\p{M}/gu, '');
  if (plain !== bare) forms.push(plain);
  for (const form of forms) {
    let node = root;
    for (const word of scanWords(form)) {
      let next = node.next.get(word.form);
      if (next === undefined) {
        next = emptyTrie();
        node.next.set(word.form, next);
      }
      node = next;
    }
    if (!node.entries.includes(kept)) node.entries.push(kept);
  }
}

/** All names the facts and the lexicon know, in one trie by words. */
export function buildNameIndex(
  reference: Reference,
  lexicon: ActorLexicon,
  titles: TitleIndex,
): NameIndex {
  const names = emptyTrie();
  addStates(names, reference, lexicon);
  addOrganisations(names, reference);
  addPlaces(names, reference, lexicon);
  addOrgans(names, lexicon);
  return { names, ...addPersons(names, reference, titles) };
}

function addStates(root: TrieNode, reference: Reference, lexicon: ActorLexicon): void {
  const doubtful = new Set(lexicon.metonyms.doubtfulCapitals);
  for (const state of reference.states.values()) {
    const code = state.code;
    const short = state.names.find((name) => name.kind === 'short') ?? state.names[0];
    const base = { state: code, id: code, name: short.name };
    const life = { from: state.exists[0].from, until: state.exists.at(-1)?.until };
    const dated = <T extends Interval>({ from, until }: T): Interval => ({
      from: from ?? life.from,
      until: until ?? life.until,
    });
    for (const { name, ...days } of state.names) {
      const ambiguous = state.ambiguous?.includes(name) ? ({ ambiguous: true } as const) : {};
      addName(root, name, { ...base, kind: 'state', ...dated(days), ...ambiguous });
    }
    for (const { word, noun, ...days } of state.demonyms) {
      const people: NameEntry = { ...base, kind: 'people', ...dated(days) };
      addName(root, word, { ...people, kind: 'demonym' });
      if (noun === undefined || noun === word) continue;
      addName(root, noun, people);
      if (!/(s|ese|ish)$/.test(noun)) addName(root, `${noun}s`, people);
    }
    for (const { name, also, ...days } of state.capitals) {
      for (const form of [name, ...(also ?? [])]) {
        const mark = doubtful.has(form) ? ({ doubtful: true } as const) : {};
        addName(root, form, { ...dated(days), kind: 'capital', name: form, state: code, ...mark });
      }
    }
    for (const { name, organ, ...days } of state.seats ?? []) {
      addName(root, name, { ...dated(days), kind: 'seat', name, state: code, role: organ });
    }
  }
  for (const { name, also, organ, of } of lexicon.metonyms.seats) {
    for (const form of [name, ...(also ?? [])]) {
      addName(root, form, { kind: 'seat', name: form, state: of, role: organ });
    }
  }
}

function addOrganisations(root: TrieNode, reference: Reference): void {
  for (const { id, names, exists, seats } of reference.organisations.values()) {
    for (const name of names) {
      addName(root, name, { kind: 'organisation', name: names[0], id, ...exists });
    }
    for (const seat of seats ?? []) {
      addName(root, seat, { kind: 'seat', name: seat, id, role: names[0], ...exists });
    }
  }
}

function addPlaces(root: TrieNode, reference: Reference, lexicon: ActorLexicon): void {
  for (const { name, also, in: state } of lexicon.metonyms.places) {
    for (const form of [name, ...(also ?? [])]) {
      addName(root, form, { kind: 'place', name: form, state });
    }
  }
  for (const { id, name, also, of } of reference.places.values()) {
    for (const form of [name, ...(also ?? [])]) {
      addName(root, form, { kind: 'place', name, id, state: of });
    }
  }
  for (const name of lexicon.metonyms.notStates) addName(root, name, { kind: 'unknown', name });
}

function addOrgans(root: TrieNode, lexicon: ActorLexicon): void {
  for (const { name, also, organ, of, usually } of lexicon.organs.named) {
    const entry: NameEntry = {
      kind: 'organ',
      name,
      role: organ,
      state: of ?? usually,
      ...(usually === undefined ? {} : { usual: true }),
    };
    for (const form of [name, ...(also ?? [])]) addName(root, form, { ...entry, name: form });
  }
  for (const { name, also, what, of, usually } of lexicon.organs.ownVoice) {
    const home = of ?? usually;
    for (const form of [name, ...(also ?? [])]) {
      addName(root, form, { kind: 'body', name: form, role: what, state: home });
    }
  }
  for (const { name, also, home } of lexicon.organs.armedGroups) {
    for (const form of [name, ...(also ?? [])]) {
      addName(root, form, { kind: 'body', name, role: 'armed group', state: home });
    }
  }
}

function addPersons(
  root: TrieNode,
  reference: Reference,
  titles: TitleIndex,
): Pick<NameIndex, 'shortNames' | 'titledNames'> {
  const byPerson = new Map<string, HeldOffice[]>();
  for (const office of reference.leaders) {
    const held = byPerson.get(office.person);
    if (held) held.push(office);
    else byPerson.set(office.person, [office]);
  }
  const shortNames = new Map<string, NameEntry[]>();
  const titledNames = new Map<string, NameEntry[]>();
  for (const [person, held] of byPerson) {
    const offices = held.toSorted((a, b) => (startOf(a) < startOf(b) ? 1 : -1));
    const entry: NameEntry = { kind: 'person', name: person, id: personId(person), offices };
    const forms = new Set(held.flatMap((office) => [person, ...(office.variants ?? [])]));
    for (const form of forms) {
      const words = scanWords(form);
      const title = titleAt(titles, words, 0);
      if (title && form !== person) {
        put(titledNames, form.slice(words[title.end]?.start ?? form.length), entry);
      } else if (form.includes(' ')) addName(root, form, entry);
    }
    for (const short of shortFormsOf(entry)) put(shortNames, short, entry);
  }
  return { shortNames, titledNames };
}

function put(into: Map<string, NameEntry[]>, key: string, entry: NameEntry): void {
  const bearers = into.get(key);
  if (bearers) bearers.push(entry);
  else if (key !== '') into.set(key, [entry]);
}

function startOf(office: HeldOffice): string {
  return edtfInterval(office.from ?? '0001')?.from ?? '0001-01-01';
}

/** `Luiz Inácio Lula da Silva` → `luiz-inacio-lula-da-silva`. */
export function personId(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '');
}
