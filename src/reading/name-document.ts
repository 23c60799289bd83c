import { parseDay } from '../base/day.ts';
import type { Report } from '../model/report.ts';
import type { Language } from '../reference/language.ts';
import type { Reference } from '../reference/reference.ts';
import { actorLexicon } from '../reference/words/actor-lexicon.ts';
import { grammarWords } from '../reference/words/grammar-words.ts';
import type { NamedDocument } from './document.ts';
import { withMentions } from './grammar/tree.ts';
import { createNameFinder } from './names/find/find-names.ts';
import { createActorsReader } from './names/read-actors.ts';
import { parseDocument } from './parse-document.ts';
import type { Syntax } from './syntax/load-syntax.ts';

/** The first half of reading: names, sentences with their trees, mentions, a resolver. */
export type NameDocument = (report: Report) => NamedDocument;

/** Prepares it once; what codes pairs and what reads whole reports may share it. */
export function createDocumentNamer(
  reference: Reference,
  language: Language,
  syntax: Syntax,
): NameDocument {
  const lexicon = actorLexicon(language);
  const grammar = grammarWords(language);
  const findNames = createNameFinder(reference, lexicon);
  const readActors = createActorsReader(lexicon, grammar);
  return (report) => {
    const published = report.published === undefined ? undefined : parseDay(report.published);
    const names = findNames(report.text, published);
    const collapsed = names.filter((name) => name.collapse);
    const document = parseDocument(report, collapsed, grammar, syntax);
    const named = readActors(document, names);
    return { ...document, ...named, trees: withMentions(document.trees, named.mentions) };
  };
}
