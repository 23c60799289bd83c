import type { Attribution, DateMention, EventStatus } from '../../../model/reading.ts';
import { nounsOnly } from '../around/noun-class.ts';
import type { Deed } from '../deed.ts';
import type { EventTree } from '../event-tree.ts';

/** What is said first holds. */
const order: readonly EventStatus[] = [
  'denied',
  'historical',
  'hypothetical',
  'alleged',
  'promised',
  'reported',
];

const ofStance: Readonly<Partial<Record<Attribution['stance'], EventStatus>>> = {
  denies: 'denied',
  alleges: 'alleged',
  fears: 'hypothetical',
};

/** How firmly the text puts a deed: by its own words, the clauses above it and who tells it. */
export function statusOf(
  tree: EventTree,
  deed: Deed,
  told: Attribution | undefined,
  isPast: boolean,
): EventStatus {
  const found = new Set([ownStatus(deed), ...fromAbove(tree, deed.at)]);
  if (told !== undefined) found.add(ofStance[told.stance] ?? 'reported');
  if (isPast) found.add('historical');
  return order.find((status) => found.has(status)) ?? 'reported';
}

/** What is threatened or agreed is still to come. */
function ownStatus({ status, type, mode }: Deed): EventStatus {
  const announces = type === 'THREATEN' || (type === 'AGREE' && mode !== 'sign');
  return announces && status === 'reported' ? 'promised' : status;
}

const mostSteps = 12;

/**
 * What the words at a deed and above it say of it: conditions, fears, doubts, clauses of a treaty.
 */
function fromAbove(tree: EventTree, at: number): EventStatus[] {
  const found: EventStatus[] = [];
  const asked = nounsOnly(tree);
  let here = at;
  for (let step = 0; step < mostSteps && here >= 0; step++) {
    for (const { row, matches, bound } of tree.lexicon.above) {
      if (row.status === undefined || (step > 0 && row.own)) continue;
      if (matches(tree, here, bound, asked)) found.push(row.status);
    }
    here = tree.tokens[here].head;
  }
  return found;
}

/** More than two years before the report: background. */
export function isLongPast(on: DateMention | undefined, published: string | undefined): boolean {
  return Number(on?.value.slice(0, 4)) < Number(published?.slice(0, 4)) - 2;
}
