import type { Actor } from '../../../model/reading.ts';
import type { Resolution } from '../resolver.ts';

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
