import { caseOf, childrenBy, lemmaOf, relationOf } from '../grammar/phrase.ts';
import type { Tree } from '../grammar/tree.ts';
import type { Resolver } from '../names/resolver.ts';
import type { InstrumentContext } from './find-instruments.ts';

interface Phrase {
  readonly start: number;
  readonly end: number;
  readonly head: number;
}

/** States that the phrase itself names: `the Dravia-Corland pact`, `its treaty with Belmark`. */
export function phraseParties(resolver: Resolver, tree: Tree, phrase: Phrase): string[] {
  const states: string[] = [];
  const add = (found: readonly string[]) => {
    for (const state of found) if (!states.includes(state)) states.push(state);
  };
  for (const name of resolver.namesIn(phrase.start, phrase.end)) {
    const speaks = /^(state|demonym|person|seat|organ)$/.test(name.kind);
    const joined = name.kind === 'capital' && isJoined(tree.text, name);
    if ((speaks || joined) && name.state !== undefined && !name.powerless) add([name.state]);
  }
  for (const child of tree.children[phrase.head]) {
    const relation = tree.tokens[child].deprel;
    const possessor = relation === 'nmod:poss';
    const partner =
      relationOf(tree, child) === 'nmod' &&
      /^(between|with|among|by)$/.test(caseOf(tree, child) ?? '');
    if (possessor || partner) add(resolver.resolve(...spanBelow(tree, child)).states);
  }
  return states;
}

/** `the Vess accord` tells where it was signed; `Vess-Oln`, `Vess's`, `with Vess` who is party. */
function isJoined(text: string, { start, end }: { start: number; end: number }): boolean {
  const before = text.slice(Math.max(0, start - 12), start);
  return (
    /^(?:['’]s|[-–])/.test(text.slice(end)) ||
    /(?:[-–]|\b(?:with|between|and|by) (?:the )?)$/.test(before)
  );
}

/** Start and end of the words that hang on a token, clauses left out. */
export function spanBelow(tree: Tree, top: number): [number, number] {
  let { start, end } = tree.tokens[top];
  const queue = [top];
  for (let index = 0; index < queue.length && index < 60; index++) {
    for (const child of tree.children[queue[index]]) {
      if (/^(acl|advcl|parataxis|case|punct|cc:preconj)/.test(tree.tokens[child].deprel)) continue;
      start = Math.min(start, tree.tokens[child].start);
      end = Math.max(end, tree.tokens[child].end);
      queue.push(child);
    }
  }
  return [start, end];
}

/**
 * Parties by the deed the instrument stands in: the subject of signing, and whoever stands behind
 * `with`; also inside a clause that hangs on the instrument: `the treaty that A signed with B`.
 */
export function deedParties(
  context: InstrumentContext,
  head: number,
  partnered: boolean,
): string[] {
  const { tree, words } = context;
  const verbs = [tree.tokens[head].head];
  for (const child of tree.children[head]) {
    if (/^acl/.test(tree.tokens[child].deprel)) verbs.push(child);
  }
  const states: string[] = [];
  const talks = talksOn(context, head);
  if (talks !== undefined) {
    states.push(
      ...partiesOfDeed(context, talks.verb, head),
      ...phraseParties(context.resolver, tree, talks.noun),
    );
  }
  const under = /^(under|by|in|through)$/.test(caseOf(tree, head) ?? '');
  if (under && verbs[0] >= 0) {
    const joint = partiesOfDeed(context, verbs[0], head);
    if (new Set(joint).size >= 2) states.push(...joint);
  }
  for (const verb of verbs) {
    const lemma = verb < 0 ? '' : lemmaOf(tree, verb);
    // `put its treaty with Corland on hold`: with one partner named the doer is the other.
    const doer = partnered && tree.tokens[verb]?.upos === 'VERB' && !words.judging.has(lemma);
    if (verb < 0 || (!doer && !words.signing.has(lemma))) continue;
    for (const state of partiesOfDeed(context, verb, head)) {
      if (!states.includes(state)) states.push(state);
    }
  }
  return states;
}

/** `A and B will hold talks on a pact`, `the signing of a pact`: the noun and its verb. */
function talksOn(context: InstrumentContext, head: number) {
  const { tree, words } = context;
  if (!/^(on|of|about|for|over)$/.test(caseOf(tree, head) ?? '')) return undefined;
  const above = tree.tokens[head].head;
  const object = above < 0 ? undefined : childrenBy(tree, above, 'obj')[0];
  for (const noun of [above, object]) {
    if (noun === undefined || noun < 0 || !words.nouns.has(lemmaOf(tree, noun))) continue;
    const verb = noun === above ? tree.tokens[noun].head : above;
    const { start, end } = tree.tokens[noun];
    return { noun: { start, end, head: noun }, verb: verb < 0 ? noun : verb };
  }
  return undefined;
}

function partiesOfDeed(context: InstrumentContext, verb: number, instrument: number): string[] {
  const { tree, resolver } = context;
  const states: string[] = [];
  const first = subjectOf(tree, verb);
  const subjects = first === undefined ? [] : [first, ...joinedSubjects(tree, first)];
  for (const subject of subjects) {
    if (subject === instrument) continue;
    states.push(...resolver.resolve(...spanBelow(tree, subject)).states);
  }
  for (const child of [...childrenBy(tree, verb, 'obl'), ...childrenBy(tree, verb, 'nmod')]) {
    if (!/^(with|by|between|and)$/.test(caseOf(tree, child) ?? '')) continue;
    states.push(...resolver.resolve(...spanBelow(tree, child)).states);
  }
  return states;
}

/** `A and B signed`, where the tree makes each a subject. */
function joinedSubjects(tree: Tree, first: number): number[] {
  return childrenBy(tree, tree.tokens[first].head, 'nsubj').filter((at) => at !== first);
}

/** The subject of a verb, or of the verb it is joined to or controlled by. */
export function subjectOf(tree: Tree, verb: number): number | undefined {
  let up = verb;
  for (let steps = 0; steps < 5 && up >= 0; steps++) {
    const own = childrenBy(tree, up, 'nsubj').find((at) => tree.tokens[at].deprel !== 'nsubj:pass');
    if (own !== undefined) return own;
    if (childrenBy(tree, up, 'nsubj').length > 0) return undefined;
    if (!/^(conj|xcomp|advcl|ccomp)$/.test(relationOf(tree, up))) return undefined;
    up = tree.tokens[up].head;
  }
  return undefined;
}
