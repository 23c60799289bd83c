import type { Mention } from '../../model/reading.ts';
import { makeSpan } from '../../model/span.ts';
import type { ActorReading } from './actor-reading.ts';
import { followWord, type Thread } from './coreference.ts';

/**
 * The mentions of a report: names, organs, offices and groups with whom they stand for and why.
 * The longest phrase wins, so `North Korean leader Kim Jong Un` is one; none overlap.
 */
export function findMentions(thread: Thread, text: string, others: readonly Mention[]): Mention[] {
  const found: Mention[] = [...others];
  for (const { reading } of thread.antecedents.occurrences) {
    const mention = toMention(thread, text, reading);
    if (mention) found.push(mention);
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  return keepLongest(found);
}

function toMention(thread: Thread, text: string, reading: ActorReading): Mention | undefined {
  const { start, end, kind, id, state, role, because } = reading;
  const span = makeSpan(text, start, end);
  const told = (found: { id?: string; state?: string; role?: string; because: string }) => ({
    ...span,
    kind,
    ...(found.id === undefined ? {} : { id: found.id }),
    ...(found.state === undefined ? {} : { state: found.state }),
    ...(found.role === undefined ? {} : { role: found.role }),
    because: found.because,
  });
  if (reading.open === undefined)
    return reading.shown ? told({ id, state, role, because }) : undefined;
  const { tree, head } = reading;
  const found = followWord(thread, { tree, at: head, depth: 0, options: {} });
  if (found.actors.length === 0)
    return reading.shown ? told({ role, because: found.because }) : undefined;
  const only = found.actors.length === 1 ? found.actors[0] : undefined;
  const whose = found.states.length === 1 ? found.states[0] : only?.state;
  return told({ id: only?.id, state: whose, role: role ?? only?.role, because: found.because });
}

/** Of mentions that overlap the longest stays; of equals the first. */
function keepLongest(sorted: readonly Mention[]): Mention[] {
  const kept: Mention[] = [];
  for (const mention of sorted) {
    const last = kept.at(-1);
    if (last === undefined || mention.start >= last.end) kept.push(mention);
    else if (mention.end - mention.start > last.end - last.start) kept[kept.length - 1] = mention;
  }
  return kept;
}
