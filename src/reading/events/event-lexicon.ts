import type { EventType } from '../../model/event-type.ts';
import { wordSets } from '../../reference/constructions/construction-rows.ts';
import {
  type AboveRow,
  type DeedRow,
  type EventRows,
  eventRows,
  type MoodRow,
  type OverRow,
} from '../../reference/constructions/event-rows.ts';
import type { Language } from '../../reference/language.ts';
import { actorLexicon } from '../../reference/words/actor-lexicon.ts';
import { type EventWords, eventFiles } from '../../reference/words/event-lexicon.ts';
import { grammarWords } from '../../reference/words/grammar-words.ts';
import { createInflection } from '../grammar/inflect.ts';
import { byWord, compileRow, type Rule, type RulesByWord } from './deeds/rules.ts';

/** The event files made ready for look-up by lemma in lower case. */
export interface EventLexicon {
  readonly verbs: RulesByWord<DeedRow>;
  readonly nouns: RulesByWord<DeedRow>;
  readonly over: RulesByWord<OverRow>;
  readonly moods: readonly Rule<MoodRow>[];
  readonly above: readonly Rule<AboveRow>[];
  /** What becomes of a deed, by the name of the table. */
  readonly turns: EventRows['turns'];
  /** The verb or noun of the tables that a form in lower case belongs to. */
  readonly verbOf: ReadonlyMap<string, string>;
  readonly nounOf: ReadonlyMap<string, string>;
  /** Classes of a noun or of a compound, and what a class speaks of by itself. */
  readonly classes: ReadonlyMap<string, readonly string[]>;
  readonly typeOfClass: Readonly<Record<string, EventType>>;
  /** Classes that are the means of a type or mode. */
  readonly meansOf: Readonly<Record<string, readonly string[]>>;
  /** Prepositions before who receives, by their place among them. */
  readonly ranks: ReadonlyMap<string, number>;
  readonly words: Readonly<Record<keyof EventWords | 'relations', ReadonlySet<string>>>;
}

/** Builds the look-up tables once. */
export function makeEventLexicon(language: Language): EventLexicon {
  const { classes, types, means, words } = eventFiles(language);
  const rows = eventRows(language);
  const { roles, common, words: actorWords } = actorLexicon(language);
  const { verbForms, nounForms } = createInflection(language);
  const actorNouns = [...words.actorNouns, ...[...roles, ...common].flatMap((one) => one.words)];
  const nouns = [...Object.values(classes).flat(), ...actorNouns, ...words.measures];
  const single = nouns.filter((noun) => !noun.includes(' '));
  const triggers = [
    ...rows.deeds.flatMap((row) => row.verbs),
    ...rows.over.flatMap((row) => row.words),
  ];
  const known = { ...grammarWords(language), ...wordSets(rows.lists) };
  const compile = <Row extends { where: string[] }>(row: Row) => compileRow(row, known);
  const deeds = rows.deeds.map(compile);
  return {
    verbs: byWord(deeds, (row) => row.verbs),
    nouns: byWord(deeds, (row) => row.nouns),
    over: byWord(rows.over.map(compile), (row) => row.words),
    moods: rows.moods.map(compile),
    above: rows.above.map(compile),
    turns: rows.turns,
    verbOf: byForm(triggers, verbForms),
    nounOf: byForm(single, nounForms),
    classes: classesByWord(classes),
    typeOfClass: types,
    meansOf: means,
    ranks: new Map(words.receiverMarks.map((word, index) => [word, index])),
    words: { ...wordSets({ ...words, actorNouns }), relations: actorWords.relations },
  };
}

/** The tagger's lemma can be wrong, the form in the text cannot. */
function byForm(triggers: readonly string[], formsOf: (word: string) => string[]) {
  const words = triggers.map((phrase) => phrase.split(' ')[0]);
  const index = new Map(words.map((word) => [word, word]));
  for (const word of words) {
    for (const form of formsOf(word)) if (!index.has(form)) index.set(form, word);
  }
  return index;
}

function classesByWord(classes: Readonly<Record<string, readonly string[]>>) {
  const index = new Map<string, string[]>();
  for (const [name, words] of Object.entries(classes)) {
    for (const word of words) index.set(word, [...(index.get(word) ?? []), name]);
  }
  return index;
}
