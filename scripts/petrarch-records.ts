import type { Event, Reading } from '../src/model/reading.ts';

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

/** Each event as pairs of countries, joint deeds in both directions. */
export function countryEvents({ events, mentions }: Reading): string[] {
  const all: string[] = [];
  for (const { type, actors, recipients, reciprocal } of events) {
    const sources = countries(actors, mentions);
    const targets = countries(recipients, mentions);
    const names = [...new Set([...sources, ...targets])].filter((name) => name !== '-');
    const pairs = reciprocal
      ? names.flatMap((a) => names.filter((b) => a !== b).map((b) => `${a}>${b}`))
      : sources.flatMap((a) => targets.map((b) => `${a}>${b}`));
    all.push(...new Set(pairs.map((pair) => `${type} ${pair}`)));
  }
  return all;
}

/** Does an event found match one coded? What the code gives no country is not asked for. */
export function matchesCoded(found: string, coded: string): boolean {
  const [type, source, target] = found.split(/[ >]/);
  const [root, from, to] = coded.split(/[ >]/);
  return type === root && (from === '-' || from === source) && (to === '-' || to === target);
}

/** The state a party stands for, else the one its words name: the coders take nationals for it. */
function countries(parties: Event['actors'], mentions: Reading['mentions']): string[] {
  const found = parties.map(({ state, span }) => {
    if (state !== undefined) return state;
    const named = mentions.find(
      (mention) =>
        mention.state !== undefined && mention.start < span.end && span.start < mention.end,
    );
    return named?.state ?? '-';
  });
  return found.length === 0 ? ['-'] : [...new Set(found)];
}
