import { nameOfState } from '../model/names/state-name.ts';
import type { Actor, Attribution, Reading } from '../model/reading.ts';
import { spansOverlap } from '../model/span.ts';
import type { Reference } from '../pipeline/flow.ts';
import { joinParts } from './blocks.ts';
import { capital } from './words.ts';

/**
 * Who stands behind the words of an attribution, why, and how sure, a line each: what a reader
 * wants to know of "he".
 */
export function tellAttribution(reading: Reading, index: number, reference: Reference): string {
  const one = reading.attributions[index];
  return [tellSpeakers(one, reference), ...whyThem(reading, one), tellHold(one)].join('\n');
}

/** `Vladimir Putin, President, Russia`; the states where no person is known; or nobody. */
export function tellSpeakers(one: Attribution, reference: Reference): string {
  const states = one.states.map((code) => nameOfState(code, reference)).join(' and ');
  const people = one.speakers.map((speaker) => tellActor(speaker, reference));
  const count = (one.count ?? 1) < 2 ? '' : ` ×${one.count}`;
  const rank = one.rank === undefined ? '' : `, ${one.rank}`;
  if (one.anonymous) return `Not named${count}${rank}${states === '' ? '' : ` (${states})`}`;
  if (people.length > 0) return people.join('; ');
  return states || one.source?.text || 'Nobody is named';
}

function tellActor({ name, role, state }: Actor, reference: Reference): string {
  const of = state === undefined ? undefined : nameOfState(state, reference);
  return joinParts([name, role, of === name ? undefined : of]);
}

/** The facts or rules by which the words of the source were taken to stand for somebody. */
export function whyThem({ mentions }: Reading, one: Attribution): readonly string[] {
  const spans = one.source?.spans ?? [];
  const reasons = mentions
    .filter((mention) => spans.some((span) => spansOverlap(span, mention)))
    .map(({ text, because }) => `“${text}”: ${because}`);
  return [...new Set(reasons)];
}

function tellHold({ stance, certainty, hedges, confidence }: Attribution): string {
  const sure = certainty === 'unstated' ? '' : `, ${certainty}`;
  const hedged = hedges.length === 0 ? '' : ` (${hedges.map(({ text }) => text).join(', ')})`;
  const read = `the reader is ${Math.round(confidence * 100)} % sure`;
  return `${capital(stance)}${sure}${hedged} · ${read}`;
}

/** The people or unnamed sources alone, for where their states stand beside as links. */
export function tellPeople({ speakers, anonymous, count, rank }: Attribution): string {
  const people = speakers.map(({ name, role }) => (role === undefined ? name : `${name}, ${role}`));
  const number = (count ?? 1) < 2 ? '' : ` ×${count}`;
  if (anonymous) return `not named${number}${rank === undefined ? '' : `, ${rank}`}`;
  return people.join('; ');
}
