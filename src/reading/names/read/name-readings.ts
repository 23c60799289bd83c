import type { Tree } from '../../grammar/tree.ts';
import type { NameSpan } from '../name-span.ts';
import type { ActorReading } from './actor-reading.ts';
import type { ActorRules } from './actor-rules.ts';
import type { Standing } from './standing.ts';

/** What a name stands for where it is the head of its phrase, or an adjective before another. */
export function readName(
  tree: Tree,
  head: number,
  name: NameSpan,
  { judge, labels }: ActorRules,
): ActorReading | undefined {
  const base = baseOf(tree, head, name);
  const people = `${name.because}: its people, no voice of the state`;
  switch (name.kind) {
    case 'person':
      return readPerson(base, name);
    case 'state':
    case 'capital':
    case 'seat':
      return readPlaceName(base, name, judge(tree, head, name.kind), labels);
    case 'demonym':
      return readDemonym(base, name, judge(tree, head, name.kind), labels);
    case 'people':
      return readPeople({ ...base, because: people }, name, labels);
    case 'organ':
      return readOrgan(base, name);
    case 'organisation':
    case 'body':
      return readBody(base, name);
    case 'place':
      return { ...base, kind: 'place', as: 'place' };
    default:
      return undefined;
  }
}

/** All that a name says before grammar has spoken; one that nothing more is known of acts alone. */
export function baseOf(tree: Tree, head: number, name: NameSpan) {
  const { start, end, id, state, role, because } = name;
  const nobody = { actors: [], states: [], number: 'one', person: false } as const;
  const shown = { as: 'actor', shown: true } as const;
  return { tree, head, start, end, name, id, state, role, because, ...nobody, ...shown };
}

type Base = ReturnType<typeof baseOf>;
type Labels = ActorRules['labels'];

function readPerson(base: Base, name: NameSpan): ActorReading {
  const { id, role, authority, powerless, pronoun } = name;
  const state = powerless ? undefined : name.state;
  const isVoice = authority === 'state' || authority === 'inherit';
  return {
    ...base,
    kind: 'person',
    state,
    actors: [{ id, name: name.name, role, state }],
    states: isVoice && state !== undefined ? [state] : [],
    person: true,
    pronoun,
    because: powerless ? `${base.because}; no authority on the day` : base.because,
  };
}

/** The name of a state, a capital or a seat: a place, a government, or a body that sits there. */
function readPlaceName(
  base: Base,
  name: NameSpan,
  standing: Standing,
  labels: Labels,
): ActorReading {
  const { kind, state, organisation } = name;
  const told = { ...base, because: `${base.because}; ${standing.because}` };
  if (standing.as === 'place') {
    const id = kind === 'state' ? state : undefined;
    return { ...told, kind: 'place', as: 'place', id, role: undefined };
  }
  if (kind !== 'state' && organisation !== undefined) {
    const actors = [{ id: organisation, name: name.bodyName ?? name.name }];
    return { ...told, kind: 'organisation', id: organisation, state: undefined, actors };
  }
  const role = kind === 'seat' ? name.role : undefined;
  return {
    ...told,
    kind: kind === 'seat' ? 'organisation' : 'state',
    id: state,
    role:
      kind === 'seat' ? (role ?? labels.seat) : kind === 'capital' ? labels.government : undefined,
    actors: state === undefined ? [] : [{ id: state, name: name.name, role, state }],
    states: state === undefined ? [] : [state],
  };
}

/** An adjective of a state: its government or its people as a noun, else only an origin. */
function readDemonym(base: Base, name: NameSpan, standing: Standing, labels: Labels): ActorReading {
  const { state } = name;
  const because = `${base.because}: ${standing.because}`;
  if (standing.as === 'adjective') {
    const shown = state !== undefined;
    return { ...base, kind: 'state', as: 'adjective', role: 'adjective', shown, because };
  }
  if (standing.as === 'people' || state === undefined)
    return readPeople({ ...base, because }, name, labels);
  const actors = [{ id: state, name: name.name, state }];
  return { ...base, kind: 'state', id: state, actors, states: [state], because };
}

function readPeople(base: Base, name: NameSpan, { people: role }: Labels): ActorReading {
  return {
    ...base,
    kind: 'group',
    number: 'many',
    id: undefined,
    role,
    actors: [{ name: name.name, role, state: name.state }],
  };
}

function readOrgan(base: Base, { name, role, state, authority }: NameSpan): ActorReading {
  const isVoice = state !== undefined && authority !== 'party';
  return {
    ...base,
    kind: 'organisation',
    actors: [{ name, role, state }],
    states: isVoice ? [state] : [],
    open: state === undefined ? { kind: 'focus', what: name } : undefined,
  };
}

/** An organisation, party, medium or armed group; the last has a home but no state. */
function readBody(base: Base, { id, name, role, authority, state: home }: NameSpan): ActorReading {
  const state = authority === 'armed' ? undefined : home;
  const athome = state === home ? '' : `; at home in ${home}`;
  const actors = [{ id, name, role, state }];
  return { ...base, kind: 'organisation', state, actors, because: `${base.because}${athome}` };
}
