import type { ActorWords } from '../../../reference/actor-lexicon.ts';
import {
  caseOf,
  childrenBy,
  firstConjunct,
  formOf,
  lemmaOf,
  relationOf,
} from '../../grammar/phrase.ts';
import type { Tree } from '../../grammar/tree.ts';

/** Whether a name of a place stands for those who govern there, and which rule says so. */
export interface Standing {
  readonly as: 'actor' | 'place';
  readonly because: string;
}

export type JudgeMetonym = (tree: Tree, at: number, kind: Kind) => Standing;

type Kind = 'state' | 'capital' | 'seat';
type Lists = ActorWords;

/**
 * Literal or metonymic is decided by grammar: subject or object of speech, decision and force is
 * an actor; behind a preposition of place, before words of streets and weather, it is a place.
 */
export function createMetonymRules(words: ActorWords): JudgeMetonym {
  return (tree, at, kind) => judge(tree, at, kind, words);
}

const actor = (because: string): Standing => ({ as: 'actor', because });
const place = (because: string): Standing => ({ as: 'place', because });

function judge(tree: Tree, at: number, kind: Kind, lists: Lists): Standing {
  const hyphen = hyphenWord(tree, at);
  if (hyphen === 'based' || hyphen === 'born') return place(`-${hyphen} tells where`);
  const own = caseOf(tree, at);
  const first = own === undefined ? firstConjunct(tree, at) : at;
  const preposition = own ?? caseOf(tree, first) ?? wordBefore(tree, at, lists);
  const head = tree.tokens[first].head;
  if (kind !== 'state' && beforeItsState(tree, at)) return place('its state stands behind it');
  if (kind === 'state' && inSport(tree, lists)) return place('sport: a team, no government');
  if (preposition === "'s") return behindPossessive(tree, head, lists);
  if (preposition !== undefined) return byPreposition(tree, first, preposition, kind, lists);
  switch (relationOf(tree, first)) {
    case 'nsubj':
      return asSubject(tree, first, head, kind, lists);
    case 'obj':
    case 'iobj':
      return asObject(tree, head, kind, lists);
    case 'compound':
    case 'amod':
    case 'nmod':
      return beforeNoun(tree, head, kind, lists);
    case 'appos':
      return /^(capital|city|town|port|metropolis)$/.test(lemmaOf(tree, head))
        ? place('in apposition to a place')
        : actor('in apposition');
    case 'obl':
      return kind === 'state' ? actor('no preposition of place') : place('a bare adverbial');
    default:
      return byWordBefore(tree, at, kind, lists);
  }
}

/** Where the tree makes no sense of the name, the verb right before it may: `left Torhal`. */
function byWordBefore(tree: Tree, at: number, kind: Kind, lists: Lists): Standing {
  const verb = tree.tokens[at - 1]?.upos === 'VERB' ? formOf(tree, at - 1).toLowerCase() : '';
  const placed = lists.placeObjects.has(verb) || lists.placeObjects.has(lemmaOf(tree, at - 1));
  return verb !== '' && placed && kind !== 'state'
    ? place(`behind "${verb}"`)
    : actor('no word of place stands with it');
}

/** The tree may miss a preposition that stands right before the name or its article. */
function wordBefore(tree: Tree, at: number, lists: Lists): string | undefined {
  let before = at - 1;
  while (before >= 0 && /^(DET|ADJ)$/.test(tree.tokens[before].upos)) before--;
  if (before < 0 || !/^(ADP|ADV|SCONJ)$/.test(tree.tokens[before].upos)) return undefined;
  const form = formOf(tree, before).toLowerCase();
  return lists.placePrepositions.has(form) ? form : undefined;
}

function hyphenWord(tree: Tree, at: number): string | undefined {
  let next = at + 1;
  while (tree.tokens[next]?.deprel === 'flat' && tree.tokens[next].head === at) next++;
  return formOf(tree, next) === '-' ? formOf(tree, next + 1).toLowerCase() : undefined;
}

/** `Kyiv, Ukraine`: a comma and the name of a larger place. */
function beforeItsState(tree: Tree, at: number): boolean {
  const between = tree.text.slice(tree.tokens[at].end, tree.tokens[at].end + 40);
  return /^, (?:[A-Z]\w+|D\.C\.),? ?(?:\(|[—–-]|on|in|at|where|after)?/.test(between)
    ? tree.children[at].some((child) => tree.tokens[child].deprel === 'appos' && child > at)
    : false;
}

function inSport(tree: Tree, lists: Lists): boolean {
  const text = tree.text.slice(tree.sentence.start, tree.sentence.end);
  for (const word of lists.sportWords) if (text.includes(word)) return true;
  return false;
}

function behindPossessive(tree: Tree, head: number, lists: Lists): Standing {
  const lemma = lemmaOf(tree, head);
  return lists.placeNouns.has(lemma)
    ? place(`possessive of ${lemma}`)
    : actor('its deed, organ or policy');
}

function byPreposition(
  tree: Tree,
  at: number,
  preposition: string,
  kind: Kind,
  lists: Lists,
): Standing {
  const head = tree.tokens[at].head;
  const lemma = lemmaOf(tree, head);
  const why = `behind "${preposition}"`;
  if (preposition === 'in' && doesSomething(tree, at)) return actor('it does what follows');
  if (preposition === 'at' && lists.targetHeads.has(lemma)) return actor(`${why} after "${lemma}"`);
  if (lists.placePrepositions.has(preposition)) return place(why);
  if (preposition === 'between' || preposition === 'and') {
    return lists.routeHeads.has(lemma) ? place(`${why} after "${lemma}"`) : actor(why);
  }
  if (!lists.directionPrepositions.has(preposition)) return actor(why);
  return byDirection(tree, head, { preposition, lemma, why, kind }, lists);
}

/** `result in Corland sending troops`: the name is the doer of the clause behind it. */
function doesSomething(tree: Tree, at: number): boolean {
  let next = at + 1;
  while (tree.tokens[next]?.deprel === 'flat' && tree.tokens[next].head === at) next++;
  return tree.tokens[next]?.xpos === 'VBG' && tree.tokens[next].upos === 'VERB';
}

function byDirection(
  tree: Tree,
  head: number,
  told: { preposition: string; lemma: string; why: string; kind: Kind },
  lists: Lists,
): Standing {
  const { preposition, lemma, why, kind } = told;
  const after = `${why} after "${lemma}"`;
  const verb = /^(VERB|AUX)$/.test(tree.tokens[head]?.upos ?? '');
  // `sent aid to Kyiv` hangs on the verb, but the thing sent decides.
  const object = verb ? childrenBy(tree, head, 'obj').map((at) => lemmaOf(tree, at)) : [];
  const sent = object.find((word) => lists.travellers.has(word));
  if (sent !== undefined && kind !== 'state') return place(`${why}: "${sent}" goes there`);
  if (object.some((word) => lists.actorHeads.has(word))) return actor(after);
  if (lists.placeHeads.has(lemma)) return place(after);
  if (lists.actorHeads.has(lemma)) return actor(after);
  if (object.some((word) => lists.placeHeads.has(word))) return place(after);
  if (lists.placeNouns.has(lemma) || lists.routeHeads.has(lemma)) return place(after);
  const above = lemmaOf(tree, tree.tokens[head]?.head ?? -1);
  const given = lists.sourceHeads.has(lemma) || (!verb && lists.sourceHeads.has(above));
  if (preposition === 'from' && given) return actor(after);
  if (preposition === 'from') {
    return kind === 'seat' ? actor(after) : place(after);
  }
  if (preposition === 'of' || preposition === 'for' || preposition === 'upon') return actor(after);
  if (preposition === 'on') return actor(after);
  return verb && kind === 'capital' ? place(after) : actor(after);
}

function asSubject(tree: Tree, at: number, head: number, kind: Kind, lists: Lists): Standing {
  const { upos } = tree.tokens[head];
  const lemma = lemmaOf(tree, head);
  const passive = tree.tokens[at].deprel === 'nsubj:pass';
  if (kind === 'state') return actor(`subject of "${lemma}"`);
  const copula = childrenBy(tree, head, 'cop').length > 0 || upos === 'ADJ';
  if (copula && lists.placePredicates.has(lemma)) return place(`it is said to be "${lemma}"`);
  if (placeOf(tree, head, lists)) return place('it is said to be one of several places');
  if (passive && lists.placeObjects.has(lemma)) return place(`it was ${lemma}ed`);
  if (kind === 'seat' && lists.buildingWords.has(lemma))
    return place(`"${lemma}" tells of a building`);
  if (kind === 'capital' && !passive && lists.placeSubjects.has(lemma) && !hasClause(tree, head)) {
    return place(`subject of "${lemma}"`);
  }
  return actor(`subject of "${lemma}"`);
}

/** `is one of the oldest capitals`. */
function placeOf(tree: Tree, head: number, lists: Lists): boolean {
  if (childrenBy(tree, head, 'cop').length === 0) return false;
  return childrenBy(tree, head, 'nmod').some((at) => lists.placePredicates.has(lemmaOf(tree, at)));
}

function hasClause(tree: Tree, verb: number): boolean {
  return tree.children[verb].some((child) => /^(ccomp|xcomp)$/.test(tree.tokens[child].deprel));
}

function asObject(tree: Tree, head: number, kind: Kind, lists: Lists): Standing {
  const lemma = lemmaOf(tree, head);
  if (kind === 'state') return actor(`object of "${lemma}"`);
  const literal =
    lists.placeObjects.has(lemma) || (kind === 'seat' && lists.buildingWords.has(lemma));
  return literal ? place(`object of "${lemma}"`) : actor(`object of "${lemma}"`);
}

function beforeNoun(tree: Tree, head: number, kind: Kind, lists: Lists): Standing {
  const lemma = lemmaOf(tree, head);
  const literal =
    kind !== 'state' &&
    (lists.placeNouns.has(lemma) || (kind === 'seat' && lists.buildingWords.has(lemma)));
  return literal ? place(`before "${lemma}"`) : actor(`before "${lemma}"`);
}
