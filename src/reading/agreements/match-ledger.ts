import { edtfInterval } from '../../base/edtf.ts';
import type { Agreement } from '../../model/agreement.ts';
import { scanWords } from '../names/scan-words.ts';
import {
  addPhrase,
  emptyTrie,
  longestMatch,
  spellingsOf,
  type WordTrie,
} from '../names/word-trie.ts';

/** What a report tells of an instrument that the ledger may know. */
export interface Wanted {
  readonly parties: readonly string[];
  /** Year or day of signature as told. */
  readonly signed?: string;
  readonly published?: string;
  /** Told as signed, not as standing since long. */
  readonly fresh: boolean;
  readonly types: ReadonlySet<string>;
  /** It bears a proper name that the ledger does not know: parties alone prove nothing. */
  readonly named: boolean;
  /** It is told as known: `the treaty`, `existing`, not `an agreement`. */
  readonly definite: boolean;
}

export interface LedgerIndex {
  /** The ledger's agreement that is meant, or `undefined` where none fits or several do. */
  match(wanted: Wanted): string | undefined;
  /** The one agreement of that year all of whose parties the report tells of. */
  ofYear(year: string, told: ReadonlySet<string>): Agreement | undefined;
  /** The states bound by a bilateral agreement, none for one of many. */
  partiesOf(id: string): string[];
  /** Proper names of agreements in the text. */
  namesIn(text: string): { start: number; end: number; id: string }[];
}

const freshDays = 60;

/** Looks agreements up by their parties, day and name. */
export function indexLedger(ledger: Iterable<Agreement>): LedgerIndex {
  const all = [...ledger];
  const byId = new Map(all.map((agreement) => [agreement.id, agreement]));
  const byParties = new Map<string, Agreement[]>();
  for (const agreement of all) {
    for (const key of keysOf(agreement)) {
      const same = byParties.get(key);
      if (same) same.push(agreement);
      else byParties.set(key, [agreement]);
    }
  }
  const names = buildNames(all);
  return {
    match: (wanted) => matchByParties(byParties.get(keyOf(wanted.parties)) ?? [], wanted),
    ofYear: (year, told) => ofYear(all, year, told),
    partiesOf: (id) => fewParties(byId.get(id)),
    namesIn: (text) => findNames(names, text),
  };
}

function ofYear(
  all: readonly Agreement[],
  year: string,
  told: ReadonlySet<string>,
): Agreement | undefined {
  const found = all.filter(
    ({ signed, parties }) =>
      signed?.day.startsWith(year) &&
      parties.length >= 2 &&
      parties.every(({ state }) => told.has(state)),
  );
  return found.length === 1 ? found[0] : undefined;
}

function fewParties(agreement: Agreement | undefined): string[] {
  const parties = agreement?.parties.filter(({ until }) => until === undefined) ?? [];
  return parties.length <= 3 ? parties.map(({ state }) => state) : [];
}

/** All who ever were party, those bound from the start, and those bound now. */
function keysOf({ parties, inForce, signed }: Agreement): Set<string> {
  const start = inForce?.day ?? signed?.day ?? '9999';
  const first = parties.filter(({ from }) => from === undefined || from <= start);
  const still = parties.filter(({ until }) => until === undefined);
  const sets = [parties, first, still].filter((some) => some.length > 1);
  return new Set(sets.map((some) => keyOf(some.map(({ state }) => state))));
}

function keyOf(states: readonly string[]): string {
  return [...new Set(states)].sort().join(' ');
}

function matchByParties(candidates: readonly Agreement[], wanted: Wanted): string | undefined {
  if (candidates.length === 0) return undefined;
  const { signed, published } = wanted;
  if (signed !== undefined) {
    const exact = candidates.filter((agreement) => near(agreement.signed?.day, signed));
    return pick(exact, wanted);
  }
  if (wanted.fresh && published !== undefined) {
    return pick(
      candidates.filter((agreement) => within(agreement, published)),
      wanted,
    );
  }
  // Without a year or a day the parties alone prove little: a wrong match is worse than none.
  const possible =
    wanted.named || !wanted.definite
      ? candidates.filter((agreement) => holdsPromise(agreement, wanted.types))
      : candidates;
  const before = possible.filter(
    ({ signed: at }) => published === undefined || at === undefined || at.day <= published,
  );
  const standing = before.filter((agreement) => stands(agreement, published));
  return pick(standing.length > 0 ? standing : before, wanted);
}

/** The same year, and the same day within three where both have one: sources differ by a day. */
function near(day: string | undefined, told: string): boolean {
  if (day === undefined || day.slice(0, 4) !== told.slice(0, 4)) return false;
  if (day.length < 10 || told.length < 10) return day.startsWith(told.slice(0, day.length));
  return Math.abs(daysBetween(day, told)) <= 3;
}

function within({ signed }: Agreement, published: string): boolean {
  if (signed === undefined) return false;
  const from = edtfInterval(signed.day)?.from ?? published;
  const gap = daysBetween(from, published);
  return gap >= -2 && gap <= freshDays;
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}

function stands({ ended, standing }: Agreement, published: string | undefined): boolean {
  if (ended !== undefined) return published !== undefined && ended.day > published;
  return standing === 'in force' || standing === 'signed';
}

/** Of several the one that holds the promises told; still several: the latest signed. */
function pick(candidates: readonly Agreement[], wanted: Wanted): string | undefined {
  if (candidates.length <= 1) return candidates[0]?.id;
  const fitting = candidates.filter((agreement) => holdsPromise(agreement, wanted.types));
  const rest = fitting.length > 0 ? fitting : candidates;
  const latest = rest.toSorted((a, b) => ((a.signed?.day ?? '') < (b.signed?.day ?? '') ? 1 : -1));
  return latest[0]?.id;
}

const duties: Readonly<Record<string, string>> = {
  defense: 'defend',
  offense: 'attack',
  neutrality: 'stay neutral',
  nonaggression: 'not attack',
  consultation: 'consult',
};

function holdsPromise(agreement: Agreement, types: ReadonlySet<string>): boolean {
  for (const type of types) {
    const duty = duties[type] ?? type;
    if (agreement.provisions.some((provision) => provision.duty === duty)) return true;
  }
  return false;
}

function buildNames(all: readonly Agreement[]): WordTrie<string> {
  const root = emptyTrie<string>();
  for (const { id, name, also } of all) {
    for (const form of [name, ...(also ?? [])]) {
      if (!/\s/.test(form) || !/^(the )?\p{Lu}/u.test(form)) continue;
      for (const spelling of spellingsOf(form.replace(/^the /i, ''))) {
        addPhrase(root, spelling, id);
      }
    }
  }
  return root;
}

function findNames(
  root: WordTrie<string>,
  text: string,
): { start: number; end: number; id: string }[] {
  const words = scanWords(text);
  const forms = words.map(({ form }) => form);
  const found: { start: number; end: number; id: string }[] = [];
  for (let at = 0; at < words.length; at++) {
    if (!words[at].capital) continue;
    const match = longestMatch(root, forms, at, (index) => words[index].breaks);
    const ids = new Set(match?.entries);
    const [id] = ids;
    // A name that several agreements bear tells none of them.
    if (match === undefined || ids.size !== 1 || id === undefined) continue;
    found.push({ start: words[at].start, end: words[match.end - 1].end, id });
    at = match.end - 1;
  }
  return found;
}
