import { packFor } from '../language.ts';
import type { Reference } from '../reference.ts';
import { attributionRows } from './attribution-rows.ts';
import { eventRows } from './event-rows.ts';
import { promiseRows } from './promise-rows.ts';
import { stepRows } from './step-rows.ts';

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
  const { deeds, over } = eventRows(language);
  const rows = [
    ...attributionRows(language).rows,
    ...deeds,
    ...over,
    ...promiseRows(language).rows,
    ...stepRows(language).rows,
  ];
  return new Map(rows.map(({ id, reads }) => [id, reads]));
}
