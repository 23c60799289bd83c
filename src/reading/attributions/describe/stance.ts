import type { Stance } from '../../../model/reading.ts';
import type { StanceWords } from '../../../reference/words/stance-words.ts';
import type { Candidate } from '../candidate.ts';
import type { CueLexicon } from '../cue-lexicon.ts';

/** The words of a cue, and the first ones of its content. */
export interface StanceInput {
  readonly cue: readonly string[];
  readonly opening: readonly string[];
}

/** What the source does with the content, from the cue, its negation, and for bare speech K. */
export function stanceOf(lexicon: CueLexicon, candidate: Candidate, input: StanceInput): Stance {
  const { stances } = lexicon;
  const { cue, opening: content } = input;
  const { word } = candidate.cueWord;
  const stance = candidate.row.stance ?? candidate.cueWord.stance;
  const negated = isNegatedCue(lexicon, cue);
  if (stance === 'silent' || isSilence(lexicon, word, input, negated)) return 'silent';
  if (stances.refusing.has(word)) {
    return infinitiveOf(lexicon, content, stances.ruling) ? 'expects' : 'denies';
  }
  if (stances.warning.has(word)) return warning(lexicon, input);
  const asserts = stance === 'asserts';
  if (asserts && stances.naming.has(word)) return evaluation(lexicon, content);
  if (negated) return opposite[stance];
  if (asserts && isSpeaking(stances, candidate)) return spokenStance(lexicon, content);
  return stance;
}

/** A colon speaks as a verb of saying does. */
function isSpeaking({ speaking }: StanceWords, { cueWord, row }: Candidate): boolean {
  return speaking.has(cueWord.word) || row.cue === 'colon';
}

/** What is left of a stance when the cue is negated. */
const opposite: Readonly<Record<Stance, Stance>> = {
  asserts: 'asserts',
  denies: 'asserts',
  alleges: 'denies',
  fears: 'asserts',
  expects: 'denies',
  praises: 'condemns',
  condemns: 'asserts',
  promises: 'denies',
  threatens: 'asserts',
  demands: 'denies',
  asks: 'asserts',
  silent: 'asserts',
};

/** `has yet to say`, `did not say`; `not only` denies nothing. */
export function isNegatedCue({ stances, grammar }: CueLexicon, cue: readonly string[]): boolean {
  const { emphatic, lacking } = stances;
  return cue.some((word, at) => {
    if (grammar.yetWords.has(word)) return grammar.infinitiveMarks.has(cue[at + 1]);
    const negates = grammar.negations.has(word) || lacking.has(word);
    return negates && !emphatic.has(cue[at + 1]);
  });
}

/** Does the content open with an infinitive of one of the verbs? */
function infinitiveOf(
  { grammar }: CueLexicon,
  [mark, verb]: readonly string[],
  verbs: ReadonlySet<string>,
): boolean {
  return grammar.infinitiveMarks.has(mark) && verbs.has(verb);
}

/** `declined to comment`, `has yet to comment on`, `did not respond to a request for comment`. */
function isSilence(
  lexicon: CueLexicon,
  word: string,
  { cue, opening: content }: StanceInput,
  negated: boolean,
): boolean {
  const { stances, speakers } = lexicon;
  if (stances.refusing.has(word)) {
    if (lexicon.grammar.infinitiveMarks.has(content[0]) && content.length > 1) {
      return infinitiveOf(lexicon, content, speakers.silentVerbs);
    }
    return content.some((item) => stances.comments.has(item));
  }
  if (!negated) return false;
  if (stances.commenting.has(word)) return true;
  if (stances.saying.has(word)) return cue.some((item) => stances.sayingAuxiliaries.has(item));
  return stances.answering.has(word) && content.some((item) => speakers.silentNouns.has(item));
}

/** `warned A that we will …` threatens, `warned A to …` demands, all else fears. */
function warning({ stances, grammar }: CueLexicon, { cue, opening }: StanceInput): Stance {
  const { warningAgainst, futureOfWarnings, selves } = stances;
  if (cue.some((word) => warningAgainst.has(word))) return 'demands';
  const will = opening.findIndex((word) => futureOfWarnings.has(word));
  if (will > 0 && will < 5 && selves.has(opening[will - 1])) return 'threatens';
  const asks = opening.slice(0, 6).some((word) => grammar.infinitiveMarks.has(word));
  const says = opening.slice(0, 4).some((word) => grammar.complementisers.has(word));
  return asks && !says ? 'demands' : 'fears';
}

function evaluation(lexicon: CueLexicon, content: readonly string[]): Stance {
  const { positive, negative, stances, grammar } = lexicon;
  let balance = 0;
  let sign = 1;
  for (const word of content) {
    if (grammar.negations.has(word) || stances.lacking.has(word)) sign = -1;
    if (positive.has(word)) balance += sign;
    if (negative.has(word)) balance -= sign;
  }
  if (balance === 0) return 'asserts';
  return balance > 0 ? 'praises' : 'condemns';
}

const quotes = /^["“”„«»‘’'`]+$/;

/** How far into the content the rules of bare speech look. */
const mostSpoken = 12;

const performed: ReadonlySet<Stance> = new Set<Stance>([
  ...(['praises', 'condemns', 'fears', 'demands', 'promises'] as const),
  ...(['expects', 'denies', 'threatens'] as const),
]);

/** Bare speech in the first person does what its main verb says. */
function spokenStance(lexicon: CueLexicon, content: readonly string[]): Stance {
  const { stances, grammar } = lexicon;
  const words = content.filter((word) => !quotes.test(word)).slice(0, mostSpoken);
  const start = grammar.complementisers.has(words[0]) ? 1 : 0;
  const speaker = words.findIndex(
    (word, at) => at >= start && at < start + 6 && stances.firstPersons.has(word),
  );
  if (speaker < 0) return obligation(stances, words);
  const rest = words.slice(speaker + 1, speaker + 5);
  if (stances.future.has(rest[0])) return 'promises';
  for (const word of rest) {
    if (grammar.negations.has(word) || stances.lacking.has(word)) return 'asserts';
    for (const { kind, frames, stance } of lexicon.words.get(word) ?? []) {
      const strong = (frames.object ?? 0) >= 50 || (frames.clause ?? 0) >= 80;
      if (kind === 'verb' && strong && performed.has(stance)) return stance;
    }
  }
  return 'asserts';
}

/** `Kestria must withdraw`. */
function obligation({ obligations, conditions }: StanceWords, words: readonly string[]): Stance {
  const at = words.findIndex((word) => obligations.has(word));
  if (at <= 0 || at > 8) return 'asserts';
  return words.slice(0, at).some((word) => conditions.has(word)) ? 'asserts' : 'demands';
}
