import type { Day } from '../../base/day.ts';
import { exitCode, Failure } from '../../base/failure.ts';
import { compareText } from '../../base/text-order.ts';
import { nameOfState } from '../../model/names/state-name.ts';
import type { Scenario } from '../../model/outcome.ts';
import type { Reference } from '../../pipeline/flow.ts';
import { parseScenario } from '../../pipeline/parse-scenario.ts';

/** One act as a form states it; fields that were left empty are empty. */
export interface ActAsked {
  readonly attacker: string;
  readonly target: string;
  readonly on: string;
  readonly in: string;
}

/** What stands in the what-if form, as its address says it. */
export interface ScenarioForm {
  readonly acts: readonly ActAsked[];
  readonly without: string;
  readonly reading: string;
  readonly assume: string;
  readonly provoked: boolean;
}

/** The most acts that one address may ask for. */
const mostActs = 12;

/** Fields of one act have the same place in their lists: `?attacker=A&target=B&attacker=C ...`. */
export function readForm(
  queries: Readonly<Record<string, readonly string[]>>,
  today: Day,
): ScenarioForm {
  const { attacker = [], target = [], on = [], in: place = [] } = queries;
  const count = Math.min(mostActs, Math.max(1, attacker.length, target.length));
  const rows = Array.from({ length: count }, (_, index) => ({
    attacker: attacker[index]?.trim() ?? '',
    target: target[index]?.trim() ?? '',
    on: on[index] || on[0] || today,
    in: place[index] ?? '',
  }));
  const acts = rows.filter((act, index) => index === 0 || act.attacker !== '' || act.target !== '');
  return {
    acts,
    without: queries.without?.[0] ?? '',
    reading: queries.reading?.[0] || 'strict',
    assume: queries.assume?.[0] || (acts.length > 1 ? 'none' : 'all'),
    provoked: queries.provoked?.[0] === '1',
  };
}

/** The form as the address that asks it again; empty fields are left out. */
export function addressOf(form: ScenarioForm): string {
  const query = new URLSearchParams();
  for (const { attacker, target, on, in: place } of form.acts) {
    query.append('attacker', attacker);
    query.append('target', target);
    query.append('on', on);
    if (form.acts.some((act) => act.in !== '')) query.append('in', place);
  }
  if (form.without !== '') query.set('without', form.without);
  if (form.reading !== 'strict') query.set('reading', form.reading);
  query.set('assume', form.assume);
  if (form.provoked) query.set('provoked', '1');
  return `/whatif?${query.toString()}`;
}

/** The scenario that the form means; a `Failure` says which field could not be understood. */
export function scenarioOf(form: ScenarioForm, reference: Reference, today: Day): Scenario {
  const { reading, assume, provoked } = form;
  const without = form.without.split(/[\s,]+/).filter((id) => id !== '');
  const single = form.acts.map((act) => {
    for (const name of [act.attacker, act.target]) refuseMarks(name);
    const attacks = [`${act.attacker}:${act.target}`];
    const place = act.in === '' ? {} : { in: act.in };
    return parseScenario(
      { attacks, on: act.on, reading, assume, provoked, without, ...place },
      reference,
      today,
    );
  });
  const acts = single.flatMap((scenario) => scenario.acts);
  return { ...single[0], acts: acts.sort((a, b) => compareText(a.on, b.on)) };
}

function refuseMarks(name: string): void {
  if (name === '') {
    throw new Failure('Say who attacks whom: a field is empty.', exitCode.wrongUsage);
  }
  if (!/[:@]/.test(name)) return;
  throw new Failure(`"${name}" is not a state: write its name or code.`, exitCode.wrongUsage);
}

/** A state as it stands in a field: by its name on the day, where it is known by a code. */
export function fieldOf(text: string, reference: Reference, on: string): string {
  const code = text.toUpperCase();
  return reference.states.has(code) ? nameOfState(code, reference, on) : text;
}
