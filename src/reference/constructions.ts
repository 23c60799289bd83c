import { attributionRows } from './attribution-rows.ts';
import { packFor } from './language.ts';
import type { Reference } from './reference.ts';

/**
 * What each construction of a language says, by its id: `verb-clause` → `A verb of saying or
 * thinking and the clause it says …`. Empty where the language has no pack.
 */
export function constructionsInWords(
  { languages }: Pick<Reference, 'languages'>,
  tag: string,
): ReadonlyMap<string, string> {
  const language = packFor(languages, tag);
  if (language === undefined) return new Map();
  return new Map(attributionRows(language).rows.map(({ id, reads }) => [id, reads]));
}
