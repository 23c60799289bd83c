import type { Mention } from '../../model/reading.ts';
import { makeSpan } from '../../model/span.ts';
import type { ActorWords } from '../../reference/actor-lexicon.ts';
import { formOf, lowerForm } from '../grammar/phrase.ts';
import type { Tree } from '../grammar/tree.ts';

/** Finds weapons and war material by their nouns and type names: `ballistic missiles`, `F-16s`. */
export type FindWeapons = (tree: Tree) => Mention[];

export function createWeaponFinder(words: ActorWords): FindWeapons {
  const heads = new Set(words.weaponNouns);
  const needsKind = new Set(words.ambiguousWeapons);
  const kinds = new Set(words.weaponKinds);
  const types = new Set(words.weaponTypes);
  const needsDigits = new Set(words.numberedTypes);
  const isType = (tree: Tree, at: number) => {
    const form = formOf(tree, at);
    if (!types.has(form)) return false;
    return !needsDigits.has(form) || /^-?\d/.test(tree.text.slice(tree.tokens[at].end));
  };
  const isKind = (tree: Tree, at: number) => {
    const form = lowerForm(tree, at);
    return kinds.has(form) || /^(-|\d+s?)$/.test(form) || isType(tree, at) || heads.has(form);
  };
  return (tree) => {
    const found: Mention[] = [];
    for (let at = 0; at < tree.tokens.length; at++) {
      const { lemma, upos } = tree.tokens[at];
      const noun = upos === 'NOUN' || upos === 'PROPN';
      const head = noun && heads.has(lemma.toLowerCase());
      if (!head && !isType(tree, at)) continue;
      let from = at;
      while (from > 0 && isKind(tree, from - 1)) from--;
      while (from < at && /^(-|\d+)$/.test(formOf(tree, from))) from++;
      let to = at;
      while (to + 1 < tree.tokens.length && goesOn(tree, to + 1, heads)) to++;
      if (needsKind.has(lemma.toLowerCase()) && from === at && to === at) continue;
      const { start } = tree.tokens[from];
      const span = makeSpan(tree.text, start, tree.tokens[to].end);
      found.push({ ...span, kind: 'weapon', because: `named by "${formOf(tree, at)}"` });
      at = to;
    }
    return found;
  };
}

/** Digits of a type, and a further weapon noun: `F-16 fighter jets`, `missile systems`. */
function goesOn(tree: Tree, at: number, heads: ReadonlySet<string>): boolean {
  const touches = tree.tokens[at].start === tree.tokens[at - 1].end;
  if (touches && /^(-|\d+\w?s?|-\d+\w*)$/.test(formOf(tree, at))) return true;
  const lemma = tree.tokens[at].lemma.toLowerCase();
  return (
    tree.tokens[at].upos === 'NOUN' &&
    (heads.has(lemma) || /^(jet|system|technology|head)$/.test(lemma))
  );
}
