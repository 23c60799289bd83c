import type { Certainty, Stance } from '../../model/reading.ts';
import type { CueFiles, CueFrames, CueWeights, Hedges } from '../../reference/cue-lexicon.ts';
import { nounForms, verbForms } from './inflect.ts';

/** One cue word with everything its group lends it. */
export interface Cue {
  readonly kind: 'verb' | 'noun' | 'adjective';
  readonly word: string;
  /** Words that must follow: `out` of `speak out`. */
  readonly rest: readonly string[];
  readonly stance: Stance;
  readonly certainty?: Certainty;
  readonly frames: CueFrames;
  /** Prepositions that belong to the cue, with their weights. */
  readonly with: ReadonlyMap<string, number>;
  readonly hearer: boolean;
  /** Nouns: what is left of the weight, in per cent, where no source is in sight. */
  readonly sourceless: number;
  readonly light: number;
  readonly spoken: boolean;
  /** Adjectives: the subject is content, not a holder of the view. */
  readonly evaluation: boolean;
}

export interface CuePhrase {
  readonly words: readonly string[];
  readonly weight: number;
  readonly stance: Stance;
  readonly certainty?: Certainty;
  readonly capital: boolean;
  readonly fronted: boolean;
  readonly surveysOnly: boolean;
}

/** The cue files made ready for look-up by the form that stands in the text, in lower case. */
export interface CueLexicon {
  readonly verbs: ReadonlyMap<string, readonly Cue[]>;
  readonly nouns: ReadonlyMap<string, readonly Cue[]>;
  readonly adjectives: ReadonlyMap<string, readonly Cue[]>;
  readonly adverbs: ReadonlyMap<string, { readonly cue: number; readonly certainty: Certainty }>;
  /** By first word. */
  readonly phrases: ReadonlyMap<string, readonly CuePhrase[]>;
  /** `view` of `in Ister's view`, by noun. */
  readonly possessed: ReadonlyMap<
    string,
    { readonly before: string; readonly stance: Stance; readonly certainty?: Certainty }
  >;
  readonly lightVerbs: ReadonlySet<string>;
  readonly copulas: ReadonlySet<string>;
  readonly documents: ReadonlySet<string>;
  readonly surveys: ReadonlySet<string>;
  readonly weights: CueWeights;
  readonly hedges: ReadonlyMap<string, Hedges['hedges'][number]>;
  readonly boosters: ReadonlySet<string>;
  readonly positive: ReadonlySet<string>;
  readonly negative: ReadonlySet<string>;
  readonly speakers: SpeakerLexicon;
}

/** Words by which a source says who it is, or that it says nothing. */
export interface SpeakerLexicon {
  readonly anonymous: ReadonlySet<string>;
  readonly quantifiers: ReadonlySet<string>;
  readonly spokespeople: ReadonlySet<string>;
  readonly ranks: ReadonlySet<string>;
  readonly formulas: readonly string[];
  readonly numbers: ReadonlyMap<string, number>;
  readonly silentVerbs: ReadonlySet<string>;
  readonly silentNouns: ReadonlySet<string>;
}

/** Expands the groups of the files: members inherit what they do not say themselves. */
export function makeCueLexicon(files: CueFiles): CueLexicon {
  const { phrases } = files;
  return {
    verbs: indexVerbs(files.verbs),
    nouns: indexNouns(files.nouns),
    adjectives: indexAdjectives(files.adjectives),
    adverbs: new Map(
      phrases.adverbs.map(({ adverb, cue, certainty }) => [adverb, { cue, certainty }]),
    ),
    phrases: indexPhrases(phrases.phrases),
    possessed: new Map(phrases.possessed.map(({ noun, ...entry }) => [noun, entry])),
    lightVerbs: formsOf(phrases.lightVerbs, verbForms),
    copulas: formsOf(phrases.copulas, verbForms),
    documents: formsOf(phrases.documents, nounForms),
    surveys: formsOf(phrases.surveys, nounForms),
    weights: files.weights,
    hedges: new Map(files.hedges.hedges.map((hedge) => [hedge.word, hedge])),
    boosters: new Set(files.hedges.boosters),
    positive: new Set(files.evaluations.positive),
    negative: new Set(files.evaluations.negative),
    speakers: makeSpeakers(files.speakers),
  };
}

function makeSpeakers(files: CueFiles['speakers']): SpeakerLexicon {
  const nouns = files.anonymous.map((word) => word.toLowerCase());
  return {
    anonymous: formsOf(nouns, nounForms),
    quantifiers: new Set(files.quantifiers),
    spokespeople: formsOf(files.spokespeople, nounForms),
    ranks: new Set(files.ranks),
    formulas: files.formulas,
    numbers: new Map(Object.entries(files.numbers)),
    silentVerbs: new Set(files.silentVerbs),
    silentNouns: new Set(files.silentNouns),
  };
}

interface Group {
  readonly stance: Stance;
  readonly certainty?: Certainty | undefined;
  readonly frames?: CueFrames | undefined;
  readonly with?: Readonly<Record<string, number>> | undefined;
  readonly hearer?: true | undefined;
  readonly sourceless?: number | undefined;
  readonly light?: number | undefined;
  readonly spoken?: true | undefined;
  readonly evaluation?: true | undefined;
}

function makeCue(kind: Cue['kind'], words: string, group: Group, member: Partial<Group>): Cue {
  const [word, ...rest] = words.split(' ');
  const certainty = member.certainty ?? group.certainty;
  return {
    kind,
    word,
    rest,
    stance: member.stance ?? group.stance,
    ...(certainty === undefined ? {} : { certainty }),
    frames: { ...group.frames, ...member.frames },
    with: new Map(Object.entries({ ...group.with, ...member.with })),
    hearer: (member.hearer ?? group.hearer) === true,
    sourceless: member.sourceless ?? group.sourceless ?? 0,
    light: member.light ?? group.light ?? 0,
    spoken: (member.spoken ?? group.spoken) === true,
    evaluation: group.evaluation === true,
  };
}

type Index = Map<string, Cue[]>;

function put(index: Index, forms: readonly string[], cue: Cue): void {
  for (const form of forms) {
    const known = index.get(form);
    if (known === undefined) index.set(form, [cue]);
    else known.push(cue);
  }
}

function indexVerbs(files: CueFiles['verbs']): Index {
  const index: Index = new Map();
  for (const { verbs, group: _, ...group } of files.groups) {
    for (const entry of verbs) {
      const member = typeof entry === 'string' ? { verb: entry } : entry;
      const cue = makeCue('verb', member.verb, group, member);
      put(index, verbForms(cue.word), cue);
    }
  }
  return index;
}

function indexNouns(files: CueFiles['nouns']): Index {
  const index: Index = new Map();
  for (const { nouns, group: _, ...group } of files.groups) {
    for (const entry of nouns) {
      const member = typeof entry === 'string' ? { noun: entry } : entry;
      const cue = makeCue('noun', member.noun, group, member);
      put(index, nounForms(cue.word), cue);
    }
  }
  return index;
}

function indexAdjectives(files: CueFiles['adjectives']): Index {
  const index: Index = new Map();
  for (const { adjectives, group: _, ...group } of files.groups) {
    for (const entry of adjectives) {
      const member = typeof entry === 'string' ? { adjective: entry } : entry;
      const cue = makeCue('adjective', member.adjective, group, member);
      put(index, [cue.word], cue);
    }
  }
  return index;
}

function indexPhrases(phrases: CueFiles['phrases']['phrases']): Map<string, CuePhrase[]> {
  const index = new Map<string, CuePhrase[]>();
  for (const { phrase, certainty, ...entry } of phrases) {
    const words = phrase.split(' ');
    const made: CuePhrase = {
      words,
      weight: entry.weight,
      stance: entry.stance,
      ...(certainty === undefined ? {} : { certainty }),
      capital: entry.capital === true,
      fronted: entry.fronted === true,
      surveysOnly: entry.sources === 'surveys',
    };
    index.set(words[0], [...(index.get(words[0]) ?? []), made]);
  }
  for (const list of index.values()) list.sort((a, b) => b.words.length - a.words.length);
  return index;
}

function formsOf(words: readonly string[], inflect: (word: string) => string[]): Set<string> {
  return new Set(words.flatMap(inflect));
}
