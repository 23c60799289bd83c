/**
 * Times imports and backtest on one core, and prints the report:
 * `node bench/backtest.ts --atop MEMBER_FILE.csv --wars WARS.csv [--wars MORE.csv] [--coded FILE]`.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { createFlow } from '../src/pipeline/flow.ts';

const { values } = parseArgs({
  options: {
    atop: { type: 'string' },
    wars: { type: 'string', multiple: true },
    coded: { type: 'string' },
  },
});
const read = (path: string) => ({ file: basename(path), text: readFileSync(path, 'utf8') });
const flow = createFlow();

if (values.atop !== undefined) {
  const members = read(values.atop);
  const start = performance.now();
  const [ledger] = flow.importDataSet('atop', [members]);
  const milliseconds = (performance.now() - start).toFixed(0);
  console.log(`${ledger.name}: ${ledger.counts.rows} rows in ${milliseconds} ms`);
  if (values.wars !== undefined) {
    const coded = values.coded === undefined ? {} : { coded: read(values.coded) };
    const given = { atopMembers: members, wars: values.wars.map(read), ...coded };
    const began = performance.now();
    const lines = flow.backtest(given);
    const seconds = ((performance.now() - began) / 1000).toFixed(2);
    console.log(`backtest in ${seconds} s\n`);
    console.log(lines.join('\n'));
  }
}
