import type { Day } from '../../../base/day.ts';
import type { Reference } from '../../../reference/reference.ts';
import type { ActorLexicon } from '../../../reference/words/actor-lexicon.ts';
import type { NameSpan } from '../name-span.ts';
import { markCapitalised } from './capitalised-names.ts';
import { addFocusNames, settleByFocus } from './focus.ts';
import { joinNeighbours, joinOrgans } from './joined-names.ts';
import { matchKnownNames } from './known-names.ts';
import { spanOf } from './name-draft.ts';
import { buildNameIndex } from './name-index.ts';
import { scanText } from './scan.ts';
import { linkShortNames } from './short-names.ts';
import { joinTitledNames } from './titled-names.ts';

/**
 * Finds names in raw text before it is parsed: states under the names of the day, demonyms,
 * capitals, seats, organs, organisations, people with their titles, and capitalised words that
 * nothing explains. Spans stand in reading order and do not overlap; offsets are UTF-16 code
 * units. Names of a past that the day does not know stay what they were: `the Soviet Union`.
 */
export type FindNames = (text: string, published?: Day) => NameSpan[];

/** Builds the name index once (some tens of milliseconds); the finder then runs in linear time. */
export function createNameFinder(reference: Reference, lexicon: ActorLexicon): FindNames {
  const index = buildNameIndex(reference, lexicon);
  return (text, published) => {
    const scan = scanText(text, published, lexicon);
    let drafts = matchKnownNames(scan, index.names);
    drafts = markCapitalised(scan, drafts, index.titles);
    drafts = joinOrgans(scan, drafts);
    drafts = joinTitledNames(scan, drafts);
    drafts = joinNeighbours(scan, drafts);
    drafts = linkShortNames(scan, drafts, index);
    drafts = settleByFocus(scan, drafts, index.bodies);
    drafts = addFocusNames(scan, drafts);
    return drafts.map((draft) => spanOf(scan, draft));
  };
}
