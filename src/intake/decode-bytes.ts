import { analyse } from 'chardet';
import { exitCode, Failure } from '../base/failure.ts';
import type { Finding } from '../base/finding.ts';

/** The text of some bytes, how it was encoded, and what was noted on the way. */
export interface Decoded {
  readonly text: string;
  readonly encoding: string;
  readonly findings: readonly Finding[];
}

/**
 * Decodes text by its byte order mark, by what it declares of itself, or by what its bytes show,
 * in that order. Bytes that are not text are refused with a `Failure` that names `name`.
 */
export function decodeBytes(bytes: Uint8Array, name: string): Decoded {
  const marked = byteOrderMark(bytes);
  if (marked) return { text: decodeAs(marked, bytes), encoding: marked, findings: [] };
  const wide = looksLikeUtf16(bytes);
  if (wide) return detected(decodeAs(wide, bytes), wide);
  refuseBinary(bytes, name);
  const utf8 = decodeStrictly('utf-8', bytes);
  if (utf8 !== undefined) return { text: utf8, encoding: 'utf-8', findings: [] };
  const declared = declaredEncoding(bytes);
  if (declared !== undefined && declared !== 'utf-8') {
    const text = decodeStrictly(declared, bytes);
    const finding = noted(
      'declared-encoding',
      `The text declares itself ${declared}; read as that.`,
    );
    if (text !== undefined) return { text, encoding: declared, findings: [finding] };
  }
  for (const label of likelyEncodings(bytes)) {
    const text = decodeStrictly(label, bytes);
    if (text !== undefined) return detected(text, label);
  }
  return detected(decodeAs('windows-1252', bytes), 'windows-1252');
}

function detected(text: string, encoding: string): Decoded {
  const message =
    `The bytes are not valid UTF-8 and declare no encoding; read as ${encoding}. ` +
    'Some letters may be wrong: save the file as UTF-8 to be sure.';
  return { text, encoding, findings: [noted('detected-encoding', message)] };
}

function noted(code: string, message: string): Finding {
  return { code, message };
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

/** Western text in UTF-16 has a zero in every other byte. */
function looksLikeUtf16(bytes: Uint8Array): string | undefined {
  const length = Math.min(bytes.length & ~1, 4096);
  if (length < 16) return undefined;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  const half = length / 2;
  if (odd > half * 0.7 && even < half * 0.05) return 'utf-16le';
  if (even > half * 0.7 && odd < half * 0.05) return 'utf-16be';
  return undefined;
}

const signatures: readonly (readonly [string, readonly number[]])[] = [
  ['a PDF document', [0x25, 0x50, 0x44, 0x46]],
  ['a ZIP archive or an office document', [0x50, 0x4b, 0x03, 0x04]],
  ['a PNG picture', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG picture', [0xff, 0xd8, 0xff]],
  ['a GIF picture', [0x47, 0x49, 0x46, 0x38]],
  ['an old office document', [0xd0, 0xcf, 0x11, 0xe0]],
];

function refuseBinary(bytes: Uint8Array, name: string): void {
  const what = signatures.find(([, sign]) => sign.every((byte, i) => bytes[i] === byte))?.[0];
  const length = Math.min(bytes.length, 65_536);
  let control = 0;
  for (let i = 0; i < length; i++) {
    const byte = bytes[i];
    if (byte === 0 || (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12))
      control++;
  }
  if (what === undefined && control <= length * 0.02) return;
  throw new Failure(
    `${name} is ${what ?? 'binary data'}, not a text: there is nothing in it that can be read. ` +
      'Give plain text, HTML or NDJSON.',
    exitCode.failed,
  );
}

/** Bytes shown to the library: its time grows with them, its answer changes no more. */
const mostShown = 16_384;
/** With fewer bytes beyond ASCII there is nothing to go by but what is most common. */
const leastShown = 3;

/** The encodings that the bytes speak for, by how often letters stand together; best first. */
function likelyEncodings(bytes: Uint8Array): string[] {
  const shown = bytes.subarray(0, mostShown);
  if (shown.reduce((count, byte) => count + (byte > 127 ? 1 : 0), 0) < leastShown) return [];
  return analyse(shown).flatMap(({ name, confidence }) => {
    // KOI8-U is KOI8-R with the letters of Ukrainian in the place of eight lines for boxes.
    const label = knownEncoding(name === 'KOI8-R' ? 'koi8-u' : name);
    return label === undefined || label.startsWith('utf-') || confidence === 0 ? [] : [label];
  });
}

function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = decodeAs('windows-1252', bytes.subarray(0, 2048));
  const found = /<meta[^>]+charset\s*=\s*["']?([\w-]+)|^<\?xml[^>]+encoding=["']([\w-]+)/i.exec(
    head,
  );
  const label = found?.[1] ?? found?.[2];
  return label === undefined ? undefined : knownEncoding(label);
}

function knownEncoding(label: string): string | undefined {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined; // A label that no browser knows says nothing.
  }
}

function decodeStrictly(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined; // Not in that encoding: the caller tries the next.
  }
}

function decodeAs(encoding: string, bytes: Uint8Array): string {
  return new TextDecoder(encoding).decode(bytes);
}
