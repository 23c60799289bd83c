import { nearest } from '../base/nearest.ts';
import type { Reference } from './reference.ts';

/** What somebody meant by a place: a state's code or a place's id, else names that are like it. */
export type PlaceNamed =
  | { readonly kind: 'found'; readonly id: string }
  | { readonly kind: 'unknown'; readonly like: readonly string[] };

/**
 * Finds a place by id, by a state's code, by any of their names or the beginning of one; case does
 * not matter.
 */
export function placeNamed(
  reference: Pick<Reference, 'states' | 'places'>,
  written: string,
): PlaceNamed {
  const ids = idsByName(reference);
  const wanted = written.trim().toLowerCase();
  const id = ids.get(wanted) ?? ids.get(wanted.replace(/^the /, ''));
  if (id !== undefined) return { kind: 'found', id };
  // The beginning of one name alone is enough: `Senkaku` for the Senkaku Islands.
  const begun = [...ids].filter(([name]) => name.startsWith(`${wanted} `)).map(([, of]) => of);
  if (new Set(begun).size === 1) return { kind: 'found', id: begun[0] };
  const close = nearest(wanted, ids.keys(), 6).map((name) => ids.get(name) ?? name);
  const like = [...begun, ...close];
  return { kind: 'unknown', like: [...new Set(like)].slice(0, 3) };
}

/** Places go before states: who writes Western Sahara in a scenario means the land. */
function idsByName({ states, places }: Pick<Reference, 'states' | 'places'>): Map<string, string> {
  const ids = new Map<string, string>();
  for (const state of states.values()) {
    for (const { name } of state.names) ids.set(name.toLowerCase(), state.code);
  }
  for (const state of states.values()) ids.set(state.code.toLowerCase(), state.code);
  for (const place of places.values()) {
    for (const name of [place.name, ...(place.also ?? [])]) ids.set(name.toLowerCase(), place.id);
  }
  for (const place of places.values()) ids.set(place.id, place.id);
  return ids;
}
