import { isRelation } from '../../grammar/tree.ts';
import type { EventTree } from '../event-tree.ts';
import type { Arguments, Phrase } from './arguments.ts';

/**
 * What stands around a verb in the order of the words, for when the tree shows no object: the noun
 * chunk right behind it, and the phrases with prepositions behind that, up to the next verb.
 */
export function nearArguments(tree: EventTree, { at, doers }: Arguments): Arguments {
  const { words, tokens } = tree;
  const phrases: Phrase[] = [];
  const objects: number[] = [];
  let prep = '';
  let chunk = -1;
  const close = () => {
    if (chunk >= 0 && prep !== '') phrases.push({ prep, at: chunk, deep: false });
    else if (chunk >= 0 && phrases.length === 0) objects.push(chunk);
    chunk = -1;
  };
  for (let here = at + 1; here < words.length && !isStop(tree, here); here++) {
    const { upos } = tokens[here];
    if (upos === 'ADP' || upos === 'SCONJ') {
      close();
      prep = words[here];
    } else if (isNoun(tree, here)) chunk = here;
    else if (upos === 'ADV' || (upos === 'PUNCT' && words[here] !== '-')) {
      close();
      // A bare noun behind a comma starts something else: `jailed a year ago, officials said`.
      if (words[here] === ',' && phrases.length > 0) prep = '';
    }
  }
  close();
  return { at, passive: false, doers, objects: objects.slice(0, 1), phrases };
}

function isStop(tree: EventTree, here: number): boolean {
  const { words, tokens, grammar } = tree;
  if (/^[;:]$/.test(words[here]) || grammar.complementisers.has(words[here])) return true;
  if (/^W(DT|P)/.test(tokens[here].xpos)) return true;
  return !isNoun(tree, here) && /^(VBD|VBZ|VBP|MD)$/.test(tokens[here].xpos);
}

/** A noun by its tag, or an adjective that stands for one. */
function isNoun(tree: EventTree, here: number): boolean {
  const { upos } = tree.tokens[here];
  if (/^(NOUN|PROPN)$/.test(upos)) return true;
  // `from the Corlander to the Belmarkian sector`: the adjective stands alone.
  const alone = upos === 'ADJ' && tree.mentions[here] !== undefined;
  return alone && isRelation(tree, here, ['obl', 'nmod', 'obj']);
}
