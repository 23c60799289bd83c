import type { Context } from 'hono';
import { type Clock, today } from '../base/clock.ts';
import { type Day, parseDay } from '../base/day.ts';
import { exitCode, Failure } from '../base/failure.ts';
import { nearest } from '../base/nearest.ts';

/** The day an address asks for; `undefined` where it names none. */
export function askedDay(c: Context, name: 'on' | 'known' = 'on'): Day | undefined {
  const text = c.req.query(name);
  if (text === undefined || text === '') return undefined;
  const day = parseDay(text);
  if (day !== undefined) return day;
  const message = `"${text}" is no day. Write it as year, month and date: 2025-01-31.`;
  throw new Failure(message, exitCode.wrongUsage);
}

/** The day an address asks for, else today. */
export function dayOrToday(c: Context, clock: Clock): Day {
  return askedDay(c) ?? today(clock);
}

/** Says that something is not here, with what comes nearest to it. */
export function notFound(what: string, id: string, known: Iterable<string> = []): Failure {
  const near = nearest(id, known);
  const advice = near.length > 0 ? ` Did you mean ${near.join(', ')}?` : '';
  return new Failure(`There is no ${what} "${id}" here.${advice}`, exitCode.notFound);
}
