import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');

function run(program: string, args: readonly string[], cwd: string) {
  const ended = spawnSync(program, args, { cwd, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (ended.status !== 0) throw new Error(`${program} ${args.join(' ')}: ${ended.stderr}`);
  return ended.stdout;
}

test('the packed tarball works where it is installed', { timeout: 240_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'entente-package-'));
  try {
    const packed = JSON.parse(run('npm', ['pack', '--json', '--pack-destination', folder], root));
    const [{ filename, files, size }] = Array.isArray(packed) ? packed : Object.values(packed);
    const paths: string[] = files.map((file: { path: string }) => file.path);
    expect(paths).toContain('dist/src/cli/main.js');
    expect(paths.filter((path) => path.endsWith('.test.js'))).toEqual([]);
    expect(size).toBeLessThan(20 * 1024 * 1024);
    writeFileSync(join(folder, 'package.json'), '{ "name": "empty", "private": true }\n');
    run(
      'npm',
      ['install', '--no-audit', '--no-fund', '--omit=dev', join(folder, filename)],
      folder,
    );
    const entente = join(folder, 'node_modules/.bin/entente');
    const asked = ['whatif', '--attack', 'KOR:PRK', '--on', '2025-01-01', '--json'];
    const { rounds } = JSON.parse(run(entente, asked, folder));
    const states = rounds[0].map((duty: { state: string }) => duty.state);
    expect(states).toContain('RUS');
    expect(states).toContain('CHN');
    writeFileSync(
      join(folder, 'report.txt'),
      'The minister said on Monday that talks would go on.',
    );
    const reading = JSON.parse(run(entente, ['read', '--ndjson', 'report.txt'], folder));
    expect(reading.attributions.length).toBeGreaterThan(0);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
