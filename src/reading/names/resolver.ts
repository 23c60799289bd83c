import type { Actor, Mention } from '../../model/reading.ts';
import type { NameSpan } from './name-span.ts';

/** Whom a phrase stands for. All empty where the report does not decide it. */
export interface Resolution {
  readonly actors: readonly Actor[];
  /** Alpha-3 codes of the states that speak or act through the phrase, without doubles. */
  readonly states: readonly string[];
  /** Which rule or fact decided it, in words; also why nothing was found. */
  readonly because: string;
}

export interface ResolveOptions {
  /** The source of the attribution before this one: the first choice for `he`, `she`, `they`. */
  readonly previousSource?: { readonly start: number; readonly end: number };
  /** Who speaks the quotation in which the phrase stands: decides `I` and `we`. */
  readonly speaker?: Resolution;
}

/**
 * Answers, for any phrase of one report, whom the words stand for: names, titles, pronouns,
 * definite roles, groups, coordinations. Offsets are UTF-16 code units into the report's text.
 */
export interface Resolver {
  resolve(start: number, end: number, options?: ResolveOptions): Resolution;
  /** The mention that covers the offset. */
  mentionAt(offset: number): Mention | undefined;
  /** Mentions that overlap the stretch, in reading order. */
  mentionsIn(start: number, end: number): readonly Mention[];
  /** Plain names inside the stretch, also those that a longer mention swallowed. */
  namesIn(start: number, end: number): readonly NameSpan[];
}

export function unresolved(because: string): Resolution {
  return { actors: [], states: [], because };
}

/** The state itself acts: `it` for a country. */
export function stateItself(state: string, name: string | undefined, because: string): Resolution {
  return { actors: [{ id: state, name: name ?? state, state }], states: [state], because };
}

/** All that the words stand for together, nobody twice. */
export function uniteResolutions(all: readonly Resolution[]): Resolution {
  const found = all.filter(({ actors, states }) => actors.length > 0 || states.length > 0);
  if (found.length === 0) return all[0] ?? unresolved('nothing there');
  const actors = new Map<string, Actor>();
  for (const actor of found.flatMap((one) => one.actors)) {
    const key = actor.id ?? `${actor.name} ${actor.state ?? ''}`;
    if (!actors.has(key)) actors.set(key, actor);
  }
  const states = [...new Set(found.flatMap((one) => one.states))];
  const because = found.map((one) => one.because).join('; ');
  return { actors: [...actors.values()], states, because };
}
