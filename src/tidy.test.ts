import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const stages = ['reference', 'intake', 'reading', 'stories', 'ledger', 'contingency', 'research'];
const edges = ['archive', 'pipeline', 'server', 'cli'];

/**
 * Who may import whom, type imports counted: base ← model ← reference ← each stage; a stage never
 * another stage. Pages and commands call the flow, never a stage.
 */
const mayImport: Record<string, readonly string[]> = {
  base: [],
  model: ['base'],
  reference: ['base', 'model'],
  intake: ['base', 'model', 'reference'],
  reading: ['base', 'model', 'reference'],
  stories: ['base', 'model', 'reference'],
  ledger: ['base', 'model', 'reference'],
  contingency: ['base', 'model', 'reference'],
  research: ['base', 'model', 'reference'],
  archive: ['base', 'model', 'reference'],
  pipeline: ['base', 'model', ...stages, 'archive'],
  server: ['base', 'model', 'archive', 'pipeline'],
  cli: ['base', 'model', 'archive', 'pipeline', 'server'],
};

function filesUnder(folder: string, ends: RegExp): string[] {
  const found: string[] = [];
  for (const name of readdirSync(join(root, folder)).sort()) {
    if (['node_modules', 'dist', '.git', '.entente'].includes(name)) continue;
    const path = join(folder, name);
    if (statSync(join(root, path)).isDirectory()) found.push(...filesUnder(path, ends));
    else if (ends.test(name)) found.push(path);
  }
  return found;
}

const sources = filesUnder('src', /\.ts$/);
const shipped = sources.filter((path) => !path.endsWith('.test.ts'));
const read = (path: string) => readFileSync(join(root, path), 'utf8');

function importsOf(path: string): string[] {
  const found = read(path).matchAll(/^\s*(?:import|export)\b[^;]*?from\s+'([^']+)'/gm);
  return [...found].map((match) => match[1]);
}

describe('imports form a star', () => {
  test.each(sources.filter((path) => path.split('/').length > 2))('%s', (path) => {
    const room = path.split('/')[1];
    const allowed = mayImport[room];
    expect(allowed, `src/${room} is not a room of the house: add it to the table`).toBeDefined();
    for (const from of importsOf(path)) {
      if (!from.startsWith('.')) continue;
      const target = relative(root, resolve(root, dirname(path), from)).split('/');
      if (target[0] !== 'src' || path.endsWith('.test.ts')) continue;
      const ok = target[1] === room || allowed.includes(target[1]);
      expect(ok, `${path} may not import ${target.join('/')}`).toBe(true);
    }
  });
});

/** The star inside the reader: a room imports only from those before it. */
const readingRooms = [
  'syntax',
  'grammar',
  'names',
  'dates',
  'attributions',
  'events',
  'agreements',
];

describe('imports form a star inside reading, too', () => {
  test.each(readingRooms)('%s', (room) => {
    const before = readingRooms.slice(0, readingRooms.indexOf(room) + 1);
    for (const path of shipped.filter((file) => file.startsWith(`src/reading/${room}/`))) {
      for (const from of importsOf(path).filter((one) => one.startsWith('.'))) {
        const target = relative(root, resolve(root, dirname(path), from)).split('/');
        if (target[1] !== 'reading' || target.length < 4) continue;
        expect(before, `${path} may not import ${target.join('/')}`).toContain(target[2]);
      }
    }
  });
});

/** Rooms that do not keep a rule yet, by path; each list may only get shorter. */
const notYet = {
  cycles: [] as string[],
  piles: [] as string[],
};

/** A rule holds everywhere but in the rooms excused, and each excuse is still needed. */
function expectOnlyIn(broken: ReadonlyMap<string, unknown>, excused: readonly string[]): void {
  const faults = [...broken].filter(([room]) => !excused.includes(room)).map(([, fault]) => fault);
  expect(faults).toEqual([]);
  const done = excused.filter((room) => !broken.has(room));
  expect(done, 'these rooms keep the rule now: take them out of notYet').toEqual([]);
}

test('stages meet in the flow alone: no other file of the pipeline imports two of them', () => {
  const inside = shipped.filter((path) => path.startsWith('src/pipeline/'));
  const broken = inside.filter((path) => {
    const rooms = importedBy(path).map((file) => file.split('/')[1]);
    const met = stages.filter((stage) => stage !== 'reference' && rooms.includes(stage));
    return met.length > 1 && path !== 'src/pipeline/flow.ts';
  });
  expect(broken).toEqual([]);
});

describe('files and folders stay apart', () => {
  test('no imports in a circle, type imports counted', () => {
    const imports = new Map(shipped.map((path) => [path, importedBy(path)]));
    const circles = shipped.flatMap((path) => circleFrom(path, imports) ?? []);
    expectOnlyIn(new Map(circles.map((circle) => [dirname(circle[0]), circle])), notYet.cycles);
  });

  test('no folder is a pile: at most 16 files that are not tests', () => {
    const folders = Map.groupBy(shipped, dirname);
    const piles = [...folders].filter(([, files]) => files.length > 16);
    const broken = piles.map(([folder, files]) => [folder, `${folder}: ${files.length}`] as const);
    expectOnlyIn(new Map(broken), notYet.piles);
  });
});

/** The files of `src` that a file imports, by path. */
function importedBy(path: string): string[] {
  const local = importsOf(path).filter((from) => from.startsWith('.'));
  return local.map((from) => join(dirname(path), from)).filter((file) => file.endsWith('.ts'));
}

/** The shortest way along imports from a file back to itself, if there is one. */
function circleFrom(file: string, imports: ReadonlyMap<string, readonly string[]>) {
  const ways: (readonly string[])[] = [[file]];
  const seen = new Set<string>();
  for (const way of ways) {
    for (const next of imports.get(way.at(-1) ?? '') ?? []) {
      if (next === file) return [[...way, file]];
      if (!seen.has(next)) ways.push([...way, next]);
      seen.add(next);
    }
  }
  return undefined;
}

describe('the core asks nothing of the machine', () => {
  const core = shipped.filter((path) => !edges.includes(path.split('/')[1]));
  const forbidden = /\b(Date\.now|Math\.random|process\.env|new Date\(\)|fetch\()/;
  test.each(core.filter((path) => path !== 'src/index.ts'))('%s', (path) => {
    const code = read(path).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    expect(forbidden.exec(code)?.[0], `${path} takes clock, chance or files by itself`).toBe(
      undefined,
    );
    const mayReadFiles = path.startsWith('src/reference/') || path.includes('/syntax/');
    if (mayReadFiles) return;
    expect(importsOf(path).filter((from) => /^node:(fs|http|net|child)/.test(from))).toEqual([]);
  });
});

/**
 * 100 columns; a literal or an import that the formatter cannot break may run on, a comment not.
 */
function widthOf(line: string): number {
  const isComment = /^\s*(\/\/|\/?\*)/.test(line);
  return !isComment && /['"`/<]/.test(line) ? 180 : 100;
}

describe('size and names', () => {
  test.each(sources)('%s', (path) => {
    const lines = read(path).split('\n');
    expect(lines.length, `${path} has more than 400 lines`).toBeLessThanOrEqual(401);
    const wide = lines.findIndex((line) => line.length > widthOf(line)) + 1;
    expect(wide, `${path}:${wide} is too wide`).toBe(0);
    const name = path.split('/').at(-1) ?? '';
    expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*(\.browser)?(\.test)?\.ts$/);
    expect(name).not.toMatch(/^(utils?|helpers?|common|types|misc|shared)\.ts$/);
    expect(/^export default/m.test(read(path)) ? `${path} exports a default` : '').toBe('');
  });

  test('only src/index.ts is a barrel', () => {
    const barrels = shipped.filter((path) => path.endsWith('/index.ts'));
    expect(barrels).toEqual(['src/index.ts']);
  });
});

describe('the house is signposted', () => {
  const rooms = readdirSync(join(root, 'src')).filter((name) =>
    statSync(join(root, 'src', name)).isDirectory(),
  );
  test.each(rooms)('src/%s has a README of one screen', (room) => {
    const lines = read(`src/${room}/README.md`).split('\n').length;
    expect(lines).toBeGreaterThan(8);
    expect(lines).toBeLessThanOrEqual(70);
  });
});

describe('documents', () => {
  const documents = ['.', 'docs', 'src', 'data', 'cases', 'web', 'weights', 'samples'].flatMap(
    (folder) =>
      folder === '.'
        ? readdirSync(root).filter((name) => name.endsWith('.md'))
        : filesUnder(folder, /\.md$/),
  );
  test.each(documents)('%s has no broken link', (path) => {
    for (const [, target] of read(path).matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^(https?:|mailto:|#)/.test(target)) continue;
      const file = resolve(root, dirname(path), target.split('#')[0]);
      expect(
        statSync(file, { throwIfNoEntry: false }),
        `${path} points to ${target}`,
      ).toBeDefined();
    }
  });
});
