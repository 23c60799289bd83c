import { attributionRowsFile } from '../constructions/attribution-rows.ts';
import { dateFiles } from '../constructions/date-lexicon.ts';
import { eventRowsFile } from '../constructions/event-rows.ts';
import { nameRowsFile } from '../constructions/name-rows.ts';
import { promiseRowsFile } from '../constructions/promise-rows.ts';
import { stepRowsFile } from '../constructions/step-rows.ts';
import type { LanguageFile } from '../language.ts';
import { actorLexiconFiles } from './actor-lexicon.ts';
import { agreementLexiconFiles } from './agreement-lexicon.ts';
import { cueLexiconFiles } from './cue-lexicon.ts';
import { eventLexiconFiles } from './event-lexicon.ts';
import { furnitureFile } from './furniture-lexicon.ts';
import { grammarFile } from './grammar-words.ts';
import { inflectionFile } from './inflection.ts';
import { languageFactsFile } from './language-facts.ts';
import { stopWordsFile } from './stop-words.ts';
import { syntaxLexiconFiles } from './syntax-lexicon.ts';
import { triggerKindsFile } from './trigger-kinds.ts';

/**
 * Every file that a language folder may have. One that is not listed here is refused, since nothing
 * would read it.
 */
export const languageFiles: readonly LanguageFile[] = [
  languageFactsFile,
  ...actorLexiconFiles,
  ...agreementLexiconFiles,
  attributionRowsFile,
  ...cueLexiconFiles,
  ...dateFiles,
  ...eventLexiconFiles,
  eventRowsFile,
  furnitureFile,
  grammarFile,
  inflectionFile,
  nameRowsFile,
  promiseRowsFile,
  stepRowsFile,
  stopWordsFile,
  ...syntaxLexiconFiles,
  triggerKindsFile,
];
