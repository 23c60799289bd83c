import { isActor, isDemonym, isPlace, isPronoun, isRelative } from './actor-phrase.ts';
import {
  type Clause,
  caseOf,
  childrenBy,
  conjuncts,
  deprel,
  headOf,
  isNominal,
  isVerb,
  relation,
} from './clause.ts';
import type { Match, VerbFeatures } from './match-verb.ts';
import { contentNoun, fits } from './object-class.ts';

interface Candidate {
  readonly at: number;
  readonly score: number;
}

const deepest = 5;

/**
 * To whom a deed is done, as heads of noun phrases, best first. The receiver may be the object, its
 * owner, somebody behind a preposition, or a state behind a place; whoever acts is left out.
 */
export function recipientsOf(
  clause: Clause,
  features: VerbFeatures,
  actors: readonly number[],
  match: Pick<Match, 'type' | 'mode' | 'byObject'> | undefined,
): number[] {
  const found: Candidate[] = [];
  const skip = new Set(actors);
  const { at, objects, phrases } = features;
  for (const object of objects) {
    if (skip.has(object)) continue;
    if (isMeans(clause, object, match)) within(clause, object, 100, skip, found);
    else visit(clause, object, 100, 0, skip, found);
  }
  const meets = match?.type === 'CONSULT';
  const gives = match?.type === 'AID' || match?.mode === 'return' || match?.type === 'AGREE';
  const seen = new Set(objects);
  for (const { prep, at: phrase, deep } of phrases) {
    if (deep || skip.has(phrase)) continue;
    seen.add(phrase);
    const rank = clause.lexicon.prepositions.get(prep);
    if (rank === undefined) continue;
    if (features.passive && prep === 'by') continue;
    if (phrase < at && !features.passive && !/^(with|to|against)$/.test(prep)) continue;
    for (const one of conjuncts(clause, phrase)) {
      const left = match?.mode === 'withdraw' || (meets && features.objects.length > 0);
      const first =
        (gives && prep === 'to') || (meets && prep === 'with') || (left && prep === 'from')
          ? 20
          : 0;
      const score = 92 + first - 1.5 * rank;
      const thing = match !== undefined && isMeans(clause, one, { type: match.type });
      if (thing) within(clause, one, score, skip, found);
      else visit(clause, one, score, 0, skip, found);
    }
  }
  for (const child of clause.tree.children[at]) {
    if (seen.has(child)) continue;
    const name = relation(clause, child);
    if (name === 'iobj') visit(clause, child, 101, 0, skip, found);
    else if (/^(xcomp|acl|advcl|ccomp)$/.test(name) && isInfinite(clause, child)) {
      below(clause, child, name === 'xcomp' ? 60 : 45, 0, skip, found);
    } else if (name === 'ccomp' && match?.type === 'ACCUSE') {
      for (const one of clause.tree.children[child]) {
        if (relation(clause, one) === 'nsubj') visit(clause, one, 80, 0, skip, found);
      }
    }
  }
  if (meets) {
    for (const partner of partnersOf(clause, at)) {
      if (!skip.has(partner)) found.push({ at: partner, score: 115 });
    }
  }
  if (gives && !found.some(({ at: one }) => caseOf(clause, one) === 'to')) {
    const far = farReceiver(clause, at);
    if (far >= 0 && !skip.has(far)) found.push({ at: far, score: 97 });
  }
  found.sort((a, b) => b.score - a.score || a.at - b.at);
  const best = found[0];
  if (best === undefined) return [];
  // `accused its allies Oln and Vess`: the tree may give two objects side by side.
  const beside = objects.includes(best.at)
    ? objects.filter((one) => one > best.at && isActor(clause, one))
    : [];
  const all = new Set([...conjuncts(clause, best.at), ...beside]);
  return [...all].filter((one) => !skip.has(one));
}

/** `returned a portrait that was stolen to its owners`: the last one behind `to`. */
function farReceiver(clause: Clause, at: number): number {
  let last = -1;
  for (let here = at + 1; here <= clause.tree.until[at]; here++) {
    const told = isActor(clause, here) || isPlace(clause, here);
    if (caseOf(clause, here) === 'to' && told && !isPronoun(clause, here)) last = here;
  }
  return last;
}

/** Those behind `with` anywhere in what hangs on the verb: `held talks in Oln with Vess`. */
function partnersOf(clause: Clause, at: number): number[] {
  const found: number[] = [];
  for (let here = at + 1; here <= Math.min(clause.tree.until[at], at + 20); here++) {
    if (isVerb(clause, here)) break;
    if (caseOf(clause, here) === 'with' && isActor(clause, here)) found.push(here);
  }
  return found.slice(0, 1);
}

/** The object is what is done or what it is done with; who receives it stands elsewhere. */
export function isMeans(
  clause: Clause,
  object: number,
  match: (Pick<Match, 'type'> & Partial<Pick<Match, 'mode' | 'byObject'>>) | undefined,
): boolean {
  if (hasOwnPronoun(clause, object)) return true;
  if (match === undefined) return false;
  const content = contentNoun(clause, object);
  if (match.byObject) return true;
  if (match.mode === 'return' && fits(clause, content, ['property', 'position'])) return true;
  if (match.mode === 'expel') return false;
  if (match.mode === 'withdraw' && fits(clause, content, ['troops', 'peacekeeper'])) return true;
  const means = clause.lexicon.means[match.type];
  return means !== undefined && fits(clause, content, means);
}

/** `its troops`: the doer's own; `its neighbour` is somebody else. */
function hasOwnPronoun(clause: Clause, object: number): boolean {
  if (clause.lexicon.relations.has(clause.lemmas[object])) return false;
  return clause.tree.children[object].some(
    (child) =>
      deprel(clause, child) === 'nmod:poss' &&
      /^(its|his|her|their|our|my)$/.test(clause.tree.words[child]),
  );
}

/** Looks only inside the phrase of a means, past its owner where that is who acts. */
function within(
  clause: Clause,
  at: number,
  score: number,
  skip: ReadonlySet<number>,
  found: Candidate[],
): void {
  const content = contentNoun(clause, at);
  const own = fits(clause, content, clause.lexicon.own) || hasOwnPronoun(clause, at);
  for (const noun of new Set([at, content])) {
    inner(clause, noun, { score, depth: 0, named: false, own, means: true }, skip, found);
  }
}

/** Weighs a nominal and those inside its phrase. */
function visit(
  clause: Clause,
  at: number,
  score: number,
  depth: number,
  skip: ReadonlySet<number>,
  found: Candidate[],
): void {
  if (depth > deepest || skip.has(at) || (depth > 0 && isPronoun(clause, at))) return;
  const named = isActor(clause, at);
  const place = isPlace(clause, at);
  if (named && hasOwnPronoun(clause, at)) score -= 30;
  if ((named || place) && !isRelative(clause, at)) {
    const lower = depth > 0 && clause.mentions[at] === undefined ? 14 : 0;
    found.push({ at, score: isPronoun(clause, at) ? score - 10 : score - lower });
  } else if (isDemonym(clause, at)) found.push({ at, score: score - 4 });
  else if (depth === 0 && isThing(clause, at)) found.push({ at, score: score - 30 });
  inner(clause, at, { score, depth, named, own: false, means: false }, skip, found);
}

interface Inside {
  readonly score: number;
  readonly depth: number;
  readonly named: boolean;
  readonly own: boolean;
  /** The nominal is what is done; of other things the owner comes before those it is about. */
  readonly means: boolean;
}

/** Weighs those inside a nominal's phrase: owners, states in front, phrases behind. */
function inner(
  clause: Clause,
  at: number,
  { score, depth, named, own, means }: Inside,
  skip: ReadonlySet<number>,
  found: Candidate[],
): void {
  const lower = named ? 25 : 6;
  for (const child of clause.tree.children[at]) {
    const name = deprel(clause, child);
    if (name.startsWith('nmod:poss')) {
      if (!own) visit(clause, child, score - lower, depth + 1, skip, found);
    } else if (/^(compound|amod|flat)/.test(name)) {
      // `Canadian dollars` go to nobody.
      const currency = clause.lexicon.classes.get(clause.lemmas[at])?.includes('money') ?? false;
      if (named || own || currency || isHyphened(clause, child)) continue;
      if (isDemonym(clause, child)) found.push({ at: child, score: score - (means ? 14 : 8) });
      else if (name.startsWith('compound') && (means || clause.mentions[child] !== undefined)) {
        visit(clause, child, score - 14, depth + 1, skip, found);
      }
    } else if (means && caseOf(clause, child) === 'of' && isStuff(clause, at)) {
      inner(clause, child, { score: score - 4, depth: depth + 1, named, own, means }, skip, found);
    } else if (/^(nmod|obl)/.test(name) && isNominal(clause, child)) {
      const rank = clause.lexicon.prepositions.get(caseOf(clause, child));
      const owner = /^(of|by|from)$/.test(caseOf(clause, child));
      const about = means || owner ? 0 : 14;
      const below = score - lower - about - (owner ? 1 : (rank ?? 0));
      if (rank !== undefined) visit(clause, child, below, depth + 1, skip, found);
    } else if (
      name.startsWith('acl') &&
      (means || name !== 'acl:relcl') &&
      !named &&
      isBare(clause, child)
    ) {
      below(clause, child, score - 20, depth + 1, skip, found);
    } else if (/^(conj|appos)/.test(name) && depth > 0 && !named) {
      visit(clause, child, score - 1, depth + 1, skip, found);
    }
  }
}

/** No subject, no modal: `under which aggression shall be ..` tells another deed. */
function isBare(clause: Clause, at: number): boolean {
  return childrenBy(clause, at, 'nsubj', 'aux').every((child) => clause.pos[child] === 'PART');
}

/** Goods, money and men: what they consist of does not receive them. */
function isStuff(clause: Clause, at: number): boolean {
  if (clause.lexicon.measures.has(clause.lemmas[at])) return true;
  return fits(clause, at, ['aid', 'money', 'troops', 'peacekeeper', 'team-investigate']);
}

/** A deed or a document stands as receiver where nobody known is behind it. */
function isThing(clause: Clause, at: number): boolean {
  return fits(clause, contentNoun(clause, at), ['attack', 'cyberattack', 'deed', 'proposal']);
}

/** `Oln-brokered talks`: Oln is only the broker. */
function isHyphened(clause: Clause, at: number): boolean {
  return clause.tree.words[at + 1] === '-' || clause.tree.words[at].includes('-');
}

/** Looks inside an infinitive or participle. */
function below(
  clause: Clause,
  at: number,
  score: number,
  depth: number,
  skip: ReadonlySet<number>,
  found: Candidate[],
): void {
  if (depth > deepest) return;
  for (const child of clause.tree.children[at]) {
    const name = relation(clause, child);
    if (/^(obj|iobj)$/.test(name)) visit(clause, child, score, depth + 1, skip, found);
    else if (/^(obl|nmod)$/.test(name)) {
      const rank = clause.lexicon.prepositions.get(caseOf(clause, child));
      const far = caseOf(clause, child) === 'by' ? 0 : rank;
      if (far !== undefined) visit(clause, child, score - 2 - far, depth + 1, skip, found);
    } else if (/^(xcomp|advcl|ccomp|conj)$/.test(name) && isInfinite(clause, child)) {
      below(clause, child, score - 6, depth + 1, skip, found);
    } else if (name === 'nsubj' && headOf(clause, child) === at) {
      visit(clause, child, score - 3, depth + 1, skip, found);
    }
  }
}

/** An infinitive or participle has no time of its own: what stands in it is still near the deed. */
function isInfinite(clause: Clause, at: number): boolean {
  const conditional = clause.tree.children[at].some((child) =>
    /^(if|unless|as|because|after|before|when|while)$/.test(clause.tree.words[child]),
  );
  return /^(VB|VBG|VBN)$/.test(clause.tree.tokens[at].xpos) && !conditional;
}
