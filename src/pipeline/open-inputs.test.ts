import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openInputs } from './open-inputs.ts';

const folder = mkdtempSync(join(tmpdir(), 'entente-inputs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function opened(...names: string[]) {
  const opened: string[] = [];
  for await (const one of openInputs(names, emptyStream())) {
    const place = one.kind === 'input' ? one.name : `${one.finding.code} ${one.finding.file}`;
    opened.push(place.replace(`${folder}/`, ''));
  }
  return opened;
}

async function* emptyStream(): AsyncGenerator<Uint8Array> {}

test('a folder gives its reports in order, links between folders are not followed', async () => {
  const inside = join(folder, 'day');
  mkdirSync(join(inside, 'b'), { recursive: true });
  for (const name of ['a.txt', 'b/c.html', 'd.pdf', '.hidden.txt']) {
    writeFileSync(join(inside, name), 'words');
  }
  symlinkSync(join(inside, 'a.txt'), join(inside, 'linked.txt'));
  symlinkSync(inside, join(inside, 'again'));
  symlinkSync(inside, join(inside, 'b/up'));
  expect(await opened(inside)).toEqual(['day/a.txt', 'day/b/c.html', 'day/linked.txt']);
});

test('what cannot be had is a fault and harms no other', async () => {
  writeFileSync(join(folder, 'one.txt'), 'words');
  mkdirSync(join(folder, 'empty'));
  const names = ['none.txt', 'empty', 'one.txt'].map((name) => join(folder, name));
  expect(await opened(...names)).toEqual([
    `unreadable ${names[0]}`.replace(`${folder}/`, ''),
    'empty-folder empty',
    'one.txt',
  ]);
});
