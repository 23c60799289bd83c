import { wordSets } from '../../reference/constructions/construction-rows.ts';
import { type PromiseRows, promiseRows } from '../../reference/constructions/promise-rows.ts';
import { type StepRows, stepPatterns, stepRows } from '../../reference/constructions/step-rows.ts';
import type { Language } from '../../reference/language.ts';
import {
  agreementWords,
  type ProvisionWords,
  provisionWords,
} from '../../reference/words/agreement-lexicon.ts';
import { grammarWords } from '../../reference/words/grammar-words.ts';
import { preparePattern, type WordClasses } from '../grammar/match.ts';
import { compileWordRows } from '../grammar/word-rows.ts';

/** The words and rows of a language for agreements, made ready once. */
export type AgreementLexicon = ReturnType<typeof makeAgreementLexicon>;

export function makeAgreementLexicon(language: Language) {
  const grammar = { ...grammarWords(language) };
  return {
    words: wordSets(agreementWords(language)),
    steps: compileSteps(stepRows(language), grammar),
    promises: compilePromises(promiseRows(language), provisionWords(language), grammar),
  };
}

/** The rows of steps, each once for every way in which it may hang on an instrument. */
function compileSteps(file: StepRows, grammar: WordClasses) {
  const { rows, ways, judging, unsure } = file;
  const classes: WordClasses = { ...grammar, ...wordSets({ ...file.classes, judging }) };
  const rules = rows.flatMap((row) =>
    stepPatterns(row, ways).map((lines) => {
      const rule = preparePattern('instrument', lines, classes);
      const newer = rule.nodes.indexOf(row.newer ?? '');
      return { ...rule, row, deed: rule.nodes.indexOf('deed'), newer };
    }),
  );
  const phrases = (['before', 'behind'] as const).flatMap((side) =>
    rows.map((row) => ({ words: row[side] ?? [], value: { row, side } })),
  );
  return {
    rules,
    moods: file.moods.map(({ status, where }) => ({
      status,
      ...preparePattern('deed', where, classes),
    })),
    phrases: compileWordRows(phrases, classes),
    judging: new Set(judging),
    /** Words that part a wording from the instrument before it. */
    unsure: new Set(unsure.flatMap((name) => [...classes[name]])),
  };
}

function compilePromises(file: PromiseRows, words: ProvisionWords, grammar: WordClasses) {
  const fields = new Map(
    Object.entries(words.fields).flatMap(([field, names]) => names.map((name) => [name, field])),
  );
  const lists = wordSets({ ...file.classes, fields: fields.keys() });
  const classes: WordClasses = { ...grammar, ...lists };
  const wordings = file.rows.map((row) => {
    const pattern = row.where && preparePattern('promise', row.where, classes);
    return { words: row.words, value: { row, pattern } };
  });
  const { breaks, resumptions, guesses, mutual, triggers } = words;
  const { openers, ends, acts } = triggers;
  return {
    ...wordSets({ acts, breaks, resumptions, guesses, mutual }),
    wordings: compileWordRows(wordings, lists),
    denied: file.denied.map((lines) => preparePattern('promise', lines, classes)),
    openers: compileWordRows(Object.entries(openers).map(([value, words]) => ({ words, value }))),
    ends: compileWordRows([{ words: ends, value: true }]),
    denials: compileWordRows([{ words: words.denials, value: true }]),
    /** The field of cooperation that a word names. */
    fields,
  };
}
