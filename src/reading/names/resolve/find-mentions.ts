import type { Mention } from '../../../model/reading.ts';
import { makeSpan } from '../../../model/span.ts';
import type { ActorReading } from '../read/actor-reading.ts';
import type { Thread } from './thread.ts';

/**
 * The mentions of a report: names, organs, offices and groups with whom they stand for and why.
 * The longest phrase wins, so `North Korean leader Kim Jong Un` is one; none overlap.
 */
export function findMentions(thread: Thread, others: readonly Mention[]): Mention[] {
  const actors = thread.actors.flat().flatMap((reading) => toMention(thread, reading) ?? []);
  const found = [...others, ...actors].sort((a, b) => a.start - b.start || b.end - a.end);
  // Of mentions that overlap the longest stays; of equals the first.
  const kept: Mention[] = [];
  for (const mention of found) {
    const last = kept.at(-1);
    if (last === undefined || mention.start >= last.end) kept.push(mention);
    else if (mention.end - mention.start > last.end - last.start) kept[kept.length - 1] = mention;
  }
  return kept;
}

function toMention(thread: Thread, reading: ActorReading): Mention | undefined {
  const { tree, head, start, end, kind, id, state, role, because, open, shown } = reading;
  const span = { ...makeSpan(tree.text, start, end), kind };
  if (open === undefined) return shown ? { ...span, id, state, role, because } : undefined;
  const found = thread.follow({ thread, tree, at: head, depth: 0, options: {} });
  const [first, ...more] = found.actors;
  if (first === undefined) return shown ? { ...span, role, because: found.because } : undefined;
  const only = more.length === 0 ? first : undefined;
  const whose = found.states.length === 1 ? found.states[0] : only?.state;
  return { ...span, id: only?.id, state: whose, role: role ?? only?.role, because: found.because };
}
