import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pickNumber, seededChance } from '../../base/chance.ts';
import { Failure } from '../../base/failure.ts';
import { formatFinding } from '../../base/finding.ts';
import { loadReference } from '../load-reference.ts';
import { checkFacts } from './check-facts.ts';

const cases = resolve(import.meta.dirname, '../../../cases/ledger/faults');
const sound = join(cases, 'sound');

function faultsOf(name: string): string[] {
  const folder = join(cases, name);
  return checkFacts(folder, { over: sound }).map((finding) =>
    formatFinding(finding).replaceAll(`${folder}/`, '').replaceAll(`${sound}/`, ''),
  );
}

describe('a fault is found at its place, with advice', () => {
  const names = readdirSync(cases, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'sound')
    .map((entry) => entry.name);

  test.each(names)('%s', (name) => {
    const expected = readFileSync(join(cases, name, 'expected.txt'), 'utf8');
    expect(`${faultsOf(name).join('\n')}\n`.trimStart()).toBe(expected);
  });
});

test('sound facts have no faults, and numbers are taken as the words they are written with', () => {
  expect(checkFacts(sound)).toEqual([]);
  const reference = loadReference({ dataFolder: sound, cacheFolder: freshFolder() });
  expect(reference.agreements.get('alf-brv-1995')?.provisions[0].article).toBe('1');
});

test('a misspelt key is found on its line, whichever key it is', () => {
  const chance = seededChance(20240619);
  const text = readFileSync(join(sound, 'agreements/alf-brv-1995.yaml'), 'utf8');
  const keys = [...text.matchAll(/^ *(?:- )?([a-zA-Z]+):/gm)];
  for (let round = 0; round < 40; round++) {
    const key = keys[pickNumber(chance, keys.length)];
    const at = key.index + key[0].length - 1 - key[1].length;
    const wrong = `${text.slice(0, at)}q${text.slice(at)}`;
    const folder = freshFolder();
    mkdirSync(join(folder, 'agreements'));
    writeFileSync(join(folder, 'agreements/alf-brv-1995.yaml'), wrong);
    const line = text.slice(0, at).split('\n').length;
    const found = checkFacts(folder, { over: sound });
    const isSourceName = key[1] === 'gazette';
    expect(
      found.some((finding) => isSourceName || finding.line === line),
      `${key[1]} on line ${line}, seed 20240619, round ${round}`,
    ).toBe(true);
  }
});

test('a language folder says which words nobody reads', () => {
  const folder = freshFolder();
  mkdirSync(join(folder, 'language/xx'), { recursive: true });
  writeFileSync(join(folder, 'language/xx/titels.yaml'), 'titles: []\n');
  const [stray] = checkFacts(folder).filter(({ code }) => code === 'unknown-folder');
  expect(stray.message).toMatch(/Nothing reads language\/xx\/titels.yaml.*titles.yaml/);
});

test('a language folder says which required file it lacks, and why that matters', () => {
  const folder = freshFolder();
  mkdirSync(join(folder, 'language/xx'), { recursive: true });
  writeFileSync(join(folder, 'language/xx/titles.yaml'), 'titles: []\n');
  const [lacking] = checkFacts(folder).filter(({ code }) => code === 'missing-file');
  expect(lacking.file).toBe(join(folder, 'language/xx/language.yaml'));
  expect(lacking.message).toMatch(/is required: without it nobody knows which texts/);
});

test('a folder that cannot be read is a failure with a reason', () => {
  expect(() => checkFacts(join(cases, 'nowhere'))).toThrow(Failure);
  expect(() => checkFacts(join(cases, 'nowhere'))).toThrow(/cannot be read/);
});

test('faulty facts do not load, and the failure names the first faults', () => {
  const dataFolder = join(cases, 'many-at-once');
  expect(() => loadReference({ dataFolder, cacheFolder: freshFolder() })).toThrow(
    /are faulty, so no answer could rest on them:[\s\S]*and \d+ more: entente check/,
  );
});

test('the parsed facts are kept, and a changed file is never answered from them', () => {
  const cacheFolder = freshFolder();
  const dataFolder = freshFolder();
  const file = join(dataFolder, 'places.yaml');
  writeFileSync(file, 'places:\n  - { id: rock, name: The rock, regions: [sea] }\n');
  const first = loadReference({ dataFolder, cacheFolder });
  expect(readdirSync(cacheFolder)).toHaveLength(1);
  expect(loadReference({ dataFolder, cacheFolder })).toEqual(first);
  writeFileSync(file, 'places:\n  - { id: rock, name: The cliff, regions: [sea] }\n');
  const second = loadReference({ dataFolder, cacheFolder });
  expect(second.places.get('rock')?.name).toBe('The cliff');
  expect(second.hash).not.toBe(first.hash);
});

test('a cache that cannot be written or is broken costs time and nothing else', () => {
  const cacheFolder = freshFolder();
  loadReference({ dataFolder: sound, cacheFolder });
  const [kept] = readdirSync(cacheFolder);
  writeFileSync(join(cacheFolder, kept), '{"states": [');
  expect(loadReference({ dataFolder: sound, cacheFolder }).states.size).toBe(3);
  const inTheWay = join(freshFolder(), 'file');
  writeFileSync(inTheWay, '');
  expect(loadReference({ dataFolder: sound, cacheFolder: inTheWay }).states.size).toBe(3);
});

function freshFolder(): string {
  return mkdtempSync(join(tmpdir(), 'entente-facts-'));
}
