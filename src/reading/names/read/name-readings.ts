import type { MentionKind } from '../../../model/reading.ts';
import type { Tree } from '../../grammar/tree.ts';
import { type NameSpan, personId } from '../name-span.ts';
import { type ActorReader, type ActorReading, nobody } from './actor-reading.ts';
import type { ActorRules } from './actor-rules.ts';

/** What a name stands for where it is the head of its phrase, or an adjective before another. */
export function readName(
  tree: Tree,
  head: number,
  name: NameSpan,
  { standing, labels }: ActorRules,
): ActorReading | undefined {
  const base = baseOf(tree, head, name);
  const people = `${name.because}: its people, no voice of the state`;
  switch (name.kind) {
    case 'person':
      return readPerson(base);
    case 'state':
    case 'capital':
    case 'seat': {
      const { as, because: why } = standing(tree, head, name.kind);
      const placed = { ...base, because: `${name.because}; ${why}` };
      if (as === 'actor') return readGovernment(placed, labels.government);
      const id = name.kind === 'state' ? name.state : undefined;
      return { ...placed, kind: 'place', as: 'place', id, role: undefined };
    }
    case 'demonym': {
      const { as, because: why } = standing(tree, head, name.kind);
      const told = { ...base, because: `${name.because}: ${why}` };
      const shown = name.state !== undefined;
      if (as === 'adjective') return { ...told, kind: 'state', as, role: as, shown };
      if (as === 'actor' && shown) return acting({ ...told, id: name.state }, 'state', true);
      return readPeople(told, labels.people);
    }
    case 'people':
      return readPeople({ ...base, because: people }, labels.people);
    case 'organ': {
      const open = { kind: 'focus', what: name.name } as const;
      const organ = acting(base, 'organisation', name.authority !== 'party');
      return name.state === undefined ? { ...organ, open } : organ;
    }
    case 'organisation':
    case 'body':
      return readBody(base);
    case 'place':
      return { ...base, kind: 'place', as: 'place' };
    default:
      return undefined;
  }
}

/** All that a name says before grammar has spoken; one that nothing more is known of acts alone. */
function baseOf(tree: Tree, head: number, name: NameSpan) {
  const { start, end, id, state, role, because } = name;
  const facts = { name, id, state, role, because };
  return { ...nobody, tree, head, start, end, number: 'one', ...facts } as const;
}

type Base = ReturnType<typeof baseOf>;

/** Whom it names acts, and speaks for the state where it is a voice of one. */
function acting(base: Base, kind: MentionKind, isVoice = false): ActorReading {
  const { id, name, role, state } = base;
  const states = isVoice && state !== undefined ? [state] : [];
  return { ...base, kind, actors: [{ id, name: name.name, role, state }], states };
}

function readPeople(base: Base, role: string): ActorReading {
  return { ...acting({ ...base, id: undefined, role }, 'group'), number: 'many' };
}

function readPerson(base: Base): ActorReading {
  const { authority, powerless, pronoun } = base.name;
  const isVoice = authority === 'state' || authority === 'inherit';
  const state = powerless ? undefined : base.state;
  const because = powerless ? `${base.because}; no authority on the day` : base.because;
  return { ...acting({ ...base, state, because }, 'person', isVoice), person: true, pronoun };
}

/** A state, the government in a capital, the organ in a seat, or a body that sits there. */
function readGovernment(base: Base, government: string): ActorReading {
  const { state, name } = base;
  const { kind, organisation, bodyName = name.name } = name;
  if (kind !== 'state' && organisation !== undefined) {
    const actors = [{ id: organisation, name: bodyName }];
    return { ...base, kind: 'organisation', id: organisation, state: undefined, actors };
  }
  const mention = kind === 'seat' ? 'organisation' : 'state';
  const itself = acting({ ...base, id: state }, mention, true);
  const role = kind === 'capital' ? government : base.role;
  return { ...itself, role, actors: state === undefined ? [] : itself.actors };
}

/** An organisation, party, medium or armed group; the last has a home but no state. */
function readBody(base: Base): ActorReading {
  const state = base.name.authority === 'armed' ? undefined : base.state;
  const home = state === base.state ? '' : `; at home in ${base.state}`;
  return acting({ ...base, state, because: `${base.because}${home}` }, 'organisation');
}

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
