import type { Tree } from '../../grammar/tree.ts';
import { type NameSpan, personId } from '../name-span.ts';
import type { ActorReader, ActorReading } from './actor-reading.ts';
import { baseOf } from './name-readings.ts';

/**
 * A name no fact explains is a person where an apposition gives it a role (`Ada Venn, the foreign
 * minister of Corland,`) or where it speaks, meets or signs; else it stays unread.
 */
export function readUnknownName(
  { read, rules }: ActorReader,
  tree: Tree,
  head: number,
  name: NameSpan,
): ActorReading | undefined {
  const id = name.id ?? personId(name.name);
  const person = { ...baseOf(tree, head, name), id, kind: 'person', person: true } as const;
  for (const at of rules.links('bearer', tree, head)) {
    const bare = read(tree, at);
    if (bare?.name !== undefined || bare?.person !== true || bare.number !== 'one') continue;
    const { role, state, states } = bare;
    const actors = bare.actors.map((actor) => ({ ...actor, id, name: name.name }));
    const because = `the words beside the name: ${bare.because}`;
    return { ...person, role, state, states, actors, because };
  }
  const [verb] = rules.links('speaker', tree, head);
  if (verb === undefined || /\d|&/.test(name.name)) return undefined;
  const because = `a name no fact explains, subject of "${tree.tokens[verb].lemma}"`;
  return { ...person, actors: [{ id, name: name.name }], because };
}
