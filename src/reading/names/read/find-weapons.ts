import type { Mention } from '../../../model/reading.ts';
import { makeSpan } from '../../../model/span.ts';
import type { ActorWords } from '../../../reference/words/actor-lexicon.ts';
import { formOf } from '../../grammar/phrase.ts';
import type { Tree } from '../../grammar/tree.ts';

/** Finds weapons and war material by their nouns and type names: `ballistic missiles`, `F-16s`. */
export function findWeapons(tree: Tree, words: ActorWords): Mention[] {
  const { weaponNouns, ambiguousWeapons } = words;
  const found: Mention[] = [];
  for (let at = 0; at < tree.tokens.length; at++) {
    if (!weaponNouns.has(nounAt(tree, at)) && !isType(tree, at, words)) continue;
    let from = at;
    while (from > 0 && isKind(tree, from - 1, words)) from--;
    while (from < at && /^(-|\d+)$/.test(tree.words[from])) from++;
    let to = at;
    while (to + 1 < tree.tokens.length && goesOn(tree, to + 1, words)) to++;
    if (from === to && ambiguousWeapons.has(nounAt(tree, at))) continue;
    const span = makeSpan(tree.text, tree.tokens[from].start, tree.tokens[to].end);
    found.push({ ...span, kind: 'weapon', because: `named by "${formOf(tree, at)}"` });
    at = to;
  }
  return found;
}

function nounAt(tree: Tree, at: number): string {
  const { lemma, upos } = tree.tokens[at];
  return upos === 'NOUN' || upos === 'PROPN' ? lemma.toLowerCase() : '';
}

function isType(tree: Tree, at: number, { weaponTypes, numberedTypes }: ActorWords): boolean {
  const form = formOf(tree, at);
  const { end } = tree.tokens[at];
  if (!weaponTypes.has(form)) return false;
  return !numberedTypes.has(form) || /^-?\d/.test(tree.text.slice(end, end + 2));
}

function isKind(tree: Tree, at: number, words: ActorWords): boolean {
  const form = tree.words[at];
  const isWord = words.weaponKinds.has(form) || words.weaponNouns.has(form);
  return isWord || /^(-|\d+s?)$/.test(form) || isType(tree, at, words);
}

/** Digits of a type, and a further weapon noun: `F-16 fighter jets`, `missile systems`. */
function goesOn(tree: Tree, at: number, { weaponNouns, weaponTails }: ActorWords): boolean {
  const touches = tree.tokens[at].start === tree.tokens[at - 1].end;
  if (touches && /^(-|\d+\w?s?|-\d+\w*)$/.test(formOf(tree, at))) return true;
  const noun = tree.tokens[at].upos === 'NOUN' ? nounAt(tree, at) : '';
  return weaponNouns.has(noun) || weaponTails.has(noun);
}
