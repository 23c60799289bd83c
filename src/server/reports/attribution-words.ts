import { nameOfState } from '../../model/names/state-name.ts';
import type { Actor, Attribution, Reading } from '../../model/reading.ts';
import { spansOverlap } from '../../model/span.ts';
import type { Reference } from '../../pipeline/flow.ts';
import { joinParts } from '../look/blocks.ts';
import { capital } from '../look/words.ts';

/**
 * Who says the words of an attribution, why they are taken to be the speaker, and how sure that is,
 * a line each: what a reader wants to know of "he".
 */
export function attributionInWords(reading: Reading, index: number, reference: Reference): string {
  const one = reading.attributions[index];
  return [
    speakersInWords(one, reference),
    ...reasonsForSpeakers(reading, one),
    stanceInWords(one),
  ].join('\n');
}

/** `Vladimir Putin, President, Russia`; only the states where no person is known; or nobody. */
export function speakersInWords(one: Attribution, reference: Reference): string {
  const states = one.states.map((code) => nameOfState(code, reference)).join(' and ');
  const people = one.speakers.map((speaker) => actorInWords(speaker, reference));
  const count = (one.count ?? 1) < 2 ? '' : ` ×${one.count}`;
  const rank = one.rank === undefined ? '' : `, ${one.rank}`;
  if (one.anonymous) return `Not named${count}${rank}${states === '' ? '' : ` (${states})`}`;
  if (people.length > 0) return people.join('; ');
  return states || one.source?.text || 'Nobody named';
}

function actorInWords({ name, role, state }: Actor, reference: Reference): string {
  const of = state === undefined ? undefined : nameOfState(state, reference);
  return joinParts([name, role, of === name ? undefined : of]);
}

/** The construction that found it, as a sentence; nothing where the reading does not name one. */
export function ruleInWords(
  rule: string | undefined,
  constructions: ReadonlyMap<string, string>,
): readonly string[] {
  return rule === undefined ? [] : [`construction ${rule}: ${constructions.get(rule) ?? 'gone'}`];
}

/** The facts and rules by which the words of the source are taken to mean somebody. */
export function reasonsForSpeakers({ mentions }: Reading, one: Attribution): readonly string[] {
  const spans = one.source?.spans ?? [];
  const reasons = mentions
    .filter((mention) => spans.some((span) => spansOverlap(span, mention)))
    .map(({ text, because }) => `“${text}”: ${because}`);
  return [...new Set(reasons)];
}

function stanceInWords({ stance, certainty, hedges, confidence }: Attribution): string {
  const sure = certainty === 'unstated' ? '' : `, ${certainty}`;
  const hedged = hedges.length === 0 ? '' : ` (${hedges.map(({ text }) => text).join(', ')})`;
  const read = `the reader is ${Math.round(confidence * 100)} % sure`;
  return `${capital(stance)}${sure}${hedged} · ${read}`;
}

/** The people or unnamed sources without their states, for where those are shown as links. */
export function peopleInWords({ speakers, anonymous, count, rank }: Attribution): string {
  const people = speakers.map(({ name, role }) => (role === undefined ? name : `${name}, ${role}`));
  const number = (count ?? 1) < 2 ? '' : ` ×${count}`;
  if (anonymous) return `not named${number}${rank === undefined ? '' : `, ${rank}`}`;
  return people.join('; ');
}
