import { isActor, isDemonym, isPlace, isPronoun, isRelative } from './actor-phrase.ts';
import { type Clause, caseOf, conjuncts, deprel, headOf, isNominal, relation } from './clause.ts';
import type { VerbFeatures } from './match-verb.ts';

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
): number[] {
  const found: Candidate[] = [];
  const skip = new Set(actors);
  const { at, objects, phrases } = features;
  for (const object of objects) {
    if (!skip.has(object)) visit(clause, object, 100, 0, skip, found);
  }
  const seen = new Set(objects);
  for (const { prep, at: phrase, deep } of phrases) {
    if (deep || skip.has(phrase)) continue;
    seen.add(phrase);
    const rank = clause.lexicon.prepositions.get(prep);
    if (rank === undefined) continue;
    if (features.passive && prep === 'by') continue;
    for (const one of conjuncts(clause, phrase)) {
      visit(clause, one, 92 - 1.5 * rank, 0, skip, found);
    }
  }
  for (const child of clause.tree.children[at]) {
    if (seen.has(child)) continue;
    const name = relation(clause, child);
    if (name === 'iobj') visit(clause, child, 101, 0, skip, found);
    else if (/^(xcomp|acl|advcl|ccomp)$/.test(name) && isInfinite(clause, child)) {
      below(clause, child, name === 'xcomp' ? 60 : 45, 0, skip, found);
    }
  }
  found.sort((a, b) => b.score - a.score || a.at - b.at);
  const best = found[0];
  if (best === undefined) return [];
  return conjuncts(clause, best.at).filter((one) => !skip.has(one));
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
  if (depth > deepest || skip.has(at)) return;
  const named = isActor(clause, at);
  const place = isPlace(clause, at);
  if ((named || place) && !isRelative(clause, at)) {
    found.push({ at, score: isPronoun(clause, at) ? score - 10 : score });
  } else if (isDemonym(clause, at)) found.push({ at, score: score - 4 });
  for (const child of clause.tree.children[at]) {
    const name = deprel(clause, child);
    const inner = named ? 25 : 6;
    if (/^(nmod:poss)/.test(name)) visit(clause, child, score - inner, depth + 1, skip, found);
    else if (/^(compound|amod|flat)/.test(name)) {
      if (!named && isDemonym(clause, child)) found.push({ at: child, score: score - 8 });
    } else if (/^(nmod|obl)/.test(name) && isNominal(clause, child)) {
      const rank = clause.lexicon.prepositions.get(caseOf(clause, child));
      if (rank !== undefined) visit(clause, child, score - inner - rank, depth + 1, skip, found);
    } else if (/^acl/.test(name) && !named) {
      below(clause, child, score - 20, depth + 1, skip, found);
    } else if (/^(conj|appos)/.test(name) && depth > 0 && !named) {
      visit(clause, child, score - 1, depth + 1, skip, found);
    }
  }
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
      if (rank !== undefined) visit(clause, child, score - 2 - rank, depth + 1, skip, found);
    } else if (/^(xcomp|advcl|ccomp|conj)$/.test(name) && isInfinite(clause, child)) {
      below(clause, child, score - 6, depth + 1, skip, found);
    } else if (name === 'nsubj' && headOf(clause, child) === at) {
      visit(clause, child, score - 3, depth + 1, skip, found);
    }
  }
}

/** An infinitive or participle has no time of its own: what stands in it is still near the deed. */
function isInfinite(clause: Clause, at: number): boolean {
  return /^(VB|VBG|VBN)$/.test(clause.tree.tokens[at].xpos);
}
