import type { CowNumbers } from '../cow-numbers.ts';
import { dateOf } from '../data-set-day.ts';
import { column, readTable, wholeNumber } from '../table.ts';
import type { NamedText } from './import-atop.ts';
import { type ImportedLedger, makeLedger, type Unplaced } from './imported-ledger.ts';
import { alliancesOf, type MemberRow, whyUnplaced } from './member-rows.ts';
import { lastDay, obligationCodebookSchema } from './obligation-codebook.ts';

/**
 * Correlates of War formal alliances, version 4.1, by member (`alliance_v4.1_by_member.csv` as
 * published) as a ledger of its own, named `cow-4.1`.
 * @param given.codebook the parsed `data/codebooks/cow-alliances.yaml`
 */
export function importCow(given: {
  readonly members: NamedText;
  readonly numbers: CowNumbers;
  readonly codebook: unknown;
}): ImportedLedger {
  const codebook = obligationCodebookSchema.parse(given.codebook);
  const table = readTable(given.members.text, given.members.file);
  const cell = (name: string) => column(table, name);
  const [alliance, member] = [cell('version4id'), cell('ccode')];
  const entryCells = ['year', 'month', 'day'].map((part) => cell(`mem_st_${part}`));
  const exitCells = ['year', 'month', 'day'].map((part) => cell(`mem_end_${part}`));
  const flags = codebook.obligations.map((obligation) => ({
    obligation,
    read: cell(obligation.column),
  }));
  const kind = cell('ss_type');
  const unplaced: Unplaced[] = [];
  const byAlliance = new Map<string, MemberRow[]>();
  for (const row of table.rows) {
    const [year, month, day] = entryCells.map((read) => read(row));
    const [exitYear, exitMonth, exitDay] = exitCells.map((read) => read(row));
    const entry = dateOf(year, month, day);
    const exit = dateOf(exitYear, exitMonth, exitDay);
    const number = wholeNumber(member(row));
    const why = whyUnplaced(number, entry, exit, given.numbers);
    if (why !== undefined || number === undefined || entry === undefined) {
      const named = `alliance ${alliance(row)}, member ${member(row)}`;
      unplaced.push({ line: row.line, row: named, why: why ?? '' });
      continue;
    }
    const set = flags.filter(({ read }) => read(row) === '1').map(({ obligation }) => obligation);
    const made: MemberRow = {
      line: row.line,
      alliance: alliance(row),
      member: number,
      entry,
      ...(exit === undefined ? {} : { exit }),
      promises: set.map((obligation) => ({ obligation, conditions: [], foes: [] })),
      codes: { ss_type: kind(row), version4id: alliance(row) },
    };
    byAlliance.set(made.alliance, [...(byAlliance.get(made.alliance) ?? []), made]);
  }
  const dataSet = { key: 'cow', called: 'COW alliance', numbers: given.numbers, codebook } as const;
  return makeLedger(
    {
      name: 'cow-4.1',
      title: 'Correlates of War formal alliances 4.1',
      endsOn: lastDay(codebook, '4.1'),
    },
    alliancesOf(byAlliance, dataSet, () => undefined),
    { read: table.rows.length, placed: [...byAlliance.values()].flat().length },
    { unplaced, findings: table.findings },
  );
}
