import { describe, expect, test } from 'vitest';
import { createActorsProbe } from '../../../../scripts/score-actors.ts';
import { languageNamed } from '../../../reference/language.ts';
import { loadReference } from '../../../reference/load-reference.ts';
import { actorLexicon } from '../../../reference/words/actor-lexicon.ts';
import { grammarWords } from '../../../reference/words/grammar-words.ts';
import { tokensIn } from '../../grammar/phrase.ts';
import { createActorRules } from './actor-rules.ts';

const reference = loadReference();
const english = languageNamed(reference.languages, 'en');
const rules = createActorRules(actorLexicon(english), grammarWords(english));
const { standings, links } = rules.constructions;
const probe = createActorsProbe(reference);

/** The tree in which the words stand, and the first token of them. */
function find(text: string, words: string) {
  const { document, resolver } = probe(text);
  const start = text.indexOf(words);
  const tree = document.trees.find(({ sentence }) => sentence.end > start);
  if (tree === undefined) throw new Error(`${words} does not stand in ${text}`);
  const [at] = tokensIn(tree, { start, end: start + words.length });
  return { tree, at, name: resolver.namesIn(start, start + words.length)[0] };
}

describe('each row decides what a name is in its examples', () => {
  const cases = standings.flatMap(({ id, examples }) =>
    examples.map(({ text, name }) => [id, text, name] as const),
  );
  test.each(cases)('%s: %s', (id, text, words) => {
    const { tree, at, name } = find(text, words);
    expect(rules.standing(tree, at, name.kind as 'state').rule).toBe(id);
  });
});

describe('each row leads from a name to the word of its examples', () => {
  const cases = links.flatMap((row) =>
    row.examples.map((example) => ({ ...row, ...example, part: row.from })),
  );
  test.each(cases)('$id: $text', ({ text, part, from, to }) => {
    const { tree, at } = find(text, from);
    const found = rules.links(part, tree, at).map((other) => tree.words[other]);
    expect(found).toContain(to.toLowerCase());
  });
});
