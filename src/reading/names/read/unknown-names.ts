import { childrenOf, isRelation, type Tree } from '../../grammar/tree.ts';
import { type NameSpan, personId } from '../name-span.ts';
import type { ActorReader, ActorReading } from './actor-reading.ts';
import { baseOf } from './name-readings.ts';

/**
 * A name no fact explains is a person where an apposition gives it a role (`Ada Venn, the foreign
 * minister of Corland,`) or where it speaks, meets or signs; else it stays unread.
 */
export function readUnknownName(
  { nameAt, read, rules }: ActorReader,
  tree: Tree,
  head: number,
  name: NameSpan,
): ActorReading | undefined {
  const id = name.id ?? personId(name.name);
  const person = { ...baseOf(tree, head, name), id, kind: 'person', person: true } as const;
  const { head: above, deprel } = tree.tokens[head];
  const beside = childrenOf(tree, head, 'appos');
  if (isRelation(tree, head, ['appos', 'flat', 'compound'])) beside.push(above);
  // `the foreign minister of Estonia, Ada Venn`: the tree may hang the name on Estonia.
  const states = beside.filter((at) => nameAt(tree, at)?.kind === 'state');
  for (const at of [...beside, ...states.map((state) => tree.tokens[state].head)]) {
    const role = at < 0 ? undefined : read(tree, at);
    if (role?.name !== undefined || role?.person !== true || role.number !== 'one') continue;
    const actors = role.actors.map((actor) => ({ ...actor, id, name: name.name }));
    const { state, states: spokenFor } = role;
    const because = `the words beside the name: ${role.because}`;
    return { ...person, role: role.role, state, states: spokenFor, actors, because };
  }
  const verb = deprel === 'nsubj' && above >= 0 ? tree.tokens[above].lemma : '';
  if (!rules.words.speech.has(verb) || /\d|&/.test(name.name)) return undefined;
  const because = `a name no fact explains, subject of "${verb}"`;
  return { ...person, actors: [{ id, name: name.name }], because };
}
