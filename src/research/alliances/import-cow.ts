import type { Day } from '../../base/day.ts';
import type { Agreement } from '../../model/agreement.ts';
import type { CowNumbers } from '../cow-numbers.ts';
import { dateOf, firstDay, pastDay } from '../data-set-day.ts';
import { column, readTable, wholeNumber } from '../table.ts';
import type { NamedText } from './import-atop.ts';
import type { ImportedLedger, Unplaced } from './imported-ledger.ts';
import { allianceOf, type MemberRow } from './member-rows.ts';
import { obligationCodebookSchema } from './obligation-codebook.ts';

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
      const told = `alliance ${alliance(row)}, member ${member(row)}`;
      unplaced.push({ line: row.line, row: told, why: why ?? '' });
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
  return ledgerOf(byAlliance, { ...given, rows: table.rows.length, unplaced, table });
}

function ledgerOf(
  byAlliance: ReadonlyMap<string, readonly MemberRow[]>,
  given: {
    readonly numbers: CowNumbers;
    readonly codebook: unknown;
    readonly rows: number;
    readonly unplaced: readonly Unplaced[];
    readonly table: { readonly findings: ImportedLedger['findings'] };
  },
): ImportedLedger {
  const codebook = obligationCodebookSchema.parse(given.codebook);
  const agreements = new Map<string, Agreement>();
  const codes = new Map<string, Readonly<Record<string, string>>>();
  for (const [alliance, rows] of byAlliance) {
    const made = allianceOf(rows, {
      id: `cow-${alliance}`,
      called: 'COW alliance',
      number: Number(alliance),
      numbering: 'cow',
      numbers: given.numbers,
      codebook,
      source: 'cow',
    });
    agreements.set(made.agreement.id, made.agreement);
    for (const [id, row] of made.codes) codes.set(`${made.agreement.id}/${id}`, row);
  }
  return {
    name: 'cow-4.1',
    title: 'Correlates of War formal alliances 4.1',
    agreements,
    endsOn: codebook.releases['4.1'] as Day,
    counts: {
      rows: given.rows,
      placed: [...byAlliance.values()].flat().length,
      agreements: agreements.size,
      provisions: [...agreements.values()].flatMap((one) => one.provisions).length,
    },
    unplaced: given.unplaced,
    findings: given.table.findings,
    codes,
  };
}

function whyUnplaced(
  number: number | undefined,
  entry: string | undefined,
  exit: string | undefined,
  numbers: CowNumbers,
): string | undefined {
  if (number === undefined || entry === undefined)
    return 'It has no year of entry or no member number.';
  const until = exit === undefined ? undefined : pastDay(exit);
  return numbers.codesIn(number, { from: firstDay(entry), until }).length === 0
    ? `No state of the code book bears number ${number} then.`
    : undefined;
}
