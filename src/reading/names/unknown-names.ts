import { childrenBy, relationOf } from '../grammar/phrase.ts';
import type { ActorReading } from './actor-reading.ts';
import { type NameSpan, personId } from './name-span.ts';
import type { NounContext } from './noun-actors.ts';

/**
 * A name no fact explains is a person where an apposition gives it a role (`Ada Venn, the foreign
 * minister of Corland,`) or where it speaks, meets or signs; else it stays unread.
 */
export function readUnknownName(
  context: NounContext,
  head: number,
  name: NameSpan,
): ActorReading | undefined {
  const { tree, lexicon } = context;
  const base = { tree, head, start: name.start, end: name.end, name, number: 'one' } as const;
  const id = name.id ?? personId(name.name);
  const beside = [...childrenBy(tree, head, 'appos')];
  if (/^(appos|flat|compound)$/.test(relationOf(tree, head))) beside.push(tree.tokens[head].head);
  // `the foreign minister of Estonia, Ada Venn`: the tree may hang the name on Estonia.
  for (const other of [...beside]) {
    if (context.nameAt[other]?.kind === 'state') beside.push(tree.tokens[other].head);
  }
  for (const other of beside.filter((at) => at >= 0)) {
    const role = context.read(other);
    if (role?.name !== undefined || role?.person !== true || role.number !== 'one') continue;
    const actors = role.actors.map((actor) => ({ ...actor, id, name: name.name }));
    const because = `the words beside the name: ${role.because}`;
    const { open: _open, ...told } = role;
    return { ...told, ...base, id, actors, kind: 'person', shown: true, because };
  }
  const verb = tree.tokens[head].head;
  const speaks =
    tree.tokens[head].deprel === 'nsubj' && lexicon.speech.has(tree.tokens[verb]?.lemma ?? '');
  if (!speaks || /\d|&/.test(name.name)) return undefined;
  return {
    ...base,
    kind: 'person',
    as: 'actor',
    id,
    actors: [{ id, name: name.name }],
    states: [],
    person: true,
    shown: true,
    because: `a name no fact explains, subject of "${tree.tokens[verb].lemma}"`,
  };
}
