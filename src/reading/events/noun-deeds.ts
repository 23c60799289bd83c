import { isActor, isDemonym } from './actor-phrase.ts';
import { type Clause, caseOf, childrenBy, conjuncts, relation } from './clause.ts';
import type { Deed } from './deed.ts';
import type { NounEntry } from './event-lexicon.ts';

/**
 * A deed told by a noun with its parties beside it: `talks between A and B`, `A's visit to B`. A
 * noun without them is a repeat, a topic or a name, and gives nothing.
 */
export function nounDeed(clause: Clause, at: number): Deed | undefined {
  if (clause.pos[at] !== 'NOUN') return undefined;
  const entry = clause.lexicon.nouns.get(clause.lemmas[at]);
  if (entry === undefined || isCompoundPart(clause, at)) return undefined;
  const owners = ownersOf(clause, at);
  const others = towardOf(clause, at, entry);
  const parties = partiesOf(clause, entry, owners, others);
  if (parties === undefined) return undefined;
  const { from, until } = clause.tree;
  return {
    at,
    type: entry.type,
    ...(entry.mode === undefined ? {} : { mode: entry.mode }),
    ...parties,
    standing: 'done',
    weight: 1,
    consumed: [],
    from: from[at],
    until: until[at],
  };
}

function isCompoundPart(clause: Clause, at: number): boolean {
  return /^(compound|flat|amod)$/.test(relation(clause, at));
}

/** `Oln's visit`, `a visit by Oln`, `a Corlander attack`. */
function ownersOf(clause: Clause, at: number): number[] {
  const owned = childrenBy(clause, at, 'nmod:poss').filter((child) => isActor(clause, child));
  const by = childrenBy(clause, at, 'nmod', 'obl').filter(
    (child) => caseOf(clause, child) === 'by',
  );
  const origin = childrenBy(clause, at, 'amod', 'compound').filter((child) =>
    isDemonym(clause, child),
  );
  const first = [owned, by, origin].find((list) => list.length > 0) ?? [];
  return first.flatMap((child) => conjuncts(clause, child));
}

function towardOf(clause: Clause, at: number, { toward }: NounEntry): number[] {
  return childrenBy(clause, at, 'nmod', 'obl')
    .filter((child) => toward.has(caseOf(clause, child)))
    .flatMap((child) => conjuncts(clause, child))
    .filter((child) => isActor(clause, child));
}

type Parties = Pick<Deed, 'actors' | 'recipients' | 'reciprocal'>;

function partiesOf(
  clause: Clause,
  { parties }: NounEntry,
  owners: readonly number[],
  others: readonly number[],
): Parties | undefined {
  if (others.length === 0) return undefined;
  if (parties === 'together') {
    if (owners.length > 0) return { actors: owners, recipients: others, reciprocal: true };
    const group = others.length > 1 || isGroup(clause, others[0]);
    return group ? { actors: others, recipients: [], reciprocal: true } : undefined;
  }
  const doers = owners.filter((one) => !others.includes(one));
  return doers.length === 0 ? undefined : { actors: doers, recipients: others };
}

/** `the two leaders`, `both sides`. */
function isGroup(clause: Clause, at: number): boolean {
  return clause.tree.tokens[at].xpos === 'NNS' || clause.pos[at] === 'PRON';
}
