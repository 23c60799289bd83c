import type { Actor } from '../../../model/reading.ts';
import type { Candidate, Scene } from '../candidate.ts';
import type { Word } from './words-in.ts';

/** What a source without a name says of itself. */
export interface Anonymity {
  readonly anonymous?: true;
  readonly count?: number;
  readonly rank?: string;
}

/**
 * A role noun, a quantifier or a formula, and nobody named: `four senior officials`. Who speaks
 * for a body (`a ministry spokesman`) is not anonymous, the body is known.
 */
export function anonymityOf(
  scene: Scene,
  candidate: Candidate,
  { words, speakers }: { readonly words: readonly Word[]; readonly speakers: readonly Actor[] },
): Anonymity {
  if (candidate.source.length === 0 || candidate.sourceHead < 0) return {};
  const lexicon = scene.lexicon.speakers;
  const tree = scene.document.trees[candidate.sentence];
  const text = words.map(({ word }) => word).join(' ');
  const formula = lexicon.formulas.some((phrase) => text.includes(phrase));
  const head = tree.words[candidate.sourceHead];
  const near = words.filter(({ at }) => at <= candidate.sourceHead);
  const isRole = lexicon.anonymous.has(head) && tree.tokens[candidate.sourceHead].upos !== 'PROPN';
  const isQuantified = lexicon.quantifiers.has(head) || lexicon.numbers.has(head);
  const named = words.some((word) => isName(scene, word, candidate.sourceHead));
  if (!formula && (!(isRole || isQuantified) || named)) return {};
  if (!formula && lexicon.spokespeople.has(head)) return {};
  const known = speakers.some(({ id }) => id !== undefined && isPerson(id));
  if (!formula && known) return {};
  const count = countOf(scene, candidate, near);
  const rank = near.find(({ word }) => lexicon.ranks.has(word))?.word;
  return {
    anonymous: true,
    ...(count === undefined ? {} : { count }),
    ...(rank === undefined ? {} : { rank }),
  };
}

/** Persons have ids of several words; states and bodies are codes or short names. */
function isPerson(id: string): boolean {
  return /^[a-z]+(?:-[a-z]+)+$/.test(id);
}

/** A proper name that is the head itself or stands beside it as its name. */
function isName(scene: Scene, { sentence, at }: Word, head: number): boolean {
  const { tokens } = scene.document.trees[sentence];
  if (tokens[at].upos !== 'PROPN') return false;
  const { deprel } = tokens[at];
  if (at === head) return true;
  return tokens[at].head === head && (deprel === 'appos' || deprel === 'flat');
}

function countOf(
  scene: Scene,
  { sentence, sourceHead }: Candidate,
  words: readonly Word[],
): number | undefined {
  const { numbers, single } = scene.lexicon.speakers;
  const text = ` ${words.map(({ word }) => word).join(' ')} `;
  for (const [phrase, value] of numbers) {
    if (phrase.includes(' ') && text.includes(` ${phrase} `)) return value;
  }
  for (const { word } of words) {
    const value = numbers.get(word) ?? (/^\d{1,4}$/.test(word) ? Number(word) : undefined);
    if (value !== undefined) return value;
  }
  const { xpos } = scene.document.trees[sentence].tokens[sourceHead];
  return words.length > 0 && single.has(words[0].word) && xpos !== 'NNS' ? 1 : undefined;
}
