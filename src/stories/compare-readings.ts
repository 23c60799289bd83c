import { shortFingerprint } from '../base/fingerprint.ts';
import { compareText } from '../base/text-order.ts';
import type { Reading } from '../model/reading.ts';
import type { Story } from '../model/story.ts';
import { findClaims } from './find-claims.ts';
import { findCopies } from './find-copies.ts';
import { findReactions } from './find-reactions.ts';
import { groupReports } from './group-reports.ts';
import type { StoryWordsFor } from './story-words.ts';

/** A state takes part in a story when it stands in at least this share of its mentions. */
const leastShare = 0.05;

/**
 * Groups readings into stories, tells copies apart, and sets side by side what the reports of
 * each story say. Stories come in the order of their first report in `readings`.
 */
export function compareReadings(readings: readonly Reading[], wordsFor: StoryWordsFor): Story[] {
  const groups = groupReports(
    readings.map((reading) => reading.report),
    wordsFor,
  );
  return groups.map((group) => {
    const members = group.map((index) => readings[index]);
    return makeStory(members, wordsFor);
  });
}

function makeStory(members: readonly Reading[], wordsFor: StoryWordsFor): Story {
  const ordered = [...members].sort((a, b) => compareText(publishedThenId(a), publishedThenId(b)));
  const copies = findCopies(ordered.map((reading) => reading.report));
  const originals = members.filter((reading) => !copies.has(reading.report.id));
  const days = members
    .map((reading) => reading.report.published)
    .filter((published) => published !== undefined)
    .sort();
  return {
    id: `story-${shortFingerprint(ordered[0].report.id)}`,
    title: titleOf(ordered),
    ...(days.length > 0 && { from: days[0], until: days[days.length - 1] }),
    states: statesOf(originals),
    reports: members.map(({ report }) => ({
      id: report.id,
      ...(report.outlet !== undefined && { outlet: report.outlet }),
      ...(report.published !== undefined && { published: report.published }),
      ...(copies.has(report.id) && { copyOf: copies.get(report.id) }),
    })),
    independent: originals.length,
    claims: findClaims({ readings: originals, independent: originals.length }, wordsFor),
    reactions: findReactions(originals),
    agreements: agreementsOf(originals),
  };
}

function publishedThenId(reading: Reading): string {
  return `${reading.report.published ?? '9999'} ${reading.report.id}`;
}

/** A title that an outlet gave, else the first words of the first report. */
function titleOf(readings: readonly Reading[]): string {
  const titled = readings.find((reading) => reading.report.title !== undefined)?.report.title;
  if (titled !== undefined) return titled;
  const { text } = readings[0].report;
  const first = text.trim().split(/\n|(?<=[.!?])\s/)[0];
  return first.length <= 120 ? first : `${first.slice(0, 117).trimEnd()} …`;
}

function statesOf(readings: readonly Reading[]): string[] {
  const counts = new Map<string, number>();
  let total = 0;
  for (const { mentions } of readings) {
    for (const { state } of mentions) {
      if (state === undefined) continue;
      counts.set(state, (counts.get(state) ?? 0) + 1);
      total++;
    }
  }
  return [...counts]
    .filter(([, count]) => count >= leastShare * total)
    .sort(([a, x], [b, y]) => y - x || compareText(a, b))
    .map(([state]) => state);
}

/** Agreements of the ledger, those that most reports name first. */
function agreementsOf(readings: readonly Reading[]): string[] {
  const counts = new Map<string, number>();
  for (const { agreements } of readings) {
    const ids = agreements.map((agreement) => agreement.id).filter((id) => id !== undefined);
    for (const id of new Set(ids)) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return [...counts].sort(([a, x], [b, y]) => y - x || compareText(a, b)).map(([id]) => id);
}
