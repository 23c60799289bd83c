import { createHash } from 'node:crypto';

/** SHA-256 of the bytes or of the UTF-8 of the text, in lower-case hexadecimal. */
export function fingerprint(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** The first 16 hexadecimal digits: enough to name a thing, short enough to read. */
export function shortFingerprint(content: string | Uint8Array): string {
  return fingerprint(content).slice(0, 16);
}
