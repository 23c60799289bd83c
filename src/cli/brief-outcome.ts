import type { ChanceAnswer } from '../contingency/chance.ts';
import type { Duty, Outcome } from '../model/outcome.ts';
import type { Reference } from '../reference/reference.ts';
import { nameOfState, namesOfStates } from '../reference/state-on-day.ts';
import { style, type Terminal, wrap } from './terminal.ts';

/** Who is bound to do what, for people: the answer first, then round by round with the reasons. */
export function briefOutcome(terminal: Terminal, outcome: Outcome, reference: Reference): string {
  const { scenario, rounds, notOwed, undecided, conflicts } = outcome;
  const bold = (text: string) => style(terminal, 'bold', text);
  const lines: string[] = [];
  for (const act of scenario.acts) {
    const where = act.in === undefined ? '' : ` in ${reference.places.get(act.in)?.name ?? act.in}`;
    const name = (code: string) => nameOfState(code, reference, act.on);
    lines.push(bold(`${name(act.attacker)} attacks ${name(act.target)}${where} on ${act.on}`));
  }
  lines.push(summaryOf(outcome, reference), '');
  rounds.forEach((round, index) => {
    lines.push(bold(`Round ${index + 1}`));
    for (const duty of round) lines.push(...dutyLines(terminal, duty, outcome, reference));
  });
  const section = (title: string, duties: readonly Duty[]) => {
    if (duties.length === 0) return;
    lines.push('', bold(`${title} (${duties.length})`));
    for (const duty of duties) {
      lines.push(headOf(terminal, duty, outcome, reference));
      // The proof begins with the conclusion; what decided it stands second.
      lines.push(wrap(`      ${duty.because[1] ?? ''}`, terminal.columns, '      '));
    }
  };
  section('Undecided, since a fact is missing', undecided);
  section('Looked at and not owed', notOwed);
  if (conflicts.length > 0) {
    lines.push('', bold(`Conflicts (${conflicts.length})`));
    for (const conflict of conflicts) {
      const who = nameOfState(conflict.state, reference);
      const text = `  ${who}: ${conflict.kind}. ${conflict.because.join(' ')}`;
      lines.push(wrap(text, terminal.columns, '    '));
    }
  }
  lines.push('');
  return lines.join('\n');
}

/** How likely the states are to fight by the rates of the past; shown only when asked for. */
export function briefChance(
  terminal: Terminal,
  answer: ChanceAnswer,
  reference: Reference,
): string {
  const percent = (share: number) => `${Math.round(share * 100)} %`;
  const lines = [
    style(terminal, 'bold', 'Chance, by the past'),
    wrap(answer.says, terminal.columns),
    `${answer.runs} runs, seed ${answer.seed}; Brier score ${answer.brier}.`,
  ];
  for (const { state, p, interval } of answer.states) {
    const [low, high] = interval.map(percent);
    lines.push(
      `  ${nameOfState(state, reference)} joins in ${percent(p)} of runs (${low} to ${high})`,
    );
  }
  lines.push('');
  return lines.join('\n');
}

function summaryOf({ rounds, scenario }: Outcome, reference: Reference): string {
  const fighting = rounds.flat().filter(({ duty }) => duty === 'defend' || duty === 'attack');
  const states = [...new Set(fighting.map((duty) => duty.state))];
  const day = scenario.acts[0].on;
  if (states.length > 0) {
    const shown = namesOfStates(states.slice(0, 8), reference, day).join(', ');
    const more = states.length > 8 ? ` and ${states.length - 8} more` : '';
    return `Bound to fight: ${shown}${more}.`;
  }
  return rounds.flat().length > 0 ? 'Nobody is bound to fight.' : 'Nobody is bound.';
}

function dutyLines(
  terminal: Terminal,
  duty: Duty,
  outcome: Outcome,
  reference: Reference,
): string[] {
  const reasons = duty.because.map((reason) =>
    wrap(`      ${reason}`, terminal.columns, '        '),
  );
  const source = duty.sources[0];
  const from = [source?.title, source?.url].filter((part) => part !== undefined).join(', ');
  const told = from === '' ? [] : [style(terminal, 'dim', `      source: ${from}`)];
  const rate =
    duty.chance === undefined
      ? []
      : [`      kept in ${Math.round(duty.chance.p * 100)} % of past cases: ${duty.chance.from}`];
  return [headOf(terminal, duty, outcome, reference), ...reasons, ...rate, ...told];
}

function headOf(terminal: Terminal, duty: Duty, outcome: Outcome, reference: Reference): string {
  const day = outcome.scenario.acts[0].on;
  const article = duty.article === undefined ? '' : `, Art. ${duty.article}`;
  const towards = namesOfStates(duty.towards, reference, day).join(', ');
  const head = `  ${nameOfState(duty.state, reference, day)} - ${duty.duty} ${towards} · ${duty.strength} · ${duty.agreement}${article}`;
  const mark = duty.certainty === 'unverified' ? style(terminal, 'yellow', ' · unverified') : '';
  return head + mark;
}
