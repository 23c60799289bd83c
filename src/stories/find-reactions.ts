import { compareText } from '../base/text-order.ts';
import type { Reading } from '../model/reading.ts';
import type { Reaction } from '../model/story.ts';

/**
 * How states took the happening: every stance a state takes in a report, silence included. Bare
 * statements of fact are not reactions. In the order of states, then reports, then places.
 */
export function findReactions(readings: readonly Reading[]): Reaction[] {
  const reactions: Reaction[] = [];
  for (const { report, attributions } of readings) {
    for (const { states, stance, cue, content, within } of attributions) {
      if (stance === 'asserts' || within !== undefined) continue;
      const { start, end } = (cue ?? content).spans[0];
      for (const state of states) reactions.push({ state, stance, report: report.id, start, end });
    }
  }
  const order = (reaction: Reaction) => `${reaction.state} ${reaction.report}`;
  return reactions.sort((a, b) => compareText(order(a), order(b)) || a.start - b.start);
}
