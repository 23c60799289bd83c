import { isRelation, type Tree } from '../grammar/tree.ts';
import type { Candidate, Piece } from './candidate.ts';
import { asComplement } from './complex-frames.ts';
import { contentUntil } from './content-end.ts';
import type { Cue } from './cue-lexicon.ts';
import { contentPiece, sourceTokens } from './pieces.ts';
import { isInfinitive, prepositionOf } from './verb-arguments.ts';
import { propose, subjectTokens, type VerbSite } from './verb-site.ts';

/** The frames of a passive verb: with `by`, or with nobody in sight. */
export function passiveVerbFrames(site: VerbSite, cue: Cue): Candidate[] {
  if (!site.slots.passive) return [];
  const complement = complementOf(site, cue);
  const content = passiveContent(site, complement);
  if (content.length === 0) return [];
  const { agent } = site.slots;
  if (agent >= 0) {
    const { frames } = cue;
    const strongest = Math.max(frames.object ?? 0, frames.clause ?? 0, frames.as ?? 0);
    const found = propose(site, cue, {
      construction: 'passive with by',
      content,
      weight: isAs(site, complement) ? (frames.as ?? 0) : strongest * 0.9,
      sourceHead: agent,
      sourceSpan: agentTokens(site, complement),
      cueTokens: passiveCue(site, complement),
    });
    return found === undefined ? [] : [found];
  }
  const found = propose(site, cue, {
    construction: 'passive without agent',
    content,
    weight: passiveWeight(site, cue, complement),
    sourceHead: -1,
    cueTokens: passiveCue(site, complement),
  });
  return found === undefined ? [] : [found];
}

function isAs({ tree }: VerbSite, complement: number): boolean {
  const preposition = complement < 0 ? -1 : prepositionOf(tree, complement);
  return preposition >= 0 && tree.words[preposition] === 'as';
}

function passiveWeight(site: VerbSite, cue: Cue, complement: number): number {
  const plain = cue.frames.passive ?? 0;
  if (complement < 0) return plain * 0.5;
  const { tree } = site;
  if (isRelation(tree, complement, ['ccomp'])) {
    return Math.max(plain, (cue.frames.clause ?? 0) * 0.85);
  }
  if (isAs(site, complement)) return Math.max(plain, (cue.frames.as ?? 0) * 0.85);
  return Math.max(plain, (cue.frames.person ?? 0) * 0.5);
}

/** The agent without `by`, and without an `as` phrase that hangs on it. */
function agentTokens({ tree, slots }: VerbSite, complement: number): [number, number] {
  const [from, until] = sourceTokens(tree, slots.agent);
  if (complement > slots.agent && tree.from[complement] <= until) {
    return [from, tree.from[complement] - 1];
  }
  return [from, until];
}

/** What the passive says of its subject: a clause, an infinitive, an `as` phrase, a predicate. */
function complementOf({ tree, verb, slots }: VerbSite, cue: Cue): number {
  // `hailed by rivals as a turning point`: the parser hangs the phrase on the rivals.
  const agentAs = slots.agent >= 0 ? asComplement(tree, slots.agent, slots.agent) : -1;
  if (agentAs >= 0) return agentAs;
  if (slots.clause > verb) return slots.clause;
  if (slots.open > verb) return slots.open;
  const as = asComplement(tree, verb, verb);
  if (as >= 0) return as;
  const charge = (cue.frames.person ?? 0) >= 60 ? chargeOn(tree, slots.agent) : -1;
  if (charge >= 0) return charge;
  for (const at of slots.adverbials) if (at > verb && isInfinitive(tree, at)) return at;
  for (const at of slots.obliques) {
    if (at < verb || at === slots.agent) continue;
    const preposition = prepositionOf(tree, at);
    if (preposition >= 0 && /^(?:of|to|for)$/.test(tree.words[preposition])) return at;
  }
  return -1;
}

/** `criticised by rivals for …`: the charge hangs on the rivals. */
function chargeOn(tree: Tree, agent: number): number {
  if (agent < 0) return -1;
  for (const child of tree.children[agent]) {
    if (child < agent || !isRelation(tree, child, ['nmod', 'acl', 'advcl', 'obl'])) continue;
    const preposition = prepositionOf(tree, child);
    if (preposition >= 0 && /^(?:of|for|over)$/.test(tree.words[preposition])) return child;
  }
  return -1;
}

/** `is seen as`: the preposition of the complement closes the cue. */
function passiveCue(site: VerbSite, complement: number): [number, number] {
  const [from, until] = site.cueTokens;
  if (complement < 0) return [from, until];
  const preposition = prepositionOf(site.tree, complement);
  if (preposition === until + 1 && site.tree.words[preposition] === 'as')
    return [from, preposition];
  return [from, until];
}

function passiveContent(site: VerbSite, complement: number): Piece[] {
  const { scene, tree, verb, slots } = site;
  const empty = complement >= 0 && isEmptySubject(site, complement);
  const before = empty ? [] : subjectContent(site);
  if (complement < 0) return [...before, ...looseAs(site)];
  const [, cueUntil] = passiveCue(site, complement);
  const first = Math.max(tree.from[complement], cueUntil + 1);
  const onAgent = slots.agent >= 0 && tree.tokens[complement].head === slots.agent;
  let last = onAgent ? tree.until[complement] : contentUntil(tree, verb, complement);
  if (slots.agent > complement && last >= tree.from[slots.agent]) {
    last = tree.from[slots.agent] - 1;
  }
  return [...before, ...contentPiece(scene, tree, first, last)];
}

/** `It is feared that …`: the clause is what is feared. */
function isEmptySubject({ tree, slots }: VerbSite, complement: number): boolean {
  if (slots.passiveSubject < 0 || tree.words[slots.passiveSubject] !== 'it') return false;
  return isRelation(tree, complement, ['ccomp', 'csubj', 'advcl']);
}

/** `described by Rutte as a "wall"`, where the tree lost the phrase: to the next comma. */
function looseAs({ scene, tree, verb, slots }: VerbSite): Piece[] {
  const behind = slots.agent >= 0 ? tree.until[slots.agent] : verb;
  if (tree.words[behind + 1] !== 'as') return [];
  let last = behind + 1;
  while (last + 1 < tree.tokens.length) {
    const next = last + 1;
    if (
      tree.quotes[next] < 0 &&
      /^(?:,|and|but|was|is|has|were|are|have)$/.test(tree.words[next])
    ) {
      break;
    }
    last = next;
  }
  return contentPiece(scene, tree, behind + 1, last);
}

function subjectContent({ scene, tree, verb, slots }: VerbSite): Piece[] {
  if (slots.expletive >= 0) return [];
  if (slots.passiveSubject >= 0) {
    return contentPiece(scene, tree, ...subjectTokens(tree, slots.passiveSubject));
  }
  const { head, deprel } = tree.tokens[verb];
  if (head < 0) return [];
  if (deprel === 'conj') {
    const shared = sharedSubject(tree, head);
    return shared < 0 ? [] : contentPiece(scene, tree, ...subjectTokens(tree, shared));
  }
  if (deprel === 'acl' && head < verb)
    return contentPiece(scene, tree, ...nounBefore(tree, head, verb));
  return [];
}

function sharedSubject(tree: Tree, head: number): number {
  for (const child of tree.children[head]) if (isRelation(tree, child, ['nsubj'])) return child;
  return -1;
}

/** The noun that a participle modifies, without the participle. */
function nounBefore(tree: Tree, head: number, verb: number): [number, number] {
  let until = head;
  for (const child of tree.children[head]) {
    if (child > head && tree.until[child] < tree.from[verb]) until = tree.until[child];
  }
  return [tree.from[head], until];
}
