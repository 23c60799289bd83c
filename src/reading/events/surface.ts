import { type Clause, relation } from './clause.ts';
import type { VerbFeatures } from './match-verb.ts';

const mostWords = 24;

/**
 * What stands around a verb in the order of the words, for when the tree shows no object: the noun
 * chunk right behind it, and the phrases with prepositions behind that, up to the next verb.
 */
export function surfaceFeatures(
  clause: Clause,
  at: number,
  subjects: readonly number[],
): VerbFeatures {
  const { words } = clause.tree;
  const phrases: { prep: string; at: number; deep: boolean }[] = [];
  const objects: number[] = [];
  let prep = '';
  let chunk = -1;
  const close = () => {
    if (chunk >= 0 && prep === '' && phrases.length === 0) objects.push(chunk);
    else if (chunk >= 0 && prep !== '') phrases.push({ prep, at: chunk, deep: false });
    chunk = -1;
  };
  const end = Math.min(words.length, at + 1 + mostWords);
  for (let here = at + 1; here < end; here++) {
    if (isStop(clause, here)) break;
    if (clause.pos[here] === 'ADP' || clause.pos[here] === 'SCONJ') {
      close();
      prep = words[here];
    } else if (isNoun(clause, here)) chunk = here;
    else if (clause.pos[here] === 'PUNCT' && words[here] !== '-') {
      close();
      // A bare noun behind a comma starts something else: `jailed a year ago, officials said`.
      if (words[here] === ',' && phrases.length > 0) prep = '';
    }
  }
  close();
  return { at, passive: false, objects: objects.slice(0, 1), phrases, subjects, purposes: [] };
}

function isStop(clause: Clause, here: number): boolean {
  if (/^(;|:|who|which|that)$/.test(clause.tree.words[here])) return true;
  if (isNoun(clause, here)) return false;
  return /^(VBD|VBZ|VBP|MD)$/.test(clause.tree.tokens[here].xpos);
}

/** A noun by its tag, or a word of the tables that the tagger took for something else. */
function isNoun(clause: Clause, here: number): boolean {
  if (/^(NOUN|PROPN|SYM)$/.test(clause.pos[here])) return true;
  // `from the Corlander to the Belmarkian sector`: the adjective stands alone.
  const alone = clause.pos[here] === 'ADJ' && clause.mentions[here] !== undefined;
  if (alone && /^(obl|nmod|obj)$/.test(relation(clause, here))) return true;
  const known = clause.lexicon.nounOf.get(clause.tree.words[here]);
  return known !== undefined && /^(VERB|ADJ)$/.test(clause.pos[here]);
}
