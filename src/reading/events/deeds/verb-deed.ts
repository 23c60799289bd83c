import type { DeedRow } from '../../../reference/constructions/event-rows.ts';
import { conjunctsOf, isBehind } from '../../grammar/phrase.ts';
import { isRelation } from '../../grammar/tree.ts';
import { type Arguments, argumentsOf, askedOf } from '../around/arguments.ts';
import { nearArguments } from '../around/near-arguments.ts';
import { contentNoun, fits } from '../around/noun-class.ts';
import { type Done, isMeans, receiversOf } from '../around/receivers.ts';
import { type Deed, deedOf } from '../deed.ts';
import { type EventTree, isVerb } from '../event-tree.ts';
import { firstHit, type Hit } from './rules.ts';
import { inMood } from './turn.ts';

/** A verb's deed by its own rows, with tense and negation. */
export function verbDeed(tree: EventTree, at: number): Deed | undefined {
  if (!tree.lexicon.verbs.has(tree.tokens[at].lemma)) return undefined;
  const args = argumentsOf(tree, at);
  const hit = verbHit(tree, args);
  // No object in the tree: what stands near counts, if it makes a deed of it.
  const bare = args.objects.length === 0 && !args.passive && !hit?.row.where.length;
  const near = bare ? nearArguments(tree, args) : args;
  const nearHit = bare ? verbHit(tree, near) : hit;
  if (nearHit !== undefined) return deedBy(tree, nearHit, near);
  return hit && deedBy(tree, hit, args);
}

/** The first row of the verb that holds; none where it says that this is not a deed. */
export function verbHit(tree: EventTree, args: Arguments): Hit<DeedRow> | undefined {
  const rules = tree.lexicon.verbs.get(tree.tokens[args.at].lemma);
  const hit = firstHit(rules, tree, args.at, askedOf(tree, args));
  return hit?.row.type === 'none' ? undefined : hit;
}

function deedBy(tree: EventTree, { row, node }: Hit<DeedRow>, args: Arguments): Deed | undefined {
  const { type, mode } = row;
  if (type === 'none') return undefined;
  const { at, doers, objects, passive } = args;
  const done = { type, mode, means: row.object === 'means' };
  const named = node(row.recipient);
  const receivers = named < 0 ? receiversOf(tree, args, done) : conjunctsOf(tree, named);
  const place = placeOf(tree, at);
  const held = passive && doers.length === 0 && /^(COERCE|YIELD)$/.test(type);
  const placeActs = held && place !== undefined;
  const actors = placeActs ? [place] : doers;
  const swapped = row.actor === 'receiver';
  return inMood(tree, {
    ...deedOf(at, row, type),
    mode,
    actors: swapped ? receivers : actors,
    recipients: swapped ? doers : withOwnObject(tree, args, receivers, done),
    ...(placeActs ? { placeActs } : { place }),
    object: objects.length === 0 ? undefined : contentNoun(tree, objects[0]),
    both: row.both,
  });
}

/** The place behind `in`, `at`, `near` that hangs on the verb or on what hangs on it. */
function placeOf(tree: EventTree, at: number): number | undefined {
  for (let here = at + 1; here <= tree.until[at]; here++) {
    if (isVerb(tree, here) && tree.tokens[here].deprel !== 'xcomp') return undefined;
    if (!isBehind(tree, here, tree.lexicon.words.placeMarks)) continue;
    const kind = tree.mentions[here]?.kind;
    if (kind === 'state' || kind === 'place') return here;
    // `in Corlander shelling` says who acted.
    if (fits(tree, here, tree.lexicon.words.attackClasses)) continue;
    const inner = tree.children[here].find((child) => tree.mentions[child]?.state !== undefined);
    if (inner !== undefined && isRelation(tree, inner, ['nmod', 'amod', 'compound'])) return inner;
  }
  return undefined;
}

/** Nobody behind it: what is rejected or condemned stands as the receiver itself. */
function withOwnObject(
  tree: EventTree,
  { objects, phrases }: Arguments,
  receivers: readonly number[],
  done: Done,
): readonly number[] {
  if (receivers.length > 0) return receivers;
  const { notActors, againstMarks } = tree.lexicon.words;
  const isThing = (one: number, not: RegExp) =>
    !not.test(tree.tokens[one].upos) && !notActors.has(tree.words[one]);
  if (objects.length > 0 && !isMeans(tree, objects[0], done)) {
    return isThing(objects[0], /^PRON$/) ? objects : receivers;
  }
  const against = phrases.find(
    ({ at }) =>
      isBehind(tree, at, againstMarks) &&
      isThing(at, /^(PRON|NUM)$/) &&
      !isMeans(tree, at, { type: done.type }),
  );
  return against === undefined ? receivers : [against.at];
}
