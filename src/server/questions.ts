import type { Context } from 'hono';
import { type Clock, today } from '../base/clock.ts';
import type { Day } from '../base/day.ts';
import { exitCode, Failure } from '../base/failure.ts';
import { didYouMean, nearest } from '../base/nearest.ts';
import { requireDay } from '../pipeline/parse-scenario.ts';

/** The day an address asks for; `undefined` where it names none. */
export function askedDay(c: Context, name: 'on' | 'known' = 'on'): Day | undefined {
  const text = c.req.query(name);
  return text === undefined || text === '' ? undefined : requireDay(text);
}

/** The day an address asks for, else today. */
export function dayOrToday(c: Context, clock: Clock): Day {
  return askedDay(c) ?? today(clock);
}

/** Something that is not here, with the names nearest to it. */
export function notFound(what: string, id: string, known: Iterable<string> = []): Failure {
  const advice = didYouMean(nearest(id, known));
  return new Failure(`There is no ${what} "${id}" here.${advice}`, exitCode.notFound);
}
