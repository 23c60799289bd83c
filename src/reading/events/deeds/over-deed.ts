import type { EventType } from '../../../model/event-type.ts';
import type { OverRow } from '../../../reference/constructions/event-rows.ts';
import { conjunctsOf } from '../../grammar/phrase.ts';
import { isRelation } from '../../grammar/tree.ts';
import { complementOf, isNegated } from '../../grammar/verb.ts';
import { type Arguments, argumentsOf, askedOf } from '../around/arguments.ts';
import { receiversOf } from '../around/receivers.ts';
import { isActor } from '../around/who.ts';
import { type Deed, deedOf } from '../deed.ts';
import type { EventTree } from '../event-tree.ts';
import { firstHit, type Hit } from './rules.ts';
import { findCase, inMood, turned } from './turn.ts';
import { verbHit } from './verb-deed.ts';

/** Reads the deed that a word carries. */
export type DeedAt = (at: number) => Deed | undefined;

/** A word over a deed: what stands around it, its row, and the deed. */
interface Over {
  readonly args: Arguments;
  readonly hit: Hit<OverRow>;
  readonly below: Deed | undefined;
}

/**
 * What a word makes of the deed below it: `agreed to`, `refused to`, `said it would`. `own` where
 * it is a deed by itself.
 */
export function overDeed(tree: EventTree, at: number, deedAt: DeedAt): Deed | undefined | 'own' {
  const rules = tree.lexicon.over.get(tree.tokens[at].lemma);
  const complement = rules === undefined ? -1 : complementOf(tree, at);
  if (complement < 0) return 'own';
  const args = argumentsOf(tree, at);
  const hit = firstHit(rules, tree, at, askedOf(tree, args));
  if (hit === undefined || isOwn(tree, args, hit.row, complement)) return 'own';
  const { id, takes, turn, not, pairOnly } = hit.row;
  const below = deedAt(complement);
  const denied = isNegated(tree, at);
  const found = findCase(tree, (denied && not) || turn, below);
  const over = { args, hit, below };
  const deed = takes === 'below' ? raisedDeed(over) : upperDeed(tree, over, found?.type);
  if (found === undefined || deed === undefined) return undefined;
  const consumed = [complement, ...(below === undefined ? [] : [below.at, ...below.consumed])];
  const whole = { ...deed, rule: id, pairOnly, consumed: pairOnly ? [] : consumed };
  return inMood(tree, turned(whole, found), denied && not === undefined);
}

/** Its own row may go first, and so does an object that says what was ordered or announced. */
function isOwn(tree: EventTree, args: Arguments, row: OverRow, complement: number): boolean {
  const loose = !isRelation(tree, complement, ['xcomp', 'ccomp']);
  if (!row.last && !loose) return false;
  const own = verbHit(tree, args)?.row;
  return own !== undefined && (row.last === true || own.object === 'means');
}

/** A deed of the upper word, done to whom the row names, or to whom the lower one is done. */
function upperDeed(
  tree: EventTree,
  { args, hit, below }: Over,
  type: EventType | undefined,
): Deed | undefined {
  if (type === undefined) return undefined;
  const { at, doers, objects } = args;
  const isOther = (one: number) => !doers.includes(one);
  const head = hit.node(hit.row.recipient);
  const named = head < 0 ? [] : conjunctsOf(tree, head).filter(isOther);
  const direct = objects.filter((one) => isActor(tree, one) && isOther(one));
  const own = receiversOf(tree, args, { type });
  const lower = below?.recipients.filter(isOther) ?? [];
  const rest = objects.length > 0 ? [own, lower] : [lower, own];
  const recipients = [named, direct, ...rest].find((list) => list.length > 0) ?? [];
  return { ...deedOf(at, hit.row, type), actors: doers, recipients, object: below?.object };
}

/** `began to withdraw`, `said it would`: the deed below, done by who began or said so. */
function raisedDeed({ args, below }: Over): Deed | undefined {
  if (below === undefined) return undefined;
  const { at, doers } = args;
  const recipients = below.recipients.filter((one) => !doers.includes(one));
  return { ...below, at, actors: doers.length > 0 ? doers : below.actors, recipients };
}
