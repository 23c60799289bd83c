import { exitCode, Failure } from '../../base/failure.ts';
import { cowNumbers } from '../cow-numbers.ts';
import { importAtop, type NamedText } from './import-atop.ts';
import { importCow } from './import-cow.ts';
import { importDyadYears } from './import-dyad-years.ts';
import type { ImportedLedger } from './imported-ledger.ts';

/**
 * Brings the files of a research project in, each known by the columns of its first line: ATOP at
 * member level (with the alliance level beside it, if given) and by dyad-year; Correlates of War
 * by member and by dyad-year.
 * @param tables the parsed files of `data/codebooks`, by path (`codebooks/atop`)
 */
export function importDataSet(
  project: 'atop' | 'cow',
  files: readonly NamedText[],
  tables: ReadonlyMap<string, unknown>,
): readonly ImportedLedger[] {
  const numbers = cowNumbers(tables.get('codebooks/cow-states'));
  const known = files.map((file) => ({ file, layout: layoutOf(file) }));
  const alliances = known.find(({ layout }) => layout === 'atop alliances')?.file;
  const ledgers = known.flatMap(({ file, layout }) => {
    if (layout === undefined || !layout.startsWith(project)) throw unknownLayout(project, file);
    switch (layout) {
      case 'atop members': {
        const level = alliances === undefined ? {} : { alliances };
        const codebook = tables.get('codebooks/atop');
        return [importAtop({ members: file, ...level, numbers, codebook })];
      }
      case 'atop dyads': {
        const codebook = tables.get('codebooks/atop');
        const named = { name: 'atop-5.1-dyads', release: '5.1' };
        return [importDyadYears({ dyads: file, numbers, codebook, ...named })];
      }
      case 'cow members':
        return [
          importCow({ members: file, numbers, codebook: tables.get('codebooks/cow-alliances') }),
        ];
      case 'cow dyads': {
        const codebook = tables.get('codebooks/cow-alliances');
        const named = { name: 'cow-4.1-dyads', release: '4.1' };
        return [importDyadYears({ dyads: file, numbers, codebook, ...named })];
      }
      default:
        return [];
    }
  });
  if (ledgers.length > 0) return ledgers;
  throw new Failure(
    'The alliance level of ATOP does not say who promised what: give the member level too.',
    exitCode.wrongUsage,
  );
}

type Layout = 'atop members' | 'atop alliances' | 'atop dyads' | 'cow members' | 'cow dyads';

function layoutOf({ text }: NamedText): Layout | undefined {
  const header = text.slice(0, text.search(/[\r\n]|$/)).replaceAll('"', '');
  const columns = new Set(header.replace('\uFEFF', '').split(','));
  const has = (...names: string[]) => names.every((name) => columns.has(name));
  if (has('atopid', 'member', 'yrent')) return 'atop members';
  if (has('atopid', 'mem1', 'begyr')) return 'atop alliances';
  if (has('year', 'atop_defense') || has('mem1', 'mem2', 'year', 'offense')) return 'atop dyads';
  if (has('version4id', 'mem_st_year')) return 'cow members';
  return has('year', 'cow_defense') ? 'cow dyads' : undefined;
}

function unknownLayout(project: string, { file }: NamedText): Failure {
  const known =
    project === 'atop'
      ? 'the member level (atopid, member, yrent ...), the alliance level or the dyad-years of ATOP'
      : 'alliance_v4.1_by_member (version4id, ccode, mem_st_year ...) or the dyad-years';
  return new Failure(
    `${file} has none of the layouts known for ${project}: ` +
      `its first line should be that of ${known}.`,
    exitCode.wrongUsage,
  );
}
