import { createReadStream, type Dirent, type Stats } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { createGunzip } from 'node:zlib';
import { exitCode, Failure } from '../base/failure.ts';
import type { Finding } from '../base/finding.ts';
import { compareText } from '../base/text-order.ts';
import { mostBytes } from '../intake/take-reports.ts';

/** The bytes of one input, or why they could not be had. */
export type Opened =
  | { readonly kind: 'input'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'fault'; readonly finding: Finding };

const readable = /\.(txt|md|html?|ndjson|jsonl)(\.gz)?$/i;
const pageTimeout = 20_000;

/**
 * Opens what the user named: files, folders (their readable files, in order of name, all levels),
 * pages by address, `-` for the standard input. A fault of one harms no other.
 */
export async function* openInputs(
  names: readonly string[],
  stdin: AsyncIterable<Uint8Array>,
): AsyncGenerator<Opened> {
  for (const name of names) {
    if (name === '-') yield await attempt(name, () => collect(stdin, name));
    else if (/^https?:\/\//i.test(name)) yield await attempt(name, () => fetchPage(name));
    else yield* openPath(name, true);
  }
}

async function* openPath(path: string, named: boolean): AsyncGenerator<Opened> {
  let found: Stats;
  try {
    found = await stat(path);
  } catch (error) {
    yield faultOf(path, error);
    return;
  }
  if (found.isDirectory()) {
    yield* openFolder(path);
  } else if (found.isFile() || named) {
    yield await attempt(path, () => readWhole(path));
  }
}

async function* openFolder(path: string): AsyncGenerator<Opened> {
  let entries: Dirent[];
  try {
    entries = await readdir(path, { withFileTypes: true });
  } catch (error) {
    yield faultOf(path, error);
    return;
  }
  let found = 0;
  for (const entry of entries.sort((a, b) => compareText(a.name, b.name))) {
    // Links to folders are not followed: they may lead back to one above.
    if (entry.name.startsWith('.') || !(entry.isDirectory() || readable.test(entry.name))) continue;
    found++;
    yield* openPath(join(path, entry.name), false);
  }
  if (found === 0) {
    const message = 'has no report in it: give a folder with .txt, .html or .ndjson files.';
    yield { kind: 'fault', finding: { code: 'empty-folder', message, file: path } };
  }
}

async function attempt(name: string, open: () => Promise<Uint8Array>): Promise<Opened> {
  try {
    return { kind: 'input', name, bytes: await open() };
  } catch (error) {
    return faultOf(name, error);
  }
}

async function readWhole(path: string): Promise<Uint8Array> {
  const size = (await stat(path)).size;
  if (size > mostBytes) throw tooLarge(path, size);
  const stream = createReadStream(path);
  if (!/\.gz$/i.test(basename(path))) return collect(stream, path);
  const unzipped = createGunzip();
  stream.on('error', (error) => unzipped.destroy(error));
  return collect(stream.pipe(unzipped), path);
}

/**
 * Collects a stream, and stops it once it has given more than the limit: what counts is decoded.
 */
async function collect(stream: AsyncIterable<Uint8Array>, name: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > mostBytes) throw tooLarge(name, size);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function fetchPage(address: string): Promise<Uint8Array> {
  const response = await fetch(address, {
    signal: AbortSignal.timeout(pageTimeout),
    headers: { accept: 'text/html, text/plain;q=0.8' },
  });
  if (!response.ok || response.body === null) {
    throw new Failure(`The address answered ${response.status} ${response.statusText}.`);
  }
  return collect(response.body, address);
}

function tooLarge(name: string, size: number): Failure {
  const limit = mostBytes / 1024 / 1024;
  return new Failure(
    `${name} has more than ${Math.floor(size / 1024 / 1024)} MB; the limit is ${limit} MB an input, ` +
      'so that one file cannot fill the memory. Split it into several.',
    exitCode.refused,
  );
}

function faultOf(file: string, error: unknown): Opened {
  if (error instanceof Failure) {
    const code = error.code === exitCode.refused ? 'refused' : 'unreadable';
    return { kind: 'fault', finding: { code, message: error.message, file } };
  }
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: 'does not exist: check the name and the folder you are in.',
    EACCES: 'may not be read: change its permissions or run as its owner.',
    EISDIR: 'is a folder.',
    TimeoutError: 'did not answer in 20 seconds.',
  };
  const code = error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.name) : '';
  const why = error instanceof Error ? error.message : String(error);
  const message = reasons[code] ?? `cannot be read: ${why}.`;
  return { kind: 'fault', finding: { code: 'unreadable', message, file } };
}
