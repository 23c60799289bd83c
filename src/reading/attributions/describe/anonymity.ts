import type { Actor } from '../../../model/reading.ts';
import type { Candidate } from '../candidate.ts';
import type { SpeakerLexicon } from '../cue-lexicon.ts';
import { type Run, runIn, wordsIn } from './words-in.ts';

/** What a source without a name says of itself. */
export interface Anonymity {
  readonly anonymous?: true;
  readonly count?: number;
  readonly rank?: string;
}

/** How many words of a source are looked at. */
const mostWords = 40;

/**
 * A role noun, a quantifier or a formula, and nobody named: `four senior officials`. Who speaks
 * for a body (`a ministry spokesman`) is not anonymous, the body is known.
 */
export function anonymityOf(
  lexicon: SpeakerLexicon,
  { tree, source, sourceHead }: Candidate,
  speakers: readonly Actor[],
): Anonymity {
  if (source === undefined || sourceHead < 0) return {};
  const whole = runIn(tree, source);
  const run = { ...whole, until: Math.min(whole.until, whole.from + mostWords) };
  const text = wordsIn(run).join(' ');
  const head = tree.words[sourceHead];
  if (!lexicon.formulas.some((phrase) => text.includes(phrase))) {
    const isRole = lexicon.anonymous.has(head) && tree.tokens[sourceHead].upos !== 'PROPN';
    const isQuantified = lexicon.quantifiers.has(head) || lexicon.numbers.has(head);
    if (!(isRole || isQuantified) || lexicon.spokespeople.has(head)) return {};
    if (namesSomebody(run, sourceHead) || speakers.some(isPerson)) return {};
  }
  const near = wordsIn({ ...run, until: Math.min(run.until, sourceHead + 1) });
  const isOne = near.length > 0 && lexicon.single.has(near[0]);
  const one = isOne && tree.tokens[sourceHead].xpos !== 'NNS' ? 1 : undefined;
  const count = numberIn(near, lexicon.numbers) ?? one;
  const rank = near.find((word) => lexicon.ranks.has(word));
  return {
    anonymous: true,
    ...(count === undefined ? {} : { count }),
    ...(rank === undefined ? {} : { rank }),
  };
}

/** Persons have ids of several words; states and bodies are codes or short names. */
function isPerson({ id }: Actor): boolean {
  return id !== undefined && /^[a-z]+(?:-[a-z]+)+$/.test(id);
}

/** A proper name that is the head itself or stands beside it as its name. */
function namesSomebody({ tree, from, until }: Run, head: number): boolean {
  return tree.tokens.slice(from, until).some(({ upos, deprel, head: above }, step) => {
    if (upos !== 'PROPN') return false;
    return from + step === head || (above === head && (deprel === 'appos' || deprel === 'flat'));
  });
}

function numberIn(words: readonly string[], numbers: ReadonlyMap<string, number>) {
  const text = ` ${words.join(' ')} `;
  for (const [phrase, value] of numbers) {
    if (phrase.includes(' ') && text.includes(` ${phrase} `)) return value;
  }
  for (const word of words) {
    const value = numbers.get(word) ?? (/^\d{1,4}$/.test(word) ? Number(word) : undefined);
    if (value !== undefined) return value;
  }
  return undefined;
}
