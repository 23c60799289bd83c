// Runs under the machine's own Node (20 and newer) before anything is installed: plain JavaScript
// without dependencies. Everything else runs under the Node that npm installs.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..');
export const ownNode = join(root, 'node_modules/.bin/node');

/** Installs what is missing: nothing where the lock file has not changed since the last time. */
export function installDependencies() {
  const lock = join(root, 'package-lock.json');
  const mark = join(root, 'node_modules/.entente-installed');
  const wanted = createHash('sha256').update(readFileSync(lock)).digest('hex');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted && existsSync(ownNode)) return;
  process.stderr.write('Installing what Entente needs, once (about half a minute) ...\n');
  const done = run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { quiet: true });
  if (done !== 0 || !existsSync(ownNode)) {
    process.stderr.write('npm ci failed: see above. Is the npm registry within reach?\n');
    process.exit(1);
  }
  mkdirSync(join(root, 'node_modules'), { recursive: true });
  writeFileSync(mark, wanted);
}

/** Runs a program in the project's folder and gives its exit code. */
export function run(program, args, { quiet = false } = {}) {
  const stdio = quiet ? ['ignore', process.stderr, process.stderr] : 'inherit';
  const done = spawnSync(program, args, { cwd: root, stdio });
  if (done.error) process.stderr.write(`${program} cannot be run: ${done.error.message}\n`);
  return done.status ?? 1;
}

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The browser for the tests of pages: the machine's own, else by apt where that is allowed. */
export function findChromium() {
  const named = process.env.CHROMIUM;
  const found = [named, ...places].find(
    (path) => path && existsSync(path) && statSync(path).isFile(),
  );
  if (found) return found;
  const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (!mayInstall) return undefined;
  process.stderr.write('Installing Chromium for the tests of the pages, once ...\n');
  run('apt-get', ['update', '-qq'], { quiet: true });
  const packages = ['chromium', 'fonts-liberation', 'fonts-dejavu-core'];
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { quiet: true });
  return places.find((path) => existsSync(path));
}
