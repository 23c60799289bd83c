import type { TurnCase } from '../../../reference/constructions/event-rows.ts';
import { isNegated } from '../../grammar/verb.ts';
import { nounsOnly } from '../around/noun-class.ts';
import type { Deed } from '../deed.ts';
import type { EventTree } from '../event-tree.ts';
import { firstHit } from './rules.ts';

/** The case of a table of the language (`turns`) that fits a deed, also where none is known. */
export function findCase(
  tree: EventTree,
  table: string,
  deed: Deed | undefined,
): TurnCase | undefined {
  const found = tree.lexicon.turns[table]?.find(({ of, ofMode, ofStatus }) => {
    if (of !== undefined && (deed === undefined || !of.includes(deed.type))) return false;
    if (ofStatus !== undefined && !ofStatus.includes(deed?.status ?? 'reported')) return false;
    return ofMode === undefined || ofMode.includes(deed?.mode ?? '');
  });
  return found?.like === undefined ? found : findCase(tree, found.like, deed);
}

/** What the deed becomes. A case that names a type and no mode leaves none. */
export function turned(deed: Deed, { type, mode, status = deed.status }: TurnCase): Deed {
  return type === undefined ? { ...deed, status } : { ...deed, type, mode, status };
}

/** What `if`, `will`, `might` and `not` at its word make of a deed; a possible one stays so. */
export function inMood(tree: EventTree, deed: Deed, denied = isNegated(tree, deed.at)): Deed {
  if (deed.status === 'hypothetical') return deed;
  const rules = tree.lexicon.moods.filter(({ row }) => (row.denied ?? denied) === denied);
  const hit = firstHit(rules, tree, deed.at, nounsOnly(tree));
  const found = hit && findCase(tree, hit.row.turn, deed);
  return found === undefined ? deed : turned(deed, found);
}
