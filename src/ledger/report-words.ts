import type { Trigger } from '../model/agreement.ts';
import { type Language, packFor } from '../reference/language.ts';
import { syntaxLexicon } from '../reference/words/syntax-lexicon.ts';
import { type TriggerKinds, triggerKinds } from '../reference/words/trigger-kinds.ts';

/** What the ledger has to know of the language of a report. */
export interface ReportWords {
  /** Words whose full stop may not end a sentence, in small letters without the stop. */
  readonly shortForms: ReadonlySet<string>;
  /** The trigger that the words of a report name. */
  readonly triggerOf: (words: string | undefined) => Trigger | undefined;
}

/** The words for a language tag; of a language without a pack nothing is known. */
export type ReportWordsFor = (tag: string) => ReportWords;

/** Prepares the words of a language when a report in it first comes, and keeps them. */
export function createReportWords(languages: ReadonlyMap<string, Language>): ReportWordsFor {
  const prepared = new Map<string, ReportWords>();
  return (tag) => {
    const pack = packFor(languages, tag) ?? { code: 'und', files: new Map() };
    const words = prepared.get(pack.code) ?? prepareWords(pack);
    prepared.set(pack.code, words);
    return words;
  };
}

function prepareWords(pack: Language): ReportWords {
  const kinds = triggerKinds(pack);
  return {
    shortForms: new Set(syntaxLexicon(pack).tokens.abbreviations),
    triggerOf: (words) => (words === undefined ? undefined : triggerNamed(words, kinds)),
  };
}

function triggerNamed(words: string, kinds: TriggerKinds): Trigger | undefined {
  const text = `${words.toLowerCase()} `;
  const named = kinds.find((row) => row.words.some((word) => text.startsWith(`${word} `)));
  return named && { kind: named.kind };
}
