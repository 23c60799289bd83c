import type { EventType } from '../../model/event-type.ts';
import type { Language } from '../../reference/language.ts';
import { actorLexicon } from '../../reference/words/actor-lexicon.ts';
import {
  type EventFiles,
  eventFiles,
  type OperatorKind,
  type VerbFrame,
} from '../../reference/words/event-lexicon.ts';
import { createInflection, type Inflection } from '../grammar/inflect.ts';

/** One verb of a group: what must stand beside it, and what it counts as. */
export interface VerbEntry {
  readonly verb: string;
  /** Words that must follow: `off` of `call off`. */
  readonly rest: readonly string[];
  readonly frames: readonly VerbFrame[];
  /** Where no frame fits. */
  readonly type?: EventType;
  readonly mode?: string;
}

export interface NounEntry {
  readonly type: EventType;
  readonly mode?: string;
  readonly parties: 'together' | 'directed' | 'undergone';
  readonly toward: ReadonlySet<string>;
}

/** The event files made ready for look-up by lemma in lower case. */
export interface EventLexicon {
  /** The verb or noun of the tables that a form in lower case belongs to. */
  readonly verbOf: ReadonlyMap<string, string>;
  readonly nounOf: ReadonlyMap<string, string>;
  readonly verbs: ReadonlyMap<string, readonly VerbEntry[]>;
  readonly nouns: ReadonlyMap<string, NounEntry>;
  /** Classes of a noun or of a compound. */
  readonly classes: ReadonlyMap<string, readonly string[]>;
  readonly classNames: ReadonlySet<string>;
  readonly measures: ReadonlySet<string>;
  readonly notDeeds: ReadonlySet<string>;
  readonly receivers: ReadonlySet<string>;
  readonly means: Readonly<Partial<Record<EventType, readonly string[]>>>;
  readonly own: readonly string[];
  /** Verbs that may tell ASSAULT. */
  readonly violent: ReadonlySet<string>;
  readonly actorNouns: ReadonlySet<string>;
  readonly instruments: ReadonlySet<string>;
  /** `ally`, `rival`: somebody else, whoever's they are. */
  readonly relations: ReadonlySet<string>;
  readonly notActors: ReadonlySet<string>;
  /** By `verb`, `adj:` or `noun:` word. */
  readonly operators: ReadonlyMap<string, readonly OperatorKind[]>;
  readonly sets: Readonly<Record<WordSet, ReadonlySet<string>>>;
  readonly prepositions: ReadonlyMap<string, number>;
}

export type WordSet =
  | 'obligation'
  | 'future'
  | 'possible'
  | 'conditions'
  | 'doubts'
  | 'doubtVerbs'
  | 'doubtNouns'
  | 'fearNouns'
  | 'fearVerbs'
  | 'blames'
  | 'thanks'
  | 'prevents'
  | 'clauses'
  | 'clauseSubjects'
  | 'joint'
  | 'verbal'
  | 'civil'
  | 'troopWords'
  | 'policeWords'
  | 'circumstances';

/** Builds the look-up tables once. */
export function makeEventLexicon(language: Language): EventLexicon {
  const files = eventFiles(language);
  const actors = actorLexicon(language);
  const inflection = createInflection(language);
  const { objects, operators } = files;
  const set = (name: WordSet) => new Set(operators[name]);
  const verbs = indexVerbs(files);
  const classes = indexClasses(objects.classes);
  const actorNouns = new Set([
    ...files.actors.nouns,
    ...actors.roles.flatMap(({ words }) => words),
    ...actors.common.flatMap(({ words }) => words),
  ]);
  return {
    verbs,
    verbOf: indexVerbForms(files, verbs.keys(), inflection),
    nounOf: indexNounForms([...classes.keys(), ...actorNouns, ...objects.measures], inflection),
    nouns: indexNouns(files),
    classes,
    classNames: new Set(Object.keys(objects.classes)),
    measures: new Set(objects.measures),
    notDeeds: new Set(objects.notDeeds),
    receivers: new Set(objects.receivers),
    means: objects.means,
    own: objects.own,
    violent: violentVerbs(verbs),
    actorNouns,
    instruments: new Set(files.actors.instruments),
    relations: actors.words.relations,
    notActors: new Set(files.actors.notActors),
    operators: indexOperators(files),
    sets: {
      obligation: set('obligation'),
      future: set('future'),
      possible: set('possible'),
      conditions: set('conditions'),
      doubts: set('doubts'),
      doubtVerbs: set('doubtVerbs'),
      doubtNouns: set('doubtNouns'),
      fearNouns: set('fearNouns'),
      fearVerbs: set('fearVerbs'),
      blames: set('blames'),
      thanks: set('thanks'),
      prevents: set('prevents'),
      clauses: set('clauses'),
      clauseSubjects: set('clauseSubjects'),
      joint: set('joint'),
      verbal: set('verbal'),
      civil: set('civil'),
      troopWords: set('troopWords'),
      policeWords: set('policeWords'),
      circumstances: set('circumstances'),
    },
    prepositions: new Map(operators.prepositions.map((word, index) => [word, index])),
  };
}

function indexVerbs({ verbs }: EventFiles): Map<string, VerbEntry[]> {
  const index = new Map<string, VerbEntry[]>();
  for (const group of verbs.verbs) {
    for (const phrase of group.verbs) {
      const [verb, ...rest] = phrase.split(' ');
      const frames = (group.frames ?? []).filter(
        (frame) => frame.verb === undefined || frame.verb.includes(phrase),
      );
      const entry: VerbEntry = {
        verb,
        rest,
        frames,
        ...(group.type === undefined ? {} : { type: group.type }),
        ...(group.mode === undefined ? {} : { mode: group.mode }),
      };
      const list = index.get(verb);
      if (list === undefined) index.set(verb, [entry]);
      else list.push(entry);
    }
  }
  // `call off` is asked before `call`.
  for (const list of index.values()) list.sort((a, b) => b.rest.length - a.rest.length);
  return index;
}

function violentVerbs(verbs: ReadonlyMap<string, readonly VerbEntry[]>): Set<string> {
  const violent = new Set<string>();
  for (const [verb, entries] of verbs) {
    const hurts = entries.some(
      ({ type, frames }) => type === 'ASSAULT' || frames.some((frame) => frame.type === 'ASSAULT'),
    );
    if (hurts) violent.add(verb);
  }
  return violent;
}

/** The tagger's lemma can be wrong, the form in the text cannot. */
function indexVerbForms(
  { operators }: EventFiles,
  verbs: Iterable<string>,
  { verbForms }: Inflection,
): Map<string, string> {
  const index = new Map<string, string>();
  const all = [...verbs, ...Object.values(operators.operators).flat()];
  for (const verb of all) if (!verb.includes(':')) index.set(verb, verb);
  for (const verb of all) {
    for (const form of verbForms(verb)) if (!index.has(form)) index.set(form, verb);
  }
  return index;
}

function indexNounForms(nouns: readonly string[], { nounForms }: Inflection): Map<string, string> {
  const index = new Map<string, string>();
  const single = nouns.filter((noun) => !noun.includes(' '));
  for (const noun of single) index.set(noun, noun);
  for (const noun of single) {
    for (const form of nounForms(noun)) if (!index.has(form)) index.set(form, noun);
  }
  return index;
}

function indexNouns({ nouns }: EventFiles): Map<string, NounEntry> {
  const index = new Map<string, NounEntry>();
  for (const { nouns: words, type, mode, parties, toward } of nouns.nouns) {
    const entry = {
      type,
      parties,
      toward: new Set(toward),
      ...(mode === undefined ? {} : { mode }),
    };
    for (const word of words) index.set(word, entry);
  }
  return index;
}

function indexClasses(classes: Readonly<Record<string, readonly string[]>>) {
  const index = new Map<string, string[]>();
  for (const [name, words] of Object.entries(classes)) {
    for (const word of words) {
      const list = index.get(word);
      if (list === undefined) index.set(word, [name]);
      else list.push(name);
    }
  }
  return index;
}

function indexOperators({ operators }: EventFiles): Map<string, OperatorKind[]> {
  const index = new Map<string, OperatorKind[]>();
  for (const [kind, words] of Object.entries(operators.operators)) {
    for (const word of words) {
      const list = index.get(word);
      if (list === undefined) index.set(word, [kind as OperatorKind]);
      else list.push(kind as OperatorKind);
    }
  }
  return index;
}
