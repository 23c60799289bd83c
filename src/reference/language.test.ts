import { expect, test } from 'vitest';
import { packFor } from './language.ts';

const pack = (code: string) => [code, { code, files: new Map() }] as const;
const languages = new Map([pack('en'), pack('zh'), pack('zh-hant')]);

test.each([
  ['en', 'en'],
  ['en-GB', 'en'],
  ['EN_us', 'en'],
  ['zh-Hant-TW', 'zh-hant'],
  ['zh-Hans', 'zh'],
  ['de', undefined],
  ['und', undefined],
])('%s is read with %s', (tag, code) => {
  expect(packFor(languages, tag)?.code).toBe(code);
});
