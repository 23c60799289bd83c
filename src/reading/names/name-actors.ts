import type { Actor, MentionKind } from '../../model/reading.ts';
import { childrenBy, formOf, lemmaOf, relationOf } from '../grammar/phrase.ts';
import type { Tree } from '../grammar/tree.ts';
import type { ActorReading } from './actor-reading.ts';
import type { MetonymRules } from './metonymy.ts';
import type { NameSpan } from './name-span.ts';

/** Authorities that speak with the voice of a state. */
const official = new Set(['state', 'inherit']);

/** What a name stands for where it is the head of its phrase, or an adjective before another. */
export function readName(
  tree: Tree,
  head: number,
  name: NameSpan,
  rules: MetonymRules,
): ActorReading | undefined {
  const base = { tree, head, start: name.start, end: name.end, name, number: 'one' } as const;
  switch (name.kind) {
    case 'person':
      return readPerson(base, name);
    case 'state':
      return readPlaceName(base, name, rules.judge(tree, head, 'state'), 'state');
    case 'capital':
      return readPlaceName(base, name, rules.judge(tree, head, 'capital'), 'capital');
    case 'seat':
      return readPlaceName(base, name, rules.judge(tree, head, 'seat'), 'seat');
    case 'demonym':
      return readDemonym(base, name, rules);
    case 'people':
      return readPeople(base, name);
    case 'organ':
      return readOrgan(base, name);
    case 'organisation':
      return bodyReading(base, name, 'organisation');
    case 'body':
      return bodyReading(base, name, 'organisation');
    case 'place':
      return { ...base, ...plain(name), kind: 'place', as: 'place', shown: true };
    default:
      return undefined;
  }
}

type Base = Pick<ActorReading, 'tree' | 'head' | 'start' | 'end' | 'name' | 'number'>;

function plain(name: NameSpan) {
  return {
    actors: [],
    states: [],
    person: false,
    ...(name.state === undefined ? {} : { state: name.state }),
    ...(name.id === undefined ? {} : { id: name.id }),
    ...(name.role === undefined ? {} : { role: name.role }),
    because: name.because,
  };
}

function readPerson(base: Base, name: NameSpan): ActorReading {
  const voice =
    name.state !== undefined &&
    name.powerless !== true &&
    (name.authority === undefined ? false : official.has(name.authority));
  const state = name.powerless ? undefined : name.state;
  const actor: Actor = {
    ...(name.id === undefined ? {} : { id: name.id }),
    name: name.name,
    ...(name.role === undefined ? {} : { role: name.role }),
    ...(state === undefined ? {} : { state }),
  };
  const { state: _state, ...rest } = plain(name);
  return {
    ...base,
    ...rest,
    ...(state === undefined ? {} : { state }),
    kind: 'person',
    as: 'actor',
    actors: [actor],
    states: voice && state !== undefined ? [state] : [],
    person: true,
    ...(name.pronoun === undefined ? {} : { pronoun: name.pronoun }),
    shown: true,
    because: name.powerless ? `${name.because}; no authority on the day` : name.because,
  };
}

function readPlaceName(
  base: Base,
  name: NameSpan,
  standing: { as: 'actor' | 'place'; because: string },
  form: 'state' | 'capital' | 'seat',
): ActorReading {
  const because = `${name.because}; ${standing.because}`;
  if (standing.as === 'place') {
    const { id: _id, role: _role, ...rest } = plain(name);
    const id = form === 'state' && name.state !== undefined ? { id: name.state } : {};
    return { ...base, ...rest, ...id, kind: 'place', as: 'place', shown: true, because };
  }
  if (form !== 'state' && name.organisation !== undefined) {
    const { state: _state, ...rest } = plain(name);
    const actor = { id: name.organisation, name: name.bodyName ?? name.name };
    const id = name.organisation;
    const kind: MentionKind = 'organisation';
    return { ...base, ...rest, id, kind, as: 'actor', actors: [actor], shown: true, because };
  }
  const state = name.state;
  const actor: Actor | undefined =
    state === undefined
      ? undefined
      : {
          id: state,
          name: name.name,
          ...(form === 'seat' && name.role ? { role: name.role } : {}),
          state,
        };
  return {
    ...base,
    ...plain(name),
    kind: form === 'seat' ? 'organisation' : 'state',
    as: 'actor',
    actors: actor ? [actor] : [],
    states: state === undefined ? [] : [state],
    ...(form !== 'state' && state !== undefined ? { id: state } : {}),
    role: form === 'capital' ? 'government' : form === 'seat' ? (name.role ?? 'seat') : undefined,
    shown: true,
    because,
  };
}

/** Behind `the` as a noun, its people or government; else an adjective that names an origin. */
function readDemonym(base: Base, name: NameSpan, rules: MetonymRules): ActorReading {
  const { tree, head } = base;
  const relation = relationOf(tree, head);
  const asNoun =
    /^(nsubj|obj|obl|iobj|nmod|conj|root)$/.test(relation) &&
    formOf(tree, head - 1).toLowerCase() === 'the' &&
    childrenBy(tree, head, 'amod').length === 0 &&
    !/^(NOUN|PROPN|ADJ)$/.test(tree.tokens[head + 1]?.upos ?? '');
  if (asNoun) return governs(tree, head, rules) ? readNation(base, name) : readPeople(base, name);
  return {
    ...base,
    ...plain(name),
    kind: 'state',
    as: 'adjective',
    role: 'adjective',
    shown: name.state !== undefined,
    because: `${name.because}: tells whose or from where`,
  };
}

/** Subject of a deed that only a government does. */
function governs(tree: Tree, head: number, rules: MetonymRules): boolean {
  const verb = tree.tokens[head].head;
  return relationOf(tree, head) === 'nsubj' && rules.governmentVerbs.has(lemmaOf(tree, verb));
}

function readNation(base: Base, name: NameSpan): ActorReading {
  const { state } = name;
  if (state === undefined) return readPeople(base, name);
  const because = `${name.because}: a deed of its government`;
  const actors = [{ id: state, name: name.name, state }];
  const states = [state];
  const kind: MentionKind = 'state';
  return {
    ...base,
    ...plain(name),
    id: state,
    kind,
    as: 'actor',
    actors,
    states,
    shown: true,
    because,
  };
}

function readPeople(base: Base, name: NameSpan): ActorReading {
  const actor = { name: name.name, role: 'people', ...(name.state ? { state: name.state } : {}) };
  return {
    ...base,
    ...plain(name),
    id: undefined,
    number: 'many',
    kind: 'group',
    as: 'actor',
    actors: [actor],
    role: 'people',
    shown: true,
    because: `${name.because}: its people, no voice of the state`,
  };
}

function readOrgan(base: Base, name: NameSpan): ActorReading {
  const state = name.state;
  const party = name.authority === 'party';
  const actor: Actor = {
    name: name.name,
    ...(name.role === undefined ? {} : { role: name.role }),
    ...(state === undefined ? {} : { state }),
  };
  return {
    ...base,
    ...plain(name),
    kind: 'organisation',
    as: 'actor',
    actors: [actor],
    states: state === undefined || party ? [] : [state],
    ...(state === undefined ? { open: { kind: 'focus', what: name.name } as const } : {}),
    shown: true,
  };
}

function bodyReading(base: Base, name: NameSpan, kind: MentionKind): ActorReading {
  const { state, ...rest } = plain(name);
  const own = name.kind === 'body' && name.authority === 'armed' ? undefined : state;
  const actor: Actor = {
    ...(name.id === undefined ? {} : { id: name.id }),
    name: name.name,
    ...(name.role === undefined ? {} : { role: name.role }),
    ...(own === undefined ? {} : { state: own }),
  };
  const home = state !== undefined && own === undefined ? `; at home in ${state}` : '';
  return {
    ...base,
    ...rest,
    ...(own === undefined ? {} : { state: own }),
    kind,
    as: 'actor',
    actors: [actor],
    shown: true,
    because: `${name.because}${home}`,
  };
}
