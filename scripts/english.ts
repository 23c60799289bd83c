import { loadSyntax } from '../src/reading/syntax/load-syntax.ts';
import { languageNamed } from '../src/reference/language.ts';
import { loadReference } from '../src/reference/load-reference.ts';

/** The facts, the English words in them and the syntax made of those: for tests and scores. */
export const reference = loadReference();
export const english = languageNamed(reference.languages, 'en');
export const englishSyntax = loadSyntax(english);
