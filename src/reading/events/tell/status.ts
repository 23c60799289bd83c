import type { Attribution, EventStatus } from '../../../model/reading.ts';
import { upward } from '../../grammar/tree.ts';
import { nounsOnly } from '../around/noun-class.ts';
import type { Deed } from '../deed.ts';
import type { EventTree } from '../event-tree.ts';

/** What stands first here holds; `reported` where nothing else does. */
const order = ['denied', 'historical', 'hypothetical', 'alleged', 'promised'] as const;

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
  const { status, type, mode } = deed;
  const announces = type === 'THREATEN' || (type === 'AGREE' && mode !== 'sign');
  const found = [
    status === 'reported' && announces ? 'promised' : status,
    ...fromAbove(tree, deed.at),
    told && ofStance[told.stance],
    isPast && 'historical',
  ];
  return order.find((one) => found.includes(one)) ?? 'reported';
}

/** What the words at a deed and above say of it: conditions, fears, doubts, clauses of a treaty. */
function fromAbove(tree: EventTree, at: number): (EventStatus | undefined)[] {
  const asked = nounsOnly(tree);
  return upward(tree, at).flatMap((here) =>
    tree.lexicon.above
      .filter(({ row, matches, bound }) => {
        return (here === at || !row.own) && matches(tree, here, bound, asked);
      })
      .map(({ row }) => row.status),
  );
}
