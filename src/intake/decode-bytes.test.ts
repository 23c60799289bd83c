import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { decodeBytes } from './decode-bytes.ts';

interface Sample {
  readonly language: string;
  readonly report: string;
}

const file = join(import.meta.dirname, '../../cases/language/identification.yaml');
const { texts } = parse(readFileSync(file, 'utf8')) as { readonly texts: readonly Sample[] };
const reportIn = (language: string) =>
  texts.find((sample) => sample.language === language)?.report ?? '';

/** Encodes by asking the decoder for every byte and every pair of bytes. */
function encode(text: string, encoding: string): Uint8Array {
  const decoder = new TextDecoder(encoding);
  const known = new Map<string, readonly number[]>();
  const learn = (bytes: readonly number[]) => {
    const sign = decoder.decode(Uint8Array.from(bytes));
    if ([...sign].length === 1 && sign !== '\ufffd' && !known.has(sign)) known.set(sign, bytes);
  };
  for (let byte = 0; byte < 256; byte++) learn([byte]);
  for (let lead = 0x81; lead < 0xff; lead++) {
    for (let trail = 0x40; trail < 0xff; trail++) learn([lead, trail]);
  }
  return Uint8Array.from([...text].flatMap((sign) => known.get(sign) ?? [0x3f]));
}

describe('bytes that declare nothing are decoded by what they show', () => {
  test.each([
    ['windows-1251', 'ru'],
    ['windows-1251', 'uk'],
    ['windows-1251', 'bg'],
    ['koi8-u', 'ru'],
    ['koi8-u', 'uk'],
    ['shift_jis', 'ja'],
    ['euc-jp', 'ja'],
    ['gbk', 'zh'],
    ['big5', 'zh'],
    ['euc-kr', 'ko'],
    ['windows-1252', 'fr'],
    ['windows-1252', 'de'],
    ['windows-1250', 'pl'],
    ['windows-1250', 'cs'],
    ['windows-1253', 'el'],
    ['windows-1254', 'tr'],
    ['windows-1255', 'he'],
    ['windows-1256', 'ar'],
  ])('%s, %s', (encoding, language) => {
    const bytes = encode(reportIn(language), encoding);
    const { text, findings } = decodeBytes(bytes, 'x.txt');
    expect(text).toBe(new TextDecoder(encoding).decode(bytes));
    expect(findings.map(({ code }) => code)).toEqual(['detected-encoding']);
  });

  test('a few quotation marks in English are those of Windows', () => {
    const bytes = encode(
      '“We kept our side,” she said – and the envoy’s aide agreed.',
      'windows-1252',
    );
    const { text, encoding } = decodeBytes(bytes, 'x.txt');
    expect([text, encoding]).toEqual([
      '“We kept our side,” she said – and the envoy’s aide agreed.',
      'windows-1252',
    ]);
  });
});
