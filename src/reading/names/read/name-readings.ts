import { lemmaOf } from '../../grammar/phrase.ts';
import { childOf, isRelation, type Tree } from '../../grammar/tree.ts';
import type { NameSpan } from '../name-span.ts';
import type { ActorReading } from './actor-reading.ts';
import type { ActorRules } from './actor-rules.ts';

/** What a name stands for where it is the head of its phrase, or an adjective before another. */
export function readName(
  tree: Tree,
  head: number,
  name: NameSpan,
  rules: ActorRules,
): ActorReading | undefined {
  const base = baseOf(tree, head, name);
  switch (name.kind) {
    case 'person':
      return readPerson(base, name);
    case 'state':
    case 'capital':
    case 'seat':
      return readPlaceName(base, name, rules);
    case 'demonym':
      return readDemonym(base, name, rules);
    case 'people':
      return readPeople(base, name, rules);
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
function readPlaceName(base: Base, name: NameSpan, rules: ActorRules): ActorReading {
  const { kind, state, organisation } = name;
  const isSeat = kind === 'seat';
  const standing = rules.judge(base.tree, base.head, kind as 'state' | 'capital' | 'seat');
  const told = { ...base, because: `${base.because}; ${standing.because}` };
  if (standing.as === 'place') {
    const id = kind === 'state' ? state : undefined;
    return { ...told, kind: 'place', as: 'place', id, role: undefined };
  }
  if (kind !== 'state' && organisation !== undefined) {
    const actors = [{ id: organisation, name: name.bodyName ?? name.name }];
    return { ...told, kind: 'organisation', id: organisation, state: undefined, actors };
  }
  const { government, seat } = rules.labels;
  const role = isSeat ? name.role : undefined;
  return {
    ...told,
    kind: isSeat ? 'organisation' : 'state',
    id: state,
    role: isSeat ? (role ?? seat) : kind === 'capital' ? government : undefined,
    actors: state === undefined ? [] : [{ id: state, name: name.name, role, state }],
    states: state === undefined ? [] : [state],
  };
}

/** Behind an article as a noun, its people or government; else an adjective of origin. */
function readDemonym(base: Base, name: NameSpan, rules: ActorRules): ActorReading {
  const { tree, head, because } = base;
  const { definiteArticles, governmentVerbs } = rules.words;
  const asNoun =
    isRelation(tree, head, ['nsubj', 'obj', 'obl', 'iobj', 'nmod', 'conj', 'root']) &&
    definiteArticles.has(tree.words[head - 1]) &&
    childOf(tree, head, 'amod') < 0 &&
    !/^(NOUN|PROPN|ADJ)$/.test(tree.tokens[head + 1]?.upos ?? '');
  const { state } = name;
  if (!asNoun) {
    const why = `${because}: tells whose or from where`;
    const shown = state !== undefined;
    return { ...base, kind: 'state', as: 'adjective', role: 'adjective', shown, because: why };
  }
  const verb = tree.tokens[head].head;
  const governs = isRelation(tree, head, ['nsubj']) && governmentVerbs.has(lemmaOf(tree, verb));
  if (!governs || state === undefined) return readPeople(base, name, rules);
  const actors = [{ id: state, name: name.name, state }];
  const why = `${because}: a deed of its government`;
  return { ...base, kind: 'state', id: state, actors, states: [state], because: why };
}

function readPeople(base: Base, name: NameSpan, { labels }: ActorRules): ActorReading {
  const role = labels.people;
  return {
    ...base,
    kind: 'group',
    number: 'many',
    id: undefined,
    role,
    actors: [{ name: name.name, role, state: name.state }],
    because: `${base.because}: its people, no voice of the state`,
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
