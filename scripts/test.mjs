// `npm test`: installs what is missing, Chromium among it where it may, runs every test, and names
// what it could not run. Ends with `N passed, N failed, N skipped`.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium, installDependencies, ownNode, run } from './setup.mjs';

installDependencies();
const chromium = findChromium();
if (chromium) process.env.CHROMIUM = chromium;
const folder = mkdtempSync(join(tmpdir(), 'entente-test-'));
const results = join(folder, 'results.json');
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`];
const args = process.argv.slice(2);
const code = run(ownNode, ['node_modules/vitest/vitest.mjs', 'run', ...reporters, ...args]);
let ended;
try {
  ended = JSON.parse(readFileSync(results, 'utf8'));
} catch {
  process.stderr.write('The tests ended without a result.\n');
  process.exit(code || 1);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const skipped = ended.testResults.flatMap((file) =>
  file.assertionResults
    .filter((test) => ['pending', 'skipped', 'todo', 'disabled'].includes(test.status))
    .map((test) => test.fullName),
);
for (const name of skipped) process.stdout.write(`not run: ${name}\n`);
if (!chromium)
  process.stdout.write('not run: the pages in a browser, since no Chromium was found\n');
const failed =
  ended.numFailedTests +
  ended.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
    .length;
process.stdout.write(
  `${ended.numPassedTests} passed, ${failed} failed, ${skipped.length} skipped\n`,
);
process.exit(code);
