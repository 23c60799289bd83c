import type { Candidate } from './candidate.ts';
import { clauseFrame, gerundFrame, infinitiveFrame, raisingFrame } from './clause-frames.ts';
import { asFrame, personFrame, predicateFrame } from './complex-frames.ts';
import type { Cue } from './cue-lexicon.ts';
import { objectFrame, prepositionFrame, relativeObjectFrame } from './object-frames.ts';
import type { VerbSite } from './verb-site.ts';

/** The frames of an active verb, the more specific first. */
const activeFrames: readonly ((site: VerbSite, cue: Cue) => Candidate | undefined)[] = [
  raisingFrame,
  personFrame,
  asFrame,
  predicateFrame,
  clauseFrame,
  infinitiveFrame,
  prepositionFrame,
  gerundFrame,
  relativeObjectFrame,
  objectFrame,
];

export function activeVerbFrames(site: VerbSite, cue: Cue): Candidate[] {
  if (site.slots.passive) return [];
  const found: Candidate[] = [];
  for (const frame of activeFrames) {
    const candidate = frame(site, cue);
    if (candidate !== undefined) found.push(candidate);
  }
  return found;
}
