import { type Clause, caseOf, childrenBy, conjuncts, deprel, isVerb, relation } from './clause.ts';
import type { Deed } from './deed.ts';
import { type Match, matchVerb, type VerbFeatures, verbFeatures } from './match-verb.ts';
import { contentNoun, fits } from './object-class.ts';
import { complementOf, type DeedAt, operate } from './operators.ts';
import { isMeans, recipientsOf } from './recipient.ts';
import { actorsOf } from './subject.ts';
import { surfaceFeatures } from './surface.ts';
import { withTense } from './tense.ts';

/** Reads the deeds of one sentence; every word is looked at once. */
export interface DeedReader {
  deedAt(at: number): Deed | undefined;
}

export function makeDeedReader(clause: Clause): DeedReader {
  const known = new Map<number, Deed | undefined>();
  const open = new Set<number>();
  const deedAt = (at: number): Deed | undefined => {
    if (known.has(at)) return known.get(at);
    if (open.has(at)) return undefined;
    open.add(at);
    const deed = readDeed(clause, at, deedAt);
    open.delete(at);
    known.set(at, deed);
    return deed;
  };
  return { deedAt };
}

function readDeed(clause: Clause, at: number, deedAt: DeedAt): Deed | undefined {
  const upos = clause.pos[at];
  if (upos !== 'VERB' && upos !== 'ADJ' && upos !== 'NOUN' && upos !== 'AUX') return undefined;
  const key = upos === 'ADJ' ? `adj:${clause.lemmas[at]}` : clause.lemmas[at];
  const kinds = upos === 'NOUN' ? [] : (clause.lexicon.operators.get(key) ?? []);
  if (kinds.length > 0) {
    const complement = complementOf(clause, at, kinds);
    if (complement !== undefined) {
      const made = operate(clause, at, kinds, complement, deedAt);
      if (made === 'own') return ownDeed(clause, at);
      return made;
    }
  }
  if (upos === 'VERB') return ownDeed(clause, at);
  return upos === 'ADJ' ? predicateDeed(clause, at) : undefined;
}

/** A verb's deed by its own frames, with tense and negation. */
function ownDeed(clause: Clause, at: number): Deed | undefined {
  const actors = actorsOf(clause, at);
  const tree = verbFeatures(clause, at, actors);
  const bare = tree.objects.length === 0 && !tree.passive;
  const near = bare ? surfaceFeatures(clause, at, actors) : tree;
  const byTree = matchVerb(clause, tree);
  const match = byTree?.weight === 2 || !bare ? byTree : (matchVerb(clause, near) ?? byTree);
  if (match === undefined) return undefined;
  const features = match === byTree ? tree : near;
  const { swap } = match;
  const place = placeOf(clause, at);
  const held = features.passive && actors.length === 0 && place !== undefined;
  const placeActs = held && /^(COERCE|YIELD)$/.test(match.type);
  const receivers = recipientsOf(clause, features, actors, match);
  const object = features.objects[0];
  const base: Deed = {
    at,
    type: match.type,
    ...(match.mode === undefined ? {} : { mode: match.mode }),
    actors: swap ? receivers : placeActs ? [place] : actors,
    ...(placeActs ? { placeActs: true as const } : {}),
    ...(place === undefined || placeActs ? {} : { place }),
    recipients: swap ? actors : withOwnObject(clause, features, receivers, match),
    ...(object === undefined ? {} : { object: contentNoun(clause, object) }),
    ...(match.reciprocal ? { reciprocal: true as const } : {}),
    standing: 'done',
    weight: match.weight,
    consumed: [],
    from: features.passive ? Math.min(at, object ?? at) : at,
    until: clause.tree.until[at],
  };
  return withTense(clause, at, base);
}

/** The place behind `in`, `at`, `near` that hangs on the verb or on what hangs on it. */
function placeOf(clause: Clause, at: number): number | undefined {
  const { tree } = clause;
  for (let here = at + 1; here <= tree.until[at]; here++) {
    if (isVerb(clause, here) && relation(clause, here) !== 'xcomp') return undefined;
    if (!/^(in|at|near|across|throughout|inside|within)$/.test(caseOf(clause, here))) continue;
    const kind = clause.mentions[here]?.kind;
    if (kind === 'state' || kind === 'place') return here;
    // `in Corlander shelling` says who acted.
    if (fits(clause, here, ['attack', 'cyberattack'])) continue;
    const inner = tree.children[here].find((child) => clause.mentions[child]?.state !== undefined);
    if (inner !== undefined && /^(nmod|amod|compound)/.test(deprel(clause, inner))) return inner;
  }
  return undefined;
}

function isReceivable(clause: Clause, at: number): boolean {
  const isDay = clause.lexicon.notActors.has(clause.tree.words[at]);
  return /^(NOUN|PROPN)$/.test(clause.pos[at]) && !isDay;
}

/** Nobody behind it: what is rejected or condemned stands as the receiver itself. */
function withOwnObject(
  clause: Clause,
  { objects, phrases }: VerbFeatures,
  receivers: readonly number[],
  match: Match,
): readonly number[] {
  if (receivers.length > 0) return receivers;
  if (objects.length === 0 || isMeans(clause, objects[0], match)) {
    const against = phrases.find(
      ({ prep, at }) =>
        /^(against|on|upon|into|to)$/.test(prep) &&
        isReceivable(clause, at) &&
        !isMeans(clause, at, { type: match.type }),
    );
    return against === undefined ? receivers : [against.at];
  }
  const token = clause.tree.tokens[objects[0]];
  const isDay = clause.lexicon.notActors.has(clause.tree.words[objects[0]]);
  return token.upos === 'PRON' || isDay ? receivers : objects;
}

/** `responsible`, `behind`: a verdict on the subject. */
function predicateDeed(clause: Clause, at: number): Deed | undefined {
  if (childrenBy(clause, at, 'cop').length === 0) return undefined;
  if (clause.lemmas[at] !== 'guilty') return undefined;
  const violation = childrenBy(clause, at, 'advcl', 'acl', 'xcomp')[0];
  if (violation === undefined) return undefined;
  const inner = ownDeed(clause, violation);
  if (inner === undefined) return undefined;
  const actors = childrenBy(clause, at, 'nsubj').flatMap((child) => conjuncts(clause, child));
  return { ...inner, at, actors, consumed: [violation] };
}
