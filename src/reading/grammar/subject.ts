import { isTime, subjectAround, subjectBefore } from './near-subject.ts';
import { childOf, isRelation, type Tree } from './tree.ts';
import { isFiniteForm, isFiniteVerb, isInfinitive } from './verb.ts';

/** Whose deed or words a verb's are: the head of the phrase, or -1. */
export interface Subject {
  readonly head: number;
  readonly how: 'own' | 'shared' | 'controlled' | 'modified' | 'none';
  /** First and last token, where place and not the tree has found it. */
  readonly span?: readonly [number, number];
}

const none: Subject = { head: -1, how: 'none' };

/** The subject of a verb, its own or the one it shares with the verbs above it. */
export function subjectOf(tree: Tree, verb: number, cueFrom = verb): Subject {
  const found = subjectAbove(tree, verb);
  const sound = found.head >= 0 && tree.quotes[found.head] === tree.quotes[verb];
  const finite = isFiniteVerb(tree, verb);
  if (sound && finite && isPastRelative(tree, found.head, cueFrom)) {
    return byPlace(tree, cueFrom) ?? found;
  }
  if (sound && (found.how === 'own' || !finite)) return found;
  if (finite) return byPlace(tree, cueFrom) ?? (sound ? found : none);
  const around = tree.tokens[verb].xpos === 'VBG' ? subjectAround(tree, verb) : -1;
  if (around >= 0) return { head: around, how: 'controlled' };
  const partner = partnerOf(tree, verb);
  return partner < 0 ? none : { ...subjectOf(tree, partner), how: 'shared' };
}

/** The noun phrase right before the verb, where the tree shows none that can be it. */
function byPlace(tree: Tree, cueFrom: number): Subject | undefined {
  const near = subjectBefore(tree, cueFrom);
  return near && { head: near.head, how: 'own', span: [near.from, near.until] };
}

/** `mocking them … and blaming …`: the participle that a conjunction continues. */
function partnerOf(tree: Tree, verb: number): number {
  if (tree.tokens[verb].xpos !== 'VBG' || tree.tokens[verb - 1]?.upos !== 'CCONJ') return -1;
  for (let at = verb - 2; at >= 0; at--) {
    if (tree.tokens[at].xpos === 'VBG' && tree.quotes[at] === tree.quotes[verb]) return at;
  }
  return -1;
}

/** `Nora Lind, who wrote the text, denied`: the relative clause is over at the comma. */
function isPastRelative(tree: Tree, subject: number, cueFrom: number): boolean {
  if (!/^W/.test(tree.tokens[subject].xpos) || subject > cueFrom - 3) return false;
  return tree.words[cueFrom - 1] === ',' && tree.words[subject - 1] === ',';
}

/** Climbs from the verb to the first word above it that has a subject it can share. */
function subjectAbove(tree: Tree, verb: number): Subject {
  let here = verb;
  let how: Subject['how'] = 'own';
  for (let step = 0; step < 12; step++) {
    const own = ownSubject(tree, here);
    if (own >= 0) return { head: own, how };
    const { head, deprel, xpos } = tree.tokens[here];
    if (head < 0) return none;
    if (deprel === 'conj') how = how === 'own' ? 'shared' : how;
    else if (deprel === 'xcomp') {
      how = 'controlled';
      const object = childOf(tree, head, 'obj', 'iobj');
      if (object >= 0 && object < here) return { head: object, how };
    } else if (deprel === 'acl') {
      const modifies = xpos === 'VBG' || isInfinitive(tree, here);
      return modifies ? { head, how: 'modified' } : none;
    } else if (deprel === 'advcl' ? !isFiniteForm(xpos) : mayControl(deprel) && xpos === 'VBG') {
      how = 'controlled';
    } else return none;
    here = head;
  }
  return none;
}

function mayControl(deprel: string): boolean {
  return deprel === 'parataxis' || deprel === 'dep' || deprel === 'ccomp';
}

/**
 * Of several the one nearest before the verb (`The port, the ministry said, will reopen`), but
 * behind a comma the first (`The envoy, a former general, insisted`).
 */
function ownSubject(tree: Tree, verb: number): number {
  const afterAside = tree.words[verb - 1] === ',';
  let nearest = -1;
  for (const child of tree.children[verb]) {
    if (!isRelation(tree, child, ['nsubj']) || isTime(tree, child)) continue;
    if (nearest < 0 || (child < verb && !afterAside)) nearest = child;
  }
  return nearest;
}
