import type { Agreement } from '../model/agreement.ts';
import type { Organisation } from '../model/organisation.ts';

/** The agreements known, looked up by what a report may say of one. */
export interface KnownAgreements {
  readonly all: readonly Agreement[];
  /** Those between exactly these states: from the start, now, or all who ever were party. */
  among(states: readonly string[]): readonly Agreement[];
  /** The agreement with an id, or the one signed in a year, if the states hold all its parties. */
  byParties(sign: Sign, states: ReadonlySet<string>): Agreement | undefined;
  /** The states bound by an agreement of two or three, none for one of many. */
  fewParties(id: string): string[];
  /** The agreement on which an organisation rests, by ids. */
  foundingOf(organisation: string): string | undefined;
}

/** What tells an agreement apart. */
export type Sign = { readonly id: string } | { readonly year: string };

export function indexAgreements(
  agreements: Iterable<Agreement>,
  organisations: Iterable<Organisation>,
): KnownAgreements {
  const all = [...agreements];
  const byId = new Map(all.map((agreement) => [agreement.id, agreement]));
  const foundings = new Map([...organisations].map(({ id, founding }) => [id, founding]));
  const groups = new Map<string, Agreement[]>();
  for (const agreement of all) {
    for (const key of keysOf(agreement)) {
      groups.set(key, [...(groups.get(key) ?? []), agreement]);
    }
  }
  return {
    all,
    among: (states) => groups.get(keyOf(states)) ?? [],
    byParties: (sign, states) => byParties(all, sign, states),
    fewParties: (id) => fewParties(byId.get(id)),
    foundingOf: (organisation) => foundings.get(organisation),
  };
}

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

function byParties(
  all: readonly Agreement[],
  sign: Sign,
  states: ReadonlySet<string>,
): Agreement | undefined {
  const found = all.filter(
    ({ id, signed, parties }) =>
      ('id' in sign ? id === sign.id : signed?.day.startsWith(sign.year)) &&
      parties.length >= 2 &&
      parties.every(({ state }) => states.has(state)),
  );
  return found.length === 1 ? found[0] : undefined;
}

function fewParties(agreement: Agreement | undefined): string[] {
  const parties = agreement?.parties.filter(({ until }) => until === undefined) ?? [];
  return parties.length <= 3 ? parties.map(({ state }) => state) : [];
}
