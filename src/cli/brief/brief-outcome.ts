import type { ChanceAnswer } from '../../model/answers/chance.ts';
import { nameOfState, namesOfStates } from '../../model/names/state-name.ts';
import type { Conflict, Duty, Outcome } from '../../model/outcome.ts';
import type { Reference } from '../../pipeline/flow.ts';
import { style, type Terminal, wrap } from '../terminal.ts';
import { type DutyGroup, groupDuties } from './duty-groups.ts';

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
  for (const line of summaryOf(outcome, reference)) lines.push(wrap(line, terminal.columns, '  '));
  lines.push('');
  rounds.forEach((round, index) => {
    lines.push(bold(`Round ${index + 1}`));
    for (const group of groupDuties(round)) {
      lines.push(...dutyLines(terminal, group, outcome, reference));
    }
  });
  const section = (title: string, duties: readonly Duty[]) => {
    if (duties.length === 0) return;
    lines.push('', bold(`${title} (${duties.length})`));
    for (const group of groupDuties(duties)) {
      lines.push(headOf(terminal, group, outcome, reference));
      // The proof begins with the conclusion; what decided it stands second.
      lines.push(wrap(`      ${group.shown.because[1] ?? ''}`, terminal.columns, '      '));
    }
  };
  section('Undecided, since a fact is missing', undecided);
  section('Looked at and not owed', notOwed);
  if (conflicts.length > 0) {
    lines.push('', bold(`Conflicts (${conflicts.length})`));
    for (const text of conflictLines(conflicts, reference)) {
      lines.push(wrap(`  ${text}`, terminal.columns, '    '));
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

/** One line for those bound by the text alone, one for each way in which it is open. */
function summaryOf(outcome: Outcome, reference: Reference): string[] {
  const { rounds, undecided, scenario } = outcome;
  const day = scenario.acts[0].on;
  const already = new Set(scenario.acts.flatMap((act) => [act.attacker, act.target]));
  const fighters = (duties: readonly Duty[], named: ReadonlySet<string>) => {
    const fighting = duties.filter(({ duty }) => duty === 'defend' || duty === 'attack');
    return [...new Set(fighting.map(({ state }) => state))].filter((state) => !named.has(state));
  };
  const list = (states: readonly string[]) => {
    const more = states.length > 8 ? ` and ${states.length - 8} more` : '';
    return namesOfStates(states.slice(0, 8), reference, day).join(', ') + more;
  };
  const called = rounds.flat();
  const alone = called.filter(({ strength }) => strength !== 'collective decision');
  const bound = fighters(alone, already);
  const jointly = fighters(called, new Set([...already, ...bound]));
  const open = fighters(undecided, new Set([...already, ...bound, ...jointly]));
  const lines: string[] = [];
  if (bound.length > 0) lines.push(`Bound to fight: ${list(bound)}.`);
  else lines.push(called.length > 0 ? 'Nobody is bound to fight.' : 'Nobody is bound.');
  if (jointly.length > 0) lines.push(`Bound to fight if they decide so jointly: ${list(jointly)}.`);
  if (open.length > 0) lines.push(`Undecided, since a fact is missing: ${list(open)}.`);
  return lines;
}

/** A clash that several states share word for word stands once, with all their names. */
function conflictLines(conflicts: readonly Conflict[], reference: Reference): string[] {
  const groups = new Map<string, { text: string; names: string[] }>();
  for (const { state, kind, because } of conflicts) {
    const name = nameOfState(state, reference);
    const each = because
      .map((why) => (why.startsWith(`${name} `) ? `Each${why.slice(name.length)}` : why))
      .join(' ');
    const shared = `${kind}. ${each}`;
    const group = groups.get(shared);
    if (group) Object.assign(group, { text: shared, names: [...group.names, name] });
    else groups.set(shared, { text: `${kind}. ${because.join(' ')}`, names: [name] });
  }
  return [...groups.values()].map(({ text, names }) => `${names.join(', ')}: ${text}`);
}

function dutyLines(
  terminal: Terminal,
  group: DutyGroup,
  outcome: Outcome,
  reference: Reference,
): string[] {
  const { shown, states } = group;
  const line = (text: string) => wrap(`      ${text}`, terminal.columns, '        ');
  const first = nameOfState(shown.state, reference, outcome.scenario.acts[0].on);
  const others = `As it runs for ${first}; --explain proves it for each of the ${states.length}:`;
  const reasons = [...(states.length > 1 ? [others] : []), ...shown.because].map(line);
  const source = shown.sources[0];
  const from = [source?.title, source?.url].filter((part) => part !== undefined).join(', ');
  const cited = from === '' ? [] : [style(terminal, 'dim', `      source: ${from}`)];
  const rate =
    shown.chance === undefined
      ? []
      : [`      kept in ${Math.round(shown.chance.p * 100)} % of past cases: ${shown.chance.from}`];
  return [headOf(terminal, group, outcome, reference), ...reasons, ...rate, ...cited];
}

function headOf(
  terminal: Terminal,
  { shown, states }: DutyGroup,
  outcome: Outcome,
  reference: Reference,
): string {
  const day = outcome.scenario.acts[0].on;
  const article = shown.article === undefined ? '' : `, Art. ${shown.article}`;
  const names = (codes: readonly string[]) => namesOfStates([...codes], reference, day).join(', ');
  // Of a duty that is not owed only `attack` needs its foe; elsewhere it would be all it may name.
  const owed = shown.test === undefined || shown.duty === 'attack';
  const what = dutyInWords(shown, names(shown.towards), owed ? names(shown.against) : '');
  const mark = shown.certainty === 'unverified' ? style(terminal, 'yellow', ' · unverified') : '';
  const head = `  ${names(states)} - ${what} · ${shown.strength} · ${shown.agreement}${article}`;
  return wrap(head + mark, terminal.columns, '    ');
}

/** The promise `attack` is made to a partner, so its foe has to be named to be understood. */
function dutyInWords({ duty }: Duty, towards: string, foe: string): string {
  const and = (words: string) => (foe === '' ? '' : ` ${words} ${foe}`);
  if (duty === 'attack') return `join ${towards} in war${and('against')}`;
  if (duty === 'consult') return `consult with ${towards}${and('about')}`;
  if (duty === 'stay neutral') return `stay neutral towards ${towards}${and('at war with')}`;
  if (duty === 'not attack') return `not attack ${towards}`;
  return `${duty} ${towards}${and('against')}`;
}
