import { conjunctsOf } from '../../grammar/phrase.ts';
import { isRelation } from '../../grammar/tree.ts';
import { ownersOf } from '../around/doers.ts';
import { nounsOnly } from '../around/noun-class.ts';
import { isActor } from '../around/who.ts';
import { type Deed, deedOf } from '../deed.ts';
import type { EventTree } from '../event-tree.ts';
import { firstHit } from './rules.ts';

/**
 * A deed told by a noun with its parties beside it: `talks between A and B`, `A's visit to B`. A
 * noun without them is a repeat, a topic or a name, and gives nothing.
 */
export function nounDeed(tree: EventTree, at: number): Deed | undefined {
  const { upos, lemma } = tree.tokens[at];
  const rules = tree.lexicon.nouns.get(lemma);
  if (rules === undefined || upos !== 'NOUN') return undefined;
  if (isRelation(tree, at, ['compound', 'flat', 'amod'])) return undefined;
  const asked = { ...nounsOnly(tree), around: { owner: ownersOf(tree, at) } };
  const hit = firstHit(rules, tree, at, asked);
  if (hit === undefined || hit.row.type === 'none') return undefined;
  const { type, mode, actor, recipient, both } = hit.row;
  const party = (slot: string) => {
    const head = hit.node(slot);
    return head < 0 ? [] : conjunctsOf(tree, head).filter((one) => isActor(tree, one));
  };
  const recipients = party(recipient);
  const actors = party(actor).filter((one) => !recipients.includes(one));
  if (actors.length === 0) return undefined;
  return { ...deedOf(at, hit.row, type), mode, actors, recipients, both };
}
