import { pickNumber, seededChance } from '../src/base/chance.ts';
import type { Stretch } from '../src/reading/syntax/sentence.ts';
import { splitParagraphs } from '../src/reading/syntax/split-paragraphs.ts';
import { SplitPlace, splitFeatures, splitRows } from '../src/reading/syntax/split-sentences.ts';
import { createTokeniser } from '../src/reading/syntax/tokenise.ts';
import { syntaxLexicon } from '../src/reference/words/syntax-lexicon.ts';
import { english } from './english.ts';
import { rawTextOf } from './train-data.ts';
import type { GoldSentence } from './treebank.ts';

/**
 * Learns where sentences end by an averaged perceptron over the places of the raw text.
 * GUM counts twice: most of EWT is mail and web talk, and reports are what is read.
 */
export function trainSplitter(
  sentences: readonly GoldSentence[],
  epochs: number,
  seed: number,
): Int16Array {
  const gum = sentences.filter(({ id }) => id.startsWith('GUM_'));
  const { text, ends } = rawTextOf([...sentences, ...gum]);
  const words = syntaxLexicon(english);
  const tokenise = createTokeniser(words.tokens);
  const paragraphs = splitParagraphs(text).map(({ start, end }) => tokenise(text, start, end));
  const weights = new Float32Array(splitRows);
  const sums = new Float64Array(splitRows);
  const features = new Int32Array(splitFeatures);
  const chance = seededChance(seed);
  let step = 0;
  const visit = (tokens: readonly Stretch[]) => {
    const place = new SplitPlace(text, tokens, words.sentences);
    for (let end = 1; end < tokens.length; end++) {
      const gold = ends.has(tokens[end - 1].end);
      if (place.moveTo(end)) {
        step++;
        place.fill(features);
        let sum = 0;
        for (const feature of features) sum += weights[feature];
        // A margin, so that places told apart barely are learnt from too.
        const change = gold && sum <= 5 ? 1 : !gold && sum > -5 ? -1 : 0;
        for (const feature of features) {
          weights[feature] += change;
          sums[feature] += change * step;
        }
      }
      if (gold) place.open(end);
    }
  };
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let i = paragraphs.length - 1; i > 0; i--) {
      const j = pickNumber(chance, i + 1);
      [paragraphs[i], paragraphs[j]] = [paragraphs[j], paragraphs[i]];
    }
    paragraphs.forEach(visit);
  }
  return Int16Array.from(weights, (weight, at) => Math.round((weight - sums[at] / step) * 32));
}
