import type { EventType, Quad } from './model/event-type.ts';
import type { Outcome, Scenario } from './model/outcome.ts';
import type { Reading } from './model/reading.ts';
import type { Report } from './model/report.ts';
import type { Story } from './model/story.ts';
import { createFlow, type Flow } from './pipeline/flow.ts';

export { decideOutcome } from './contingency/decide-outcome.ts';
export { compileWorld } from './contingency/world/compile-world.ts';
export type { World } from './contingency/world/world.ts';
export type { Agreement, Provision } from './model/agreement.ts';
export type { Conflict, Duty } from './model/outcome.ts';
export type { Attribution, DateMention, Event, Mention } from './model/reading.ts';
export type { Span, Spans } from './model/span.ts';
export type { Claim, Reaction } from './model/story.ts';
export { createFlow, type Flow } from './pipeline/flow.ts';
export { loadReference } from './reference/load-reference.ts';
export type { Reference } from './reference/reference.ts';
export type { EventType, Outcome, Quad, Reading, Report, Scenario, Story };

let flow: Flow | undefined;

/** The shipped facts and weights, loaded when first asked for. */
function shippedFlow(): Flow {
  flow ??= createFlow();
  return flow;
}

/**
 * Reads one report. Only `id`, `text`, `language` and, for dates, `published` matter to the answer;
 * furniture and headings are taken as marked in it, and a language that is `und` or not stated is
 * identified.
 */
export function readReport(report: Report): Reading {
  const { identify, read } = shippedFlow();
  const isStated = (report.language ?? 'und') !== 'und';
  const known = isStated ? report : { ...report, language: identify(report.text) };
  return read({ report: known, findings: [] });
}

/** Groups readings into stories and sets their claims side by side. */
export function compareReadings(readings: readonly Reading[]): Story[] {
  return shippedFlow().compare(readings);
}

/** Who is bound to do what in a scenario, by the shipped ledger. */
export function decide(scenario: Scenario): Outcome {
  const { fold, world, decide: decideIn } = shippedFlow();
  return decideIn(scenario, world(fold([])));
}

/**
 * The event from `source` to `target`, two stretches of `text` given in UTF-16 code units, as
 * PLOVER's root and quad; `undefined` where nothing in the text speaks for one.
 */
export function codePair(
  text: string,
  source: { readonly start: number; readonly end: number },
  target: { readonly start: number; readonly end: number },
): { readonly type: EventType; readonly quad: Quad } | undefined {
  return shippedFlow().codePair(text, source, target);
}
