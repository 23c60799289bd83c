import { describe, expect, test } from 'vitest';
import { createActorsProbe } from '../../../../scripts/score-actors.ts';
import { actorLexicon } from '../../../reference/actor-lexicon.ts';
import { grammarWords } from '../../../reference/grammar-words.ts';
import { languageNamed } from '../../../reference/language.ts';
import { loadReference } from '../../../reference/load-reference.ts';
import { tokensIn } from '../../grammar/phrase.ts';
import { createNameJudge } from './standing.ts';

const reference = loadReference();
const english = languageNamed(reference.languages, 'en');
const lexicon = actorLexicon(english);
const judge = createNameJudge(lexicon, grammarWords(english));
const probe = createActorsProbe(reference);

describe('each row decides what a name is in its examples', () => {
  const rows = lexicon.constructions.standings;
  const cases = rows.flatMap(({ id, examples }) =>
    examples.map(({ text, name }) => [id, text, name] as const),
  );
  test.each(cases)('%s: %s', (id, text, name) => {
    const { document, resolver } = probe(text);
    const start = text.indexOf(name);
    const span = { start, end: start + name.length };
    const [{ kind }] = resolver.namesIn(span.start, span.end);
    const tree = document.trees.find(({ sentence }) => sentence.end > start);
    const found = tree && judge(tree, tokensIn(tree, span)[0], kind as 'state');
    expect(found?.rule).toBe(id);
  });
});
