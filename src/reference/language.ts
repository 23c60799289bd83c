import type { z } from 'zod';
import { assert } from '../base/assert.ts';

/** What the program knows of a language: the files of its folder in `data/language`, checked. */
export interface Language {
  /** BCP 47, as the folder is named: `en`. */
  readonly code: string;
  /** By path inside the folder, without ending: `titles`. */
  readonly files: ReadonlyMap<string, unknown>;
}

/** A file that a language folder may have: its shape, and what is lost without it. */
export interface LanguageFile<S extends z.ZodType = z.ZodType> {
  /** The path inside the folder, without ending. */
  readonly name: string;
  readonly schema: S;
  /** Without it no report in the language can be read; others may be absent, which means empty. */
  readonly required?: true;
  /** What the reader cannot do without it, as the rest of a sentence. */
  readonly without: string;
}

/** The words in a file of a language; those of an absent file are its schema's answer to `{}`. */
export function wordsIn<S extends z.ZodType>(
  language: Language,
  file: LanguageFile<S>,
): z.output<S> {
  const { name, schema, required } = file;
  const value = language.files.get(name);
  const where = `data/language/${language.code}/${name}.yaml`;
  assert(value !== undefined || required !== true, `${where} was missed when facts were checked.`);
  // The schema has met the value when the facts were loaded.
  return value === undefined ? schema.parse({}) : (value as z.output<S>);
}

/** The pack for a language tag: `en-GB` is read with `en` where it has no pack of its own. */
export function packFor(
  languages: ReadonlyMap<string, Language>,
  tag: string,
): Language | undefined {
  const parts = tag.toLowerCase().split(/[-_]/);
  for (let length = parts.length; length > 0; length--) {
    const found = languages.get(parts.slice(0, length).join('-'));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A pack that is known to be there. */
export function languageNamed(languages: ReadonlyMap<string, Language>, code: string): Language {
  const found = packFor(languages, code);
  assert(found !== undefined, `There is a folder data/language/${code}.`);
  return found;
}
