import type { Event, Reading } from '../src/model/reading.ts';
import type { State } from '../src/model/state.ts';

/** A validation sentence: what is coded in it, as `ROOT SRC>TGT` with countries or `-`. */
export interface PetrarchRecord {
  readonly text: string;
  readonly published?: string;
  readonly gold: readonly string[];
  /** Events coded, those whose code has no root in PLOVER among them. */
  readonly coded: number;
}

/** Root of each CAMEO code; a longer code without a line of its own takes its stem's. */
export function codesOfTable(table: string): (code: string) => string | undefined {
  const roots = new Map<string, string>();
  for (const [, code, root] of table.matchAll(/^(\d+): *([A-Z]+)/gm)) {
    roots.set(code, root === 'CONCEDE' || root === 'RETREAT' ? 'YIELD' : root);
  }
  return (code) => {
    for (let length = code.length; length >= 2; length--) {
      const root = roots.get(code.slice(0, length));
      if (root !== undefined) return root;
    }
    return undefined;
  };
}

/** The records of the XML file; sentences without text are left out. */
export function readPetrarch(
  xml: string,
  rootOf: (code: string) => string | undefined,
): PetrarchRecord[] {
  const records: PetrarchRecord[] = [];
  const parts = xml.split(/(?=<Sentence )/).slice(1);
  for (const part of parts) {
    const text = /<Text>([\s\S]*?)<\/Text>/.exec(part)?.[1].replace(/\s+/g, ' ').trim() ?? '';
    if (text === '') continue;
    const date = /date="(\d{4})(\d{2})(\d{2})"/.exec(part);
    const codings = [
      ...part.matchAll(/eventcode="(\d+)" sourcecode="([^"]*)" targetcode="([^"]*)"/g),
    ];
    const gold = codings.flatMap(([, code, source, target]) => {
      const root = rootOf(code);
      return root === undefined ? [] : [`${root} ${country(source)}>${country(target)}`];
    });
    records.push({
      text,
      ...(date === null ? {} : { published: `${date[1]}-${date[2]}-${date[3]}` }),
      gold,
      coded: codings.length,
    });
  }
  return records;
}

/** The first three letters of an actor code; international bodies and unknown actors have none. */
function country(code: string): string {
  const first = code.slice(0, 3);
  return /^(---|IGO|IMG|NGO|MNC)$/.test(first) || first === '' ? '-' : first;
}

/** State codes by name, demonym or capital in lower case, of states that exist. */
export function statesByWord(states: Iterable<State>): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { code, names, demonyms, capitals, exists } of states) {
    if (exists.every(({ until }) => until !== undefined)) continue;
    const words = [
      ...names.map(({ name }) => name),
      ...capitals.map(({ name }) => name),
      ...demonyms.flatMap(({ word, noun }) => [word, ...(noun === undefined ? [] : [noun])]),
    ];
    // `us` is a word, `US` a state.
    for (const word of words) found.set(word.length > 2 ? word.toLowerCase() : word, code);
  }
  return found;
}

/** Events with the countries of their sides, `-` where none is told. */
export interface CountryEvent {
  readonly type: string;
  readonly pairs: readonly string[];
  /** A joint deed: coded in one direction or in both, it is one deed found. */
  readonly both: boolean;
  /** Roots under which another scheme files the same deed. */
  readonly also?: readonly string[];
}

/** Each event as pairs of countries, joint deeds in both directions. */
export function countryEvents(
  { events, mentions }: Reading,
  words: ReadonlyMap<string, string>,
): CountryEvent[] {
  return events.map(({ type, actors, recipients, reciprocal }) => {
    const sources = countries(actors, mentions, words);
    const targets = countries(recipients, mentions, words);
    const names = [...new Set([...sources, ...targets])].filter((name) => name !== '-');
    const pairs = reciprocal
      ? names.flatMap((a) => names.filter((b) => a !== b).map((b) => `${a}>${b}`))
      : sources.flatMap((a) => targets.map((b) => `${a}>${b}`));
    return { type, pairs: [...new Set(pairs)], both: reciprocal === true };
  });
}

/**
 * The same events where CAMEO differs by scheme: what is announced is filed as the deed itself, and
 * what `X said that Y did` tells of harm as an accusation by X. For a second figure, never the first.
 */
export function inCameo(reading: Reading, words: ReadonlyMap<string, string>): CountryEvent[] {
  const plain = countryEvents(reading, words);
  return plain.map((event, index) => {
    const told = reading.events[index];
    const also = elsewhere(event.type, told.status);
    const by = told.attribution === undefined ? undefined : reading.attributions[told.attribution];
    const source = by?.source?.spans[0];
    if (!harm.includes(event.type) || source === undefined || source.start > told.start) {
      return { ...event, also };
    }
    const [accuser = '-'] = by?.states ?? [];
    const accused = [...new Set(event.pairs.map((pair) => pair.split('>')[0]))];
    const pairs = accused.map((one) => `${accuser}>${one}`);
    return { type: 'ACCUSE', pairs, both: false };
  });
}

const harm: readonly string[] = ['ASSAULT', 'COERCE', 'SANCTION'];

function elsewhere(type: string, status: Event['status']): readonly string[] {
  if (type === 'AGREE' && status === 'promised') {
    return ['AID', 'CONSULT', 'COOPERATE', 'YIELD', 'SUPPORT'];
  }
  if (type === 'THREATEN') return harm;
  return harm.includes(type) && status === 'hypothetical' ? ['THREATEN'] : [];
}

/** Does a pair found match one coded? What the code gives no country is not asked for. */
export function matchesCoded(
  { type, also = [] }: CountryEvent,
  pair: string,
  coded: string,
): boolean {
  const [source, target] = pair.split('>');
  const [root, from, to] = coded.split(/[ >]/);
  const known = type === root || also.includes(root);
  return known && (from === '-' || from === source) && (to === '-' || to === target);
}

/**
 * The state a party stands for, else those its words name: the coders take nationals for their
 * country. `pro-Oln rebels` and `Oln-brokered` name no nationality.
 */
function countries(
  parties: Event['actors'],
  mentions: Reading['mentions'],
  words: ReadonlyMap<string, string>,
): string[] {
  const found = parties.flatMap(({ state, span }) => {
    if (state !== undefined) return [state];
    const named = mentions.find(
      (mention) =>
        mention.state !== undefined && mention.start < span.end && span.start < mention.end,
    );
    if (named?.state !== undefined) return [named.state];
    const told = countriesIn(span.text, words);
    return told.length === 0 ? ['-'] : told;
  });
  // Beside a country, somebody of none says nothing about countries.
  const known = [...new Set(found)].filter((one) => one !== '-');
  return known.length === 0 ? ['-'] : known;
}

function countriesIn(text: string, words: ReadonlyMap<string, string>): string[] {
  const parts = text.match(/[\p{L}.'’-]+/gu) ?? [];
  const found = new Set<string>();
  for (let at = 0; at < parts.length; at++) {
    for (let length = 3; length >= 1; length--) {
      const told = parts.slice(at, at + length).join(' ');
      const code = words.get(told.length > 2 ? told.toLowerCase() : told);
      if (code === undefined) continue;
      found.add(code);
      at += length - 1;
      break;
    }
  }
  return [...found];
}
