import { type Day, parseDay } from '../base/day.ts';
import { exitCode, Failure } from '../base/failure.ts';
import { nearest } from '../base/nearest.ts';
import { compareText } from '../base/text-order.ts';
import type { Act, Scenario } from '../model/outcome.ts';
import { objectionToExistence } from '../reference/validity/party-objection.ts';
import type { GivenAct } from './cascade.ts';
import { nameOf, type World } from './world/world.ts';

/**
 * The acts of a scenario, checked and in the order of their days; acts of one day keep the order
 * they were given in. Throws a Failure that says what to do about an unknown state, place or
 * agreement, an impossible day, a state that did not exist, or one that attacks itself.
 */
export function checkScenario(scenario: Scenario, world: World): readonly GivenAct[] {
  for (const id of scenario.without ?? []) {
    const ids = world.instruments.map((instrument) => instrument.agreement.id);
    if (!ids.includes(id)) throw unknown('agreement', id, ids);
  }
  return scenario.acts
    .map((act, index) => checkAct(act, index, world))
    .sort((a, b) => compareText(a.on, b.on) || a.act - b.act);
}

function checkAct(act: Act, index: number, world: World): GivenAct {
  const on = parseDay(act.on);
  if (on === undefined)
    throw new Failure(
      `"${act.on}" is not a day: write it as 2024-06-19, and check that the month has that date.`,
      exitCode.wrongUsage,
    );
  const attacker = stateOn(act.attacker, on, world);
  const target = stateOn(act.target, on, world);
  if (attacker === target)
    throw new Failure(
      `${act.attacker} cannot attack itself: name two states, as in --attack KOR:PRK.`,
      exitCode.wrongUsage,
    );
  const place = act.in ?? act.target;
  if (!world.indexOf.has(place) && !world.places.has(place))
    throw unknown('place', place, [...world.places.keys(), ...world.codes]);
  return { attacker, target, on, place, provoked: act.provoked === true, act: index };
}

function stateOn(code: string, on: Day, world: World): number {
  const index = world.indexOf.get(code);
  if (index === undefined) throw unknown('state code', code, world.codes);
  if (objectionToExistence(code, on, world.states) === undefined) return index;
  const heirs = (world.states.get(code)?.successors ?? []).map((next) => next.state);
  const advice =
    heirs.length === 0 ? 'Choose another day or another state.' : `After it: ${heirs.join(', ')}.`;
  const message = `${nameOf(world, index, on)} does not exist on ${on}. ${advice}`;
  throw new Failure(message, exitCode.wrongUsage);
}

function unknown(what: string, word: string, known: Iterable<string>): Failure {
  const near = nearest(word, known);
  const advice = near.length === 0 ? '' : ` Nearest: ${near.join(', ')}.`;
  return new Failure(`There is no ${what} "${word}" among the facts.${advice}`, exitCode.notFound);
}
