import { type Day, parseDay } from '../base/day.ts';
import { exitCode, Failure } from '../base/failure.ts';
import { didYouMean, nearest } from '../base/nearest.ts';
import { compareText } from '../base/text-order.ts';
import { existsOn, nameOfState } from '../model/names/state-name.ts';
import type { Act, Scenario } from '../model/outcome.ts';
import { nearestStates } from '../reference/nearest-states.ts';
import { placeNamed } from '../reference/place-named.ts';
import type { Reference } from '../reference/reference.ts';

/** A scenario as a person states it: on the command line, in a form, in an address. */
export interface ScenarioAsked {
  /** `KOR:PRK`, `South Korea:North Korea@1950-06-25`. */
  readonly attacks: readonly string[];
  readonly on?: string;
  readonly in?: string;
  readonly provoked?: boolean;
  readonly without?: readonly string[];
  readonly reading?: string;
  readonly assume?: string;
  readonly ledger?: string;
  readonly known?: string;
}

/** The scenario that is meant, or a `Failure` that says which word could not be understood. */
export function parseScenario(asked: ScenarioAsked, reference: Reference, today: Day): Scenario {
  const on = asked.on === undefined ? undefined : requireDay(asked.on, '--on');
  if (asked.attacks.length === 0) {
    throw wrong('No attack is given. Say who attacks whom: --attack KOR:PRK@2025-01-01.');
  }
  const acts = asked.attacks.map((attack) => parseAct(attack, on ?? today, asked, reference));
  acts.sort((a, b) => compareText(a.on, b.on));
  const assume = asked.assume ?? (acts.length > 1 ? 'none' : 'all');
  if (asked.known !== undefined) requireDay(asked.known, '--known');
  return {
    acts,
    ...(asked.without?.length && {
      without: asked.without.map((id) =>
        (asked.ledger ?? 'entente') === 'entente' ? requireAgreement(id, reference.agreements) : id,
      ),
    }),
    reading: requireOneOf(asked.reading ?? 'strict', ['strict', 'loose'], '--reading'),
    assume: requireOneOf(assume, ['all', 'automatic', 'none'], '--assume'),
    ledger: asked.ledger ?? 'entente',
    ...(asked.known !== undefined && { known: asked.known }),
  };
}

function parseAct(attack: string, on: Day, asked: ScenarioAsked, reference: Reference): Act {
  const match = /^(.+?):([^@]+?)(?:@(.+))?$/.exec(attack.trim());
  if (!match) throw wrong(`"${attack}" is not an attack: write ATTACKER:TARGET, as in KOR:PRK.`);
  const day = match[3] === undefined ? on : requireDay(match[3], `the day of ${attack}`);
  const attacker = requireState(match[1], reference, day);
  const target = requireState(match[2], reference, day);
  if (attacker === target) throw wrong(`${attacker} cannot attack itself: name two states.`);
  return {
    attacker,
    target,
    on: day,
    ...(asked.in !== undefined && { in: requirePlace(asked.in, reference, day) }),
    ...(asked.provoked === true && { provoked: true }),
  };
}

/** The day that a person wrote. @param where the option or field it was written in */
export function requireDay(text: string, where?: string): Day {
  const day = parseDay(text.trim());
  if (day !== undefined) return day;
  const place = where === undefined ? '' : ` (${where})`;
  throw wrong(`"${text}"${place} is not a day. Write it as year, month and date: 2025-01-31.`);
}

/** The code of a state named by its code or by a name it has or had. */
export function requireState(text: string, reference: Reference, on?: Day): string {
  const wanted = text.trim();
  const code = wanted.toUpperCase();
  if (reference.states.has(code)) return code;
  const folded = wanted.toLowerCase();
  const named = [...reference.states.values()].filter((state) =>
    state.names.some((name) => name.name.toLowerCase() === folded),
  );
  const found = named.find((state) => on === undefined || existsOn(state, on)) ?? named[0];
  if (found) return found.code;
  const near = nearestStates(reference, wanted).map(
    (like) => `${like} (${nameOfState(like, reference)})`,
  );
  const advice = didYouMean(near, ' Codes are ISO alpha-3: KOR.');
  throw wrong(`There is no state "${wanted}" in the facts.${advice}`);
}

function requirePlace(text: string, reference: Reference, on: Day): string {
  const place = placeNamed(reference, text);
  if (place.kind === 'unknown') {
    const advice = didYouMean(place.like);
    throw wrong(`There is neither a state nor a place "${text}" in the facts.${advice}`);
  }
  // Of states that shared a name the one there on the day is meant.
  return reference.places.has(place.id) ? place.id : requireState(text, reference, on);
}

/** The id of an agreement in the ledger. */
export function requireAgreement(id: string, ledger: ReadonlyMap<string, unknown>): string {
  if (ledger.has(id)) return id;
  const advice = didYouMean(nearest(id, ledger.keys()));
  throw new Failure(
    `There is no agreement "${id}" in the ledger.${advice} \`entente agreements\` lists them.`,
    exitCode.notFound,
  );
}

/** The value of an option that takes only a few. */
export function requireOneOf<const T extends string>(
  text: string,
  allowed: readonly T[],
  option: string,
): T {
  const found = allowed.find((value) => value === text);
  if (found !== undefined) return found;
  throw wrong(`"${text}" is not a value of ${option}: give ${allowed.join(', ')}.`);
}

function wrong(message: string): Failure {
  return new Failure(message, exitCode.wrongUsage);
}
