import type { EventType, Quad } from '../model/event-type.ts';
import type { Language } from '../reference/language.ts';
import { codeEventBetween } from './events/code-pair.ts';
import { makeEventLexicon } from './events/event-lexicon.ts';
import type { NameDocument } from './name-document.ts';
import type { Stretch } from './syntax/sentence.ts';

/** What one party of a text does to another, both given as stretches of it. */
export type CodePair = (
  text: string,
  source: Stretch,
  target: Stretch,
) => { readonly type: EventType; readonly quad: Quad } | undefined;

/** Prepares the coding of given pairs once. Offsets are UTF-16 code units into the text. */
export function createPairCoder(language: Language, nameDocument: NameDocument): CodePair {
  const deeds = makeEventLexicon(language);
  return (text, source, target) => {
    const report = { id: 'pair', language: language.code, text, boilerplate: [], headings: [] };
    return codeEventBetween(nameDocument(report), { source, target }, deeds);
  };
}
