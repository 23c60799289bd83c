import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Failure } from '../base/failure.ts';
import { formatFinding } from '../base/finding.ts';
import { shortFingerprint } from '../base/fingerprint.ts';
import type { Agreement } from '../model/agreement.ts';
import type { Organisation } from '../model/organisation.ts';
import type { State } from '../model/state.ts';
import type { Place, Theatre } from '../model/theatre.ts';
import { checkFactFiles } from './facts/check-facts.ts';
import { type FactFile, hashFactFiles, readFactFiles } from './facts/fact-file.ts';
import type { FactSet } from './facts/fact-set.ts';
import type { Language } from './language.ts';
import { packageFolder } from './package-folder.ts';
import type { HeldOffice, Reference } from './reference.ts';

/** @see loadReference */
export interface LoadOptions {
  /** Default: the data that comes with the program. */
  readonly dataFolder?: string;
  /** Where the parsed facts are kept between starts. Default: `.entente` beside the data folder. */
  readonly cacheFolder?: string;
}

/** The facts as plain JSON, as they lie in the cache. */
interface Compiled {
  readonly states: readonly State[];
  readonly organisations: readonly Organisation[];
  readonly leaders: readonly HeldOffice[];
  readonly theatres: readonly Theatre[];
  readonly places: readonly Place[];
  readonly agreements: readonly Agreement[];
  readonly free: readonly (readonly [string, unknown])[];
}

const faultsShown = 5;

/**
 * Reads and checks the data folder. The parsed facts are kept in the cache folder under the hash
 * of all files and of the program's own schemas and checks, so a later start only reads JSON.
 * Throws a Failure that names the first faults where the data is faulty or cannot be read.
 */
export function loadReference(options: LoadOptions = {}): Reference {
  const dataFolder = options.dataFolder ?? join(packageFolder(), 'data');
  const cacheFolder = options.cacheFolder ?? join(dirname(dataFolder), '.entente');
  const files = readFactFiles(dataFolder);
  const hash = hashFactFiles(files);
  const kept = join(cacheFolder, `facts-${shortFingerprint(hash + programHash())}.json`);
  const compiled = readKept(kept) ?? compile(files, dataFolder, kept);
  return toReference(compiled, hash);
}

/** Changes when a schema or a check changes, so that nothing unchecked is taken from the cache. */
function programHash(): string {
  const here = import.meta.dirname;
  const folders = [here, join(here, '../model'), join(here, '../base')];
  const sources = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.[jt]s$/.test(name) && !/\.(d|test)\.ts$/.test(name))
      .sort()
      .map((name) => readFileSync(join(folder, name), 'utf8')),
  );
  return sources.join('\0');
}

function readKept(path: string): Compiled | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Compiled;
  } catch {
    return undefined;
  }
}

function compile(files: readonly FactFile[], dataFolder: string, kept: string): Compiled {
  const { set, findings } = checkFactFiles(files);
  if (findings.length > 0) {
    const shown = findings.slice(0, faultsShown).map((finding) => `\n  ${formatFinding(finding)}`);
    const rest = findings.length - shown.length;
    const more = rest > 0 ? `\n  and ${rest} more: entente check ${dataFolder} lists all.` : '';
    throw new Failure(
      `The facts in ${dataFolder} are faulty, so no answer could rest on them:` +
        `${shown.join('')}${more}`,
    );
  }
  const compiled = toCompiled(set);
  keep(compiled, kept);
  return compiled;
}

/** The cache only saves time: where it cannot be written, the next start parses again. */
function keep(compiled: Compiled, path: string): void {
  const unfinished = `${path}.${process.pid}`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(unfinished, JSON.stringify(compiled));
    renameSync(unfinished, path);
  } catch {
    return;
  }
}

function toCompiled(set: FactSet): Compiled {
  const values = <T>(filed: readonly { readonly value: T }[]) => filed.map((one) => one.value);
  return {
    states: values(set.states),
    organisations: values(set.organisations),
    leaders: values(set.leaders).flatMap(({ of, holders }) =>
      holders.map((holder) => ({ of, ...holder })),
    ),
    theatres: values(set.theatres),
    places: values(set.places).flatMap((file) => file.places),
    agreements: values(set.agreements),
    free: [...set.free].map(([path, filed]) => [path, filed.value] as const),
  };
}

function toReference(compiled: Compiled, hash: string): Reference {
  const byId = <T extends { readonly id: string }>(values: readonly T[]) =>
    new Map(values.map((value) => [value.id, value]));
  return {
    states: new Map(compiled.states.map((state) => [state.code, state])),
    organisations: byId(compiled.organisations),
    leaders: compiled.leaders,
    theatres: byId(compiled.theatres),
    places: byId(compiled.places),
    agreements: byId(compiled.agreements),
    languages: languagesOf(compiled.free),
    tables: new Map(compiled.free.filter(([path]) => !path.startsWith('language/'))),
    hash,
  };
}

function languagesOf(files: Compiled['free']): ReadonlyMap<string, Language> {
  const byCode = new Map<string, Map<string, unknown>>();
  for (const [path, value] of files) {
    const [folder, code, ...rest] = path.split('/');
    if (folder !== 'language') continue;
    const words = byCode.get(code) ?? new Map<string, unknown>();
    byCode.set(code, words.set(rest.join('/'), value));
  }
  return new Map([...byCode].map(([code, words]) => [code, { code, files: words }]));
}
