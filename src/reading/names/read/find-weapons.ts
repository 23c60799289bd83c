import type { Mention } from '../../../model/reading.ts';
import { makeSpan } from '../../../model/span.ts';
import type { ActorWords } from '../../../reference/actor-lexicon.ts';
import { formOf } from '../../grammar/phrase.ts';
import type { Tree } from '../../grammar/tree.ts';

/** Finds weapons and war material by their nouns and type names: `ballistic missiles`, `F-16s`. */
export function findWeapons(tree: Tree, words: ActorWords): Mention[] {
  const found: Mention[] = [];
  for (let at = 0; at < tree.tokens.length; at++) {
    const isHead = isNoun(tree, at, words.weaponNouns);
    if (!isHead && !isType(tree, at, words)) continue;
    let from = at;
    while (from > 0 && isKind(tree, from - 1, words)) from--;
    while (from < at && /^(-|\d+)$/.test(tree.words[from])) from++;
    let to = at;
    while (goesOn(tree, to + 1, words)) to++;
    const lemma = tree.tokens[at].lemma.toLowerCase();
    if (from === to && words.ambiguousWeapons.has(lemma)) continue;
    const span = makeSpan(tree.text, tree.tokens[from].start, tree.tokens[to].end);
    found.push({ ...span, kind: 'weapon', because: `named by "${formOf(tree, at)}"` });
    at = to;
  }
  return found;
}

function isNoun(tree: Tree, at: number, nouns: ReadonlySet<string>): boolean {
  const { lemma, upos } = tree.tokens[at];
  return (upos === 'NOUN' || upos === 'PROPN') && nouns.has(lemma.toLowerCase());
}

function isType(tree: Tree, at: number, { weaponTypes, numberedTypes }: ActorWords): boolean {
  const form = formOf(tree, at);
  const numbered = () =>
    /^-?\d/.test(tree.text.slice(tree.tokens[at].end, tree.tokens[at].end + 2));
  return weaponTypes.has(form) && (!numberedTypes.has(form) || numbered());
}

function isKind(tree: Tree, at: number, words: ActorWords): boolean {
  const form = tree.words[at];
  const isNumber = /^(-|\d+s?)$/.test(form);
  return (
    isNumber ||
    words.weaponKinds.has(form) ||
    words.weaponNouns.has(form) ||
    isType(tree, at, words)
  );
}

/** Digits of a type, and a further weapon noun: `F-16 fighter jets`, `missile systems`. */
function goesOn(tree: Tree, at: number, { weaponNouns, weaponTails }: ActorWords): boolean {
  if (at >= tree.tokens.length) return false;
  const touches = tree.tokens[at].start === tree.tokens[at - 1].end;
  if (touches && /^(-|\d+\w?s?|-\d+\w*)$/.test(formOf(tree, at))) return true;
  const { upos, lemma } = tree.tokens[at];
  const noun = lemma.toLowerCase();
  return upos === 'NOUN' && (weaponNouns.has(noun) || weaponTails.has(noun));
}
