import type { EventType } from '../../model/event-type.ts';
import type { OperatorKind } from '../../reference/words/event-lexicon.ts';
import { isActor, isPronoun } from './actor-phrase.ts';
import {
  type Clause,
  caseOf,
  childrenBy,
  conjuncts,
  hasMark,
  isNegated,
  relation,
} from './clause.ts';
import { type Deed, isHostile, type Standing } from './deed.ts';
import { matchVerb, modality, type VerbFeatures, verbFeatures } from './match-verb.ts';
import { recipientsOf } from './recipient.ts';
import { actorsOf, controlOf } from './subject.ts';
import { inFuture, threatOf } from './tense.ts';

/** Reads the deed that a word below carries. */
export type DeedAt = (at: number) => Deed | undefined;

/** What the word does with the deed below it; `own` where its own frames decide. */
export function operate(
  clause: Clause,
  at: number,
  kinds: readonly OperatorKind[],
  complement: number,
  deedAt: DeedAt,
): Deed | undefined | 'own' {
  const negated = isNegated(clause, at);
  const inner = deedAt(complement);
  const actors = actorsOf(clause, at);
  const features = verbFeatures(clause, at, actors);
  const kind = kindFor(clause, kinds, features, complement, actors);
  // `ordered an inquiry into the bank, holding it responsible`: the object says what was ordered.
  const loose = relation(clause, complement) !== 'xcomp' && features.objects.length > 0;
  if (loose && kind !== 'say' && matchVerb(clause, features)?.byObject) return 'own';
  const step: Step = { clause, at, negated, inner, actors, features, complement };
  switch (kind) {
    case 'agree':
      return agree(step);
    case 'refuse':
      return make(step, negated ? 'AGREE' : 'REJECT', 'done');
    case 'threaten':
      return make(step, 'THREATEN', 'done', inner === undefined ? undefined : threatOf(inner));
    case 'warn':
      return warn(step);
    case 'request':
      return make(
        step,
        'REQUEST',
        futureStanding(step),
        inner?.type === 'YIELD' ? 'yield' : undefined,
      );
    case 'force':
      return make(step, 'COERCE', 'done');
    case 'fail':
      return fail(step);
    case 'phase':
      return phase(step);
    case 'stop':
      return controlOf(clause, complement) === 'prevents' ? 'own' : stop(step);
    case 'wish':
      return wish(step);
    case 'say':
      return say(step);
    case 'allow':
      return 'own';
  }
}

interface Step {
  readonly clause: Clause;
  readonly at: number;
  readonly negated: boolean;
  readonly inner: Deed | undefined;
  readonly actors: readonly number[];
  readonly features: VerbFeatures;
  readonly complement: number;
}

/** Words of two kinds: `promised that` tells, `promised to` agrees; `asked Oln to` asks. */
function kindFor(
  clause: Clause,
  kinds: readonly OperatorKind[],
  features: VerbFeatures,
  complement: number,
  actors: readonly number[],
): OperatorKind {
  if (kinds.length === 1) return kinds[0];
  const plain = childrenBy(clause, complement, 'aux', 'nsubj').length === 0;
  const bare = clause.tree.tokens[complement].xpos === 'VB' && plain;
  const infinite = hasMark(clause, complement, 'to') || bare;
  const own = childrenBy(clause, complement, 'nsubj');
  const told = features.objects.some((child) => isActor(clause, child) && !actors.includes(child));
  if (kinds.includes('say') && !infinite) return 'say';
  if (kinds.includes('request') && (told || (infinite && own.length > 0))) return 'request';
  if (kinds.includes('request') && kinds.includes('phase')) return 'phase';
  if (kinds.includes('wish') && infinite) return 'wish';
  if (kinds.includes('request') && kinds.includes('wish'))
    return own.length > 0 ? 'request' : 'wish';
  if (kinds.includes('say')) {
    const other = kinds.find((kind) => kind !== 'say') ?? 'say';
    return infinite ? other : 'say';
  }
  return kinds[0];
}

function futureStanding({ clause, at }: Step): Standing {
  return modality(clause, at) === 'future' ? 'promised' : 'done';
}

/** A deed of the upper word, done to whom the lower one is done, or to whom it is addressed. */
function make(step: Step, type: EventType, standing: Standing, mode?: string): Deed {
  const { clause, at, inner, actors, features, complement, negated } = step;
  const own = recipientsOf(clause, features, actors, { type, byObject: false }).filter(
    (one) => one !== complement,
  );
  const addressed = type === 'REQUEST' || type === 'COERCE';
  const asked = addressed ? askedOf(clause, complement, actors) : [];
  const below = inner?.recipients.filter((one) => !actors.includes(one)) ?? [];
  const direct = features.objects.filter((one) => isActor(clause, one) && !actors.includes(one));
  const first = direct.length > 0 ? direct : asked;
  const ownFirst = features.objects.length > 0 && own.length > 0;
  const second = ownFirst || below.length === 0 ? own : below;
  const recipients = first.length > 0 ? first : second;
  return {
    at,
    type,
    ...(mode === undefined ? {} : { mode }),
    actors,
    recipients,
    ...(inner?.object === undefined ? {} : { object: inner.object }),
    standing: negated && standing === 'done' && type !== 'REJECT' ? 'negated' : standing,
    weight: 2,
    consumed: inner === undefined ? [complement] : [complement, inner.at, ...inner.consumed],
    from: at,
    until: clause.tree.until[at],
  };
}

/** The subject of what is asked: `demanded that Oln withdraw`. */
function askedOf(clause: Clause, complement: number, actors: readonly number[]): number[] {
  return childrenBy(clause, complement, 'nsubj')
    .flatMap((child) => conjuncts(clause, child))
    .filter((child) => isActor(clause, child) && !actors.includes(child));
}

function agree(step: Step): Deed {
  const { inner, negated } = step;
  if (negated) return { ...make(step, 'REJECT', 'done'), standing: 'done' };
  if (inner !== undefined && isHostile(inner.type) && inner.type !== 'MOBILIZE') {
    return make(step, 'THREATEN', 'promised', threatOf(inner));
  }
  return make(step, 'AGREE', 'promised', inner?.type === 'YIELD' ? 'yield' : undefined);
}

function warn(step: Step): Deed {
  return make(
    step,
    'THREATEN',
    'done',
    step.inner === undefined ? undefined : threatOf(step.inner),
  );
}

function fail(step: Step): Deed | undefined {
  const { inner } = step;
  if (inner === undefined) return undefined;
  if (/^(SUPPORT|AGREE|CONSULT|YIELD)$/.test(inner.type)) {
    const { mode: _, ...plain } = inner;
    return {
      ...plain,
      at: step.at,
      type: 'REJECT',
      standing: 'done',
      actors: step.actors,
      consumed: [...inner.consumed, inner.at],
      from: step.at,
    };
  }
  return { ...inner, standing: 'negated' };
}

/** `began to withdraw`, `decided to lift`: the deed below, done by who decided. */
function phase(step: Step): Deed | undefined {
  const { clause, at, inner, actors, negated, complement } = step;
  const apart = childrenBy(clause, complement, 'nsubj').length > 0;
  if (inner === undefined || apart) return undefined;
  const moved = {
    ...inner,
    actors: actors.length > 0 ? actors : inner.actors,
    recipients: inner.recipients.filter((one) => !actors.includes(one)),
    from: at,
    consumed: [...inner.consumed, inner.at],
    at,
  };
  if (negated && modality(clause, at) !== 'future') return { ...moved, standing: 'negated' };
  return modality(clause, at) === 'future' ? inFuture(moved, negated) : moved;
}

function stop(step: Step): Deed | undefined {
  const { clause, at, inner, negated } = step;
  if (inner === undefined) return undefined;
  const type: EventType = isHostile(inner.type) ? 'YIELD' : 'SANCTION';
  const made = { ...make({ ...step, negated: false }, type, 'done'), from: at };
  return modality(clause, at) === 'future' ? inFuture(made, negated) : made;
}

/** Not done yet: a plan to help is an offer, a plan to harm a possibility. */
function wish(step: Step): Deed | undefined {
  const { clause, at, inner, actors, negated } = step;
  if (inner === undefined || negated) return undefined;
  const moved = {
    ...inner,
    at,
    from: at,
    actors: actors.length > 0 ? actors : inner.actors,
    recipients: inner.recipients.filter((one) => !actors.includes(one)),
    consumed: [...inner.consumed, inner.at],
  };
  const tries = /^(try|attempt|struggle|able|unable|scramble)$/.test(clause.lemmas[at]);
  if (tries || isHostile(inner.type)) return { ...moved, standing: 'possible' };
  return inFuture(moved, false);
}

/** The saying is passed through: who says it is bound by what it says of itself. */
function say(step: Step): Deed | undefined | 'own' {
  const { clause, at, inner, actors, complement, features } = step;
  const subjects = childrenBy(clause, complement, 'nsubj', 'nsubj:pass').flatMap((child) =>
    conjuncts(clause, child),
  );
  const others = subjects.filter((one) => isActor(clause, one) && !isPronoun(clause, one));
  const mood = modality(clause, complement);
  if (mood === 'obligation' && subjects.length > 0) {
    const asked = make({ ...step, negated: false }, 'REQUEST', 'done');
    return others.length > 0 ? { ...asked, recipients: others } : asked;
  }
  if (others.length > 0 && /^(responsible|guilty)$/.test(clause.lemmas[complement])) {
    return { ...make(step, 'ACCUSE', 'done', 'allege'), recipients: others };
  }
  const frames = matchVerb(clause, features);
  if (frames !== undefined) return 'own';
  if (inner === undefined) return undefined;
  if (others.length > 0 && isHostile(inner.type) && inner.standing === 'done') {
    return saidOf(step, inner, others);
  }
  const selves = subjects.length === 0 || subjects.every((one) => isPronoun(clause, one));
  if (!selves || actors.length === 0 || inner.actors.some((one) => !subjects.includes(one))) {
    return undefined;
  }
  return { ...inner, at, actors, from: at, consumed: [...inner.consumed, inner.at, complement] };
}

/** `Oln said Vess had shelled the port`: the reader keeps the deed, a given pair asks for this. */
function saidOf(step: Step, inner: Deed, others: readonly number[]): Deed | undefined {
  if (inner.actors.some((one) => !others.includes(one)) || step.actors.length === 0)
    return undefined;
  const accused = { ...make(step, 'ACCUSE', 'done', 'allege'), recipients: others };
  return { ...accused, pairOnly: true, consumed: [] };
}

/** The clause below a word: infinitive, that-clause, gerund. */
export function complementOf(
  clause: Clause,
  at: number,
  kinds: readonly OperatorKind[],
): number | undefined {
  const { children, tokens } = clause.tree;
  const after = children[at].filter((child) => relation(clause, child) !== 'punct');
  const direct = after.find((child) => {
    const name = relation(clause, child);
    return name === 'xcomp' || name === 'ccomp';
  });
  if (direct !== undefined && isClause(clause, direct)) return direct;
  const purpose = after.find(
    (child) => relation(clause, child) === 'advcl' && hasMark(clause, child, 'to', 'from', 'that'),
  );
  const asks = kinds.some((kind) => kind === 'request' || kind === 'force' || kind === 'allow');
  const loose = !kinds.includes('say') || asks;
  if (purpose !== undefined && purpose > at && loose && !kinds.includes('phase')) return purpose;
  if (asks) {
    for (const child of after) {
      const addressed = /^(on|upon|to|for)$/.test(caseOf(clause, child));
      if (!/^(obj|iobj)$/.test(relation(clause, child)) && !addressed) continue;
      const inner = childrenBy(clause, child, 'acl').find((one) => tokens[one].xpos === 'VB');
      if (inner !== undefined) return inner;
    }
  }
  // `X will go, Oln said`: the saying hangs on what is said.
  if (relation(clause, at) === 'parataxis' && kinds.includes('say')) return undefined;
  return undefined;
}

function isClause(clause: Clause, at: number): boolean {
  const upos = clause.pos[at];
  if (upos === 'VERB' || upos === 'AUX') return true;
  return childrenBy(clause, at, 'cop', 'nsubj').length > 0 || upos === 'ADJ';
}
