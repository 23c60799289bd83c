import { dayNumber, parseDay } from '../base/day.ts';
import { compareText } from '../base/text-order.ts';
import type { Report } from '../model/report.ts';
import { type ReportVector, vectorsOf } from './report-vector.ts';
import type { StoryWordsFor } from './story-words.ts';

/**
 * Least likeness (cosine) of a report to a story's centre, and of two stories that become one.
 * Set on the labelled pairs of BASIL and ECB+; see the decision page on stories.
 */
const joinThreshold = 0.19;
/** Reports further apart than this are of different happenings. */
const windowDays = 10;

interface Group {
  readonly members: number[];
  readonly centre: Map<number, number>;
  /** The length of the centre, squared; kept, since every report asks it of many groups. */
  square: number;
  first?: number;
  last?: number;
}

/**
 * Groups reports of one happening: each report joins the story whose centre it is most like, by
 * a sparse inverted index over the centres, or opens one. Returns lists of indexes into `reports`,
 * each in order, the lists by their first member. The order of input decides nothing but names.
 */
export function groupReports(reports: readonly Report[], wordsFor: StoryWordsFor): number[][] {
  const vectors = vectorsOf(reports, wordsFor);
  const order = reports
    .map((_, index) => index)
    .sort((a, b) => compareReports(reports[a], reports[b]));
  const groups: Group[] = [];
  const index = new Map<number, Set<number>>();
  for (const report of order) {
    const day = dayOf(reports[report]);
    const best = bestGroup(vectors[report], day, groups, index);
    const target = best ?? groups.push({ members: [], centre: new Map(), square: 0 }) - 1;
    addTo(groups[target], report, vectors[report], day);
    addToIndex(index, vectors[report], target);
  }
  return groups.map((group) => group.members.sort((a, b) => a - b)).sort((a, b) => a[0] - b[0]);
}

function compareReports(a: Report, b: Report): number {
  const left = `${a.published ?? ''} ${a.id}`;
  const right = `${b.published ?? ''} ${b.id}`;
  return compareText(left, right);
}

function dayOf(report: Report): number | undefined {
  if (report.published === undefined) return undefined;
  const day = parseDay(report.published.slice(0, 10));
  return day && dayNumber(day);
}

function bestGroup(
  vector: ReportVector,
  day: number | undefined,
  groups: readonly Group[],
  index: ReadonlyMap<number, ReadonlySet<number>>,
): number | undefined {
  const scores = new Map<number, number>();
  for (let i = 0; i < vector.terms.length; i++) {
    const term = vector.terms[i];
    for (const group of index.get(term) ?? []) {
      const product = vector.weights[i] * (groups[group].centre.get(term) ?? 0);
      scores.set(group, (scores.get(group) ?? 0) + product);
    }
  }
  let best: number | undefined;
  let bestScore = joinThreshold;
  for (const [group, sum] of scores) {
    if (!inWindow(groups[group], day)) continue;
    const score = sum / Math.sqrt(groups[group].square);
    if (score > bestScore || (score === bestScore && best !== undefined && group < best)) {
      best = group;
      bestScore = score;
    }
  }
  return best;
}

function inWindow(group: Group, day: number | undefined): boolean {
  if (day === undefined || group.first === undefined || group.last === undefined) return true;
  return day >= group.first - windowDays && day <= group.last + windowDays;
}

function addTo(group: Group, report: number, vector: ReportVector, day: number | undefined): void {
  group.members.push(report);
  for (let i = 0; i < vector.terms.length; i++) {
    const term = vector.terms[i];
    const before = group.centre.get(term) ?? 0;
    const weight = before + vector.weights[i];
    group.centre.set(term, weight);
    group.square += weight * weight - before * before;
  }
  if (day === undefined) return;
  group.first = Math.min(group.first ?? day, day);
  group.last = Math.max(group.last ?? day, day);
}

/** Notes under each term of a report the group that has it now. */
function addToIndex(index: Map<number, Set<number>>, { terms }: ReportVector, group: number): void {
  for (let i = 0; i < terms.length; i++) {
    const groups = index.get(terms[i]) ?? new Set();
    groups.add(group);
    index.set(terms[i], groups);
  }
}
