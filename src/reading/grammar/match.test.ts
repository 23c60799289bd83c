import { describe, expect, test } from 'vitest';
import { parsePattern } from '../../reference/constructions/pattern.ts';
import { languageNamed } from '../../reference/language.ts';
import { loadReference } from '../../reference/load-reference.ts';
import { grammarWords } from '../../reference/words/grammar-words.ts';
import type { Sentence } from '../syntax/sentence.ts';
import { compilePattern } from './match.ts';
import { alone, makeTree, type Tree } from './tree.ts';

const grammar = grammarWords(languageNamed(loadReference().languages, 'en'));
const classes = { ...grammar, tongues: new Set(['said', 'urged']) };

/** A tree by hand: a word a line, with form, upos, head (from 1, 0 the root) and relation. */
function treeOf(table: string): Tree {
  const rows = table
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  const text = rows.map(([form]) => form).join(' ');
  let start = 0;
  const tokens = rows.map(([form, upos, head, deprel]) => {
    const token = {
      start,
      end: start + form.length,
      lemma: form.toLowerCase(),
      upos,
      xpos: upos === 'VERB' ? 'VBD' : 'NN',
      head: Number(head) - 1,
      deprel,
      confidence: 1,
    };
    start += form.length + 1;
    return token;
  });
  const sentence: Sentence = { start: 0, end: text.length, tokens };
  return makeTree(text, sentence, alone(sentence, grammar));
}

const tree = treeOf(`
  Envoys  NOUN  2 nsubj
  urged   VERB  0 root
  both    DET   4 det
  sides   NOUN  2 obj
  to      PART  6 mark
  wait    VERB  2 xcomp
  in      ADP   8 case
  May     PROPN 6 obl
  .       PUNCT 2 punct
`);

/** The words that the nodes are bound to, `-` for none; `undefined` where the pattern fails. */
function match(trigger: number, ...lines: string[]): Record<string, string> | undefined {
  const pattern = parsePattern('cue', lines);
  const bound = new Int32Array(pattern.nodes.length);
  if (!compilePattern(pattern, classes)(tree, trigger, bound)) return undefined;
  const words = pattern.nodes.map((name, at) => [name, tree.words[bound[at]] ?? '-'] as const);
  return Object.fromEntries(words.filter(([name]) => name !== '*'));
}

describe('a compiled pattern', () => {
  test('binds dependents, their heads, and what derived relations give', () => {
    expect(match(1, 'cue -obj-> thing', 'thing -next-> mark')).toEqual({
      cue: 'urged',
      thing: 'sides',
      mark: 'to',
    });
    expect(match(5, 'above -xcomp-> cue')).toEqual({ cue: 'wait', above: 'urged' });
    expect(match(5, 'cue -subject-> who')).toEqual({ cue: 'wait', who: 'sides' });
  });

  test('tries the next candidate where the rest fails', () => {
    const found = match(1, 'cue -any-> part[upos=NOUN]', 'part -det-> *');
    expect(found).toEqual({ cue: 'urged', part: 'sides' });
  });

  test('denies, and takes what may be there', () => {
    expect(match(1, 'not cue -obj-> *')).toBeUndefined();
    expect(match(1, 'not cue -iobj-> *')).toEqual({ cue: 'urged' });
    expect(match(1, 'maybe cue -iobj-> hearer', 'maybe cue -obj-> thing')).toEqual({
      cue: 'urged',
      hearer: '-',
      thing: 'sides',
    });
  });

  test('asks for words, classes, kinds and places', () => {
    expect(match(1, 'cue[in=tongues, not negated]')).toBeDefined();
    expect(match(1, 'cue -xcomp-> content[infinitive, starts after cue]')).toBeDefined();
    expect(match(1, 'cue -obj-> thing[after cue, within 2 of cue]')).toBeDefined();
    expect(match(1, 'cue -obj-> thing[right after cue]')).toBeUndefined();
    expect(match(1, 'cue -obj-> thing[starts right after cue]')).toBeDefined();
    expect(match(1, 'cue -obj-> thing[rel=obj, word=sides|side]')).toBeDefined();
  });

  test('a relation counts with its subtypes, a subtype alone does not count for another', () => {
    expect(match(7, 'cue -case-> mark')).toEqual({ cue: 'may', mark: 'in' });
    expect(match(5, 'cue -obl:agent-> who')).toBeUndefined();
  });
});

test('a kind or a class that nobody knows is refused', () => {
  expect(() => match(1, 'cue[purple]')).toThrow(/no kind of node named purple/);
  expect(() => match(1, 'cue[in=colours]')).toThrow(/no class of words named colours/);
});
