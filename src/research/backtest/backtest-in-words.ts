import { caveatOf } from '../alliances/imported-ledger.ts';
import type { ChanceScore } from './chance-score.ts';
import { promiseTypes, type Rate, type TableA } from './coded-wars.ts';
import type { JudgedCase, TableB } from './engine-score.ts';
import type { BacktestReport } from './run-backtest.ts';

const typeNames = {
  offense: 'offence',
  defense: 'defence',
  neutral: 'neutrality',
  nonagg: 'non-aggression',
};

/** The report as lines for people: table A, table B, the chance models, and what it rests on. */
export function backtestInWords(report: BacktestReport): readonly string[] {
  return [
    ...(report.tableA === undefined ? [] : tableAInWords(report.tableA)),
    ...(report.tableB === undefined ? [] : tableBInWords(report.tableB)),
    ...(report.chance === undefined ? [] : chanceInWords(report.chance)),
    ...basisInWords(report),
  ];
}

function tableAInWords(table: TableA): readonly string[] {
  return [
    'Table A. Promises that wars called, and those kept (coders)',
    ...Object.entries({ all: table.all, ...table.byEra }).map(([name, rate]) =>
      rateLine(name, rate),
    ),
    ...promiseTypes.map((type) => rateLine(typeNames[type], table.byType[type])),
    `  from ${table.cases} pairs of war and alliance; one counts under each of its promises`,
    '',
  ];
}

function rateLine(name: string, { honoured, triggered }: Rate): string {
  const share = triggered === 0 ? '' : `${((100 * honoured) / triggered).toFixed(2)} %`;
  const counts = `${honoured}/${triggered}`;
  return `  ${name.padEnd(16)}${counts.padStart(8)}${share.padStart(10)}`;
}

function tableBInWords(table: TableB): readonly string[] {
  const triggered = table.rightlyCalled + table.missed.length;
  const called = table.rightlyCalled + table.wronglyCalled.length;
  return [
    'Table B. Which promises of defence a war called: engine against coders',
    `  from ${table.cases} pairs of war and alliance`,
    `  recall     ${table.recall.toFixed(3)}  (${table.rightlyCalled} of ${triggered})`,
    `  precision  ${table.precision.toFixed(3)}  (${table.rightlyCalled} of ${called})`,
    ...table.wronglyCalled.map((one) => `  only the engine: ${caseName(one)}, ${reasonOf(one)}`),
    ...table.missed.map((one) => `  only the coders: ${caseName(one)}`),
    '',
  ];
}

function caseName({ case: one }: JudgedCase): string {
  return `${one.warName}, ATOP ${one.alliance}`;
}

function reasonOf({ called }: JudgedCase): string {
  const [first] = called;
  const { kind, state, towards, against, on } = first;
  if (kind === 'its own parties fight') return `${state} against ${towards} on ${on}`;
  return `${state} owes ${towards} (${kind}) against ${against} on ${on}`;
}

function chanceInWords(scores: readonly ChanceScore[]): readonly string[] {
  return [
    'Chance that a called promise is kept: Brier score, each case foretold by the others',
    ...scores.map(({ model, brier, interval: [low, high] }) => {
      const range = `95 % interval ${low.toFixed(3)} to ${high.toFixed(3)}`;
      return `  ${model.padEnd(18)}${brier.toFixed(3)}  ${range}`;
    }),
    ...(scores.at(-1)?.cells ?? []).map(({ cell, ...rate }) => rateLine(cell, rate)),
    '  base rates of the past, no forecast',
    '',
  ];
}

function basisInWords(report: BacktestReport): readonly string[] {
  const { ledger, refinements, wars, warLists, findings } = report;
  const { agreements: alliances, provisions } = ledger.counts;
  const lists = warLists.map((list) => list.kind).join(' and ');
  const refined = new Set(refinements.map((one) => one.agreement)).size;
  return [
    `${caveatOf(ledger, ledger.endsOn)} ${alliances} alliances, ${provisions} promises.`,
    `${wars.read} wars from ${lists}; ${wars.calling} call at least one alliance.`,
    `Our own ledger gave ${refinements.length} promises of ${refined} alliances place or foes.`,
    ...ledger.unplaced.map(({ line, row, why }) => `Not placed, line ${line}: ${row}. ${why}`),
    ...countedFindings(findings.map((finding) => finding.message)),
  ];
}

/** One line for each message, with how often it was met. */
function countedFindings(messages: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const message of messages) counts.set(message, (counts.get(message) ?? 0) + 1);
  return [...counts].map(([message, count]) =>
    count > 1 ? `${message} (${count} rows)` : message,
  );
}
