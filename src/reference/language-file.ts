import { assert } from '../base/assert.ts';

/** An English word list out of the checked facts, by its file's name; its schema has met it. */
export function languageFile(language: ReadonlyMap<string, unknown>, name: string): unknown {
  const value = language.get(`en/${name}`);
  assert(value !== undefined, `The reader needs data/language/en/${name}.yaml.`);
  return value;
}
