import { isActor, isDemonym, isPronoun, isRelative } from './actor-phrase.ts';
import {
  type Clause,
  caseOf,
  childrenBy,
  conjuncts,
  deprel,
  hasMark,
  headOf,
  isVerb,
  relation,
} from './clause.ts';
import { antecedent, isFronted, isMain, isPassive } from './match-verb.ts';
import { fits } from './object-class.ts';

const mostSteps = 8;

/**
 * Who does what a verb says, as heads of noun phrases: its own subject, the agent of a passive, the
 * subject it shares with the verb above (`and`, `to`, `-ing`), the noun its clause hangs on.
 */
export function actorsOf(clause: Clause, at: number, steps = 0): number[] {
  if (steps > mostSteps || at < 0) return [];
  if (isPassive(clause, at)) return agentsOf(clause, at);
  const own = childrenBy(clause, at, 'nsubj').filter((child) => !isEmpty(clause, child));
  if (own.length > 0) {
    const main = mainSubject(clause, own);
    if (main >= clause.opening) {
      const joined = isJoined(clause, own[0], main) ? conjuncts(clause, own[0]) : [];
      return [...joined, ...throughRelative(clause, at, main)].flatMap((one) =>
        partnersIn(clause, one),
      );
    }
    return leftNeighbour(clause, at);
  }
  const above = headOf(clause, at);
  const name = relation(clause, at);
  if (above < 0) return leftNeighbour(clause, at);
  if (name === 'root') return leftNeighbour(clause, at);
  if (name === 'acl' && isMain(clause, at)) return conjuncts(clause, above);
  if (isFronted(clause, at)) return isActor(clause, at - 1) ? [at - 1] : [];
  if (name === 'conj')
    return isVerb(clause, above) || isPredicate(clause, above) ? shared(clause, above, steps) : [];
  if (name === 'xcomp' || name === 'advcl' || name === 'ccomp' || name === 'parataxis') {
    return controllers(clause, at, above, steps);
  }
  if (name === 'acl') return ofNoun(clause, at, above, steps);
  return [];
}

function shared(clause: Clause, above: number, steps: number): number[] {
  if (!isPassive(clause, above)) return actorsOf(clause, above, steps + 1);
  const subjects = childrenBy(clause, above, 'nsubj:pass', 'nsubj');
  return subjects.flatMap((child) => conjuncts(clause, child));
}

/** Who stands behind `by`. */
export function agentsOf(clause: Clause, at: number): number[] {
  const by = childrenBy(clause, at, 'obl', 'nmod').filter(
    (child) => caseOf(clause, child) === 'by',
  );
  const near = childrenBy(clause, at, 'obj', 'xcomp', 'obl').flatMap((child) =>
    childrenBy(clause, child, 'nmod', 'obl').filter((inner) => caseOf(clause, inner) === 'by'),
  );
  const agents = [...by, ...near].slice(0, 1).flatMap((child) => conjuncts(clause, child));
  return agents.length > 0 && agents.some((one) => isActor(clause, one))
    ? agents
    : [...ownersOfAttack(clause, at), ...agents].slice(0, 1);
}

/** `killed in Corlander shelling`, `in a raid by rebels`: who stands behind the attack. */
function ownersOfAttack(clause: Clause, at: number): number[] {
  for (const child of childrenBy(clause, at, 'obl')) {
    if (!/^(in|by|during)$/.test(caseOf(clause, child))) continue;
    if (!fits(clause, child, ['attack', 'cyberattack'])) continue;
    const by = childrenBy(clause, child, 'nmod', 'nmod:poss').filter((one) =>
      /^(by|'s|)$/.test(caseOf(clause, one)),
    );
    const origin: number[] = [];
    for (let one = clause.tree.from[child]; one < child; one++) {
      if (isDemonym(clause, one)) origin.push(one);
    }
    const owner = [...by, ...origin][0];
    if (owner !== undefined) return [owner];
  }
  return [];
}

function isEmpty(clause: Clause, child: number): boolean {
  return deprel(clause, child) === 'expl' || clause.tree.words[child] === 'there';
}

/** `The summit between Oln and Vess failed to ..`: those who met are who failed. */
function partnersIn(clause: Clause, at: number): number[] {
  const entry = clause.lexicon.nouns.get(clause.lemmas[at]);
  if (entry?.parties !== 'together') return [at];
  const partners = childrenBy(clause, at, 'nmod')
    .filter((child) => caseOf(clause, child) === 'between')
    .flatMap((child) => conjuncts(clause, child));
  return partners.length > 1 ? partners : [at];
}

/** The tree may give two: of a broken name the last, else the first that is no day. */
function mainSubject(clause: Clause, own: readonly number[]): number {
  const real = own.filter(
    (child) => child >= clause.opening && !clause.lexicon.notActors.has(clause.tree.words[child]),
  );
  const [first = own[0]] = real;
  const last = real.at(-1) ?? first;
  if (isJoined(clause, first, last)) return last;
  for (let here = first; here < last; here++) if (clause.pos[here] === 'PUNCT') return first;
  return last;
}

/** `Oln and Vess met`, where the tree gives the verb two subjects. */
function isJoined(clause: Clause, first: number, last: number): boolean {
  if (first >= last || first < clause.opening) return false;
  let joined = false;
  for (let here = first + 1; here < last; here++) {
    if (clause.tree.words[here] === 'and') joined = true;
    if (!/^(NOUN|PROPN|ADJ|DET|CCONJ|PUNCT|NUM|PART)$/.test(clause.pos[here])) return false;
  }
  return joined;
}

function isPredicate(clause: Clause, at: number): boolean {
  return childrenBy(clause, at, 'cop').length > 0 || childrenBy(clause, at, 'nsubj').length > 0;
}

function throughRelative(clause: Clause, at: number, child: number): number[] {
  if (!isRelative(clause, child)) return conjuncts(clause, child);
  return [antecedent(clause, at, child)];
}

/** `asked Oln to leave`: Oln leaves; `offered to leave`, `left, closing the base`: the subject. */
function controllers(clause: Clause, at: number, above: number, steps: number): number[] {
  const name = relation(clause, at);
  if (name === 'xcomp' || name === 'ccomp') {
    const objects = childrenBy(clause, above, 'obj', 'iobj').filter(
      (child) => child < at && isActor(clause, child),
    );
    const kinds = clause.lexicon.operators.get(clause.lemmas[above]) ?? [];
    const hands = kinds.some((kind) => kind === 'request' || kind === 'force' || kind === 'allow');
    if (hands && objects.length > 0) return objects.flatMap((child) => conjuncts(clause, child));
  }
  if (controlOf(clause, at) !== undefined && !isPassive(clause, above)) {
    const objects = childrenBy(clause, above, 'obj', 'iobj').filter((child) => child < at);
    if (objects.length > 0) return objects.flatMap((child) => conjuncts(clause, child));
  }
  return shared(clause, above, steps);
}

/** The verb above hands the gerund to its object: `accused Oln of arming them`, `kept Oln from`. */
export function controlOf(
  clause: Clause,
  at: number,
): 'blames' | 'thanks' | 'prevents' | undefined {
  if (clause.tree.tokens[at].xpos !== 'VBG') return undefined;
  const lemma = clause.lemmas[headOf(clause, at)];
  const { blames, thanks, prevents } = clause.lexicon.sets;
  if (hasMark(clause, at, 'from') && prevents.has(lemma)) return 'prevents';
  if (!hasMark(clause, at, 'of', 'for')) return undefined;
  if (blames.has(lemma)) return 'blames';
  return thanks.has(lemma) ? 'thanks' : undefined;
}

/** `the rebels holding the town`; `Oln's decision to leave`; `the pilots freed`. */
function ofNoun(clause: Clause, at: number, noun: number, steps: number): number[] {
  if (isActor(clause, noun) && clause.tree.tokens[at].xpos !== 'VB') return conjuncts(clause, noun);
  const owners = childrenBy(clause, noun, 'nmod:poss');
  if (owners.length > 0) return owners.flatMap((child) => conjuncts(clause, child));
  const verb = headOf(clause, noun);
  if (verb >= 0 && /^(obj|iobj)$/.test(relation(clause, noun)) && isVerb(clause, verb)) {
    return isActor(clause, noun) ? conjuncts(clause, noun) : shared(clause, verb, steps);
  }
  return isActor(clause, noun) ? conjuncts(clause, noun) : [];
}

/** Where the tree gives no subject: the nearest actor before the verb with no verb between. */
function leftNeighbour(clause: Clause, at: number): number[] {
  for (let here = at - 1; here >= Math.max(clause.opening, at - 14); here--) {
    if (isVerb(clause, here) && clause.tree.tokens[here].xpos !== 'VBN') return [];
    const loose = caseOf(clause, here) === '' && isActor(clause, here) && !isPronoun(clause, here);
    const nested = /^(nmod|compound|flat|obl)$/.test(relation(clause, here));
    if (loose && !nested) return [here];
  }
  return [];
}
