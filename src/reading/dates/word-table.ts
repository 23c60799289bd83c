import type { DateWords } from '../../reference/constructions/date-lexicon.ts';
import { isDigit, type Meaning, type MeaningOf, type Member } from './lexeme.ts';

/** The constructions that may begin with one of these. */
export type OpenedBy = (members: readonly Member[]) => Omit<Meaning, 'members'>;

/**
 * Looks every word up once: what it may mean does not depend on its neighbours. `taken` are the
 * classes that rows take in, the words that they name among them.
 */
export function makeWordTable(
  { classes, forms, capitalised }: DateWords,
  taken: ReadonlySet<string>,
  openedBy: OpenedBy,
): MeaningOf {
  const shapes = Object.entries(forms).map(([of, form]) => ({
    of,
    form: new RegExp(`^(?:${form})$`),
  }));
  const listed = Object.entries(classes).flatMap(([of, byValue]) =>
    Object.entries(byValue).flatMap(([value, texts]) =>
      texts.map((text): Member => ({ of, value, words: text.split(' ') })),
    ),
  );
  const literals = [...taken].filter((of) => of.startsWith('='));
  const named = literals.map((of): Member => ({ of, value: '', words: [of.slice(1)] }));
  const capital = new Map<string, Meaning>();
  const small = new Map<string, Meaning>();
  for (const [word, all] of Map.groupBy([...listed, ...named], ({ words }) => words[0])) {
    const anywhere = all.filter(({ of }) => !capitalised.includes(of));
    capital.set(word, meaningOf(word, all));
    small.set(word, meaningOf(word, anywhere));
  }

  function meaningOf(word: string, listed: readonly Member[]): Meaning {
    const members = [...listed, ...(isDigit(word) ? membersByForm(word) : [])];
    members.sort((a, b) => b.words.length - a.words.length);
    return { members, ...openedBy(members) };
  }

  /** The groups of a form are the value; a form without groups is its own. */
  function membersByForm(word: string): Member[] {
    const matches = shapes.map(({ of, form }) => ({ of, match: form.exec(word) }));
    return matches.flatMap(({ of, match }) =>
      match ? { of, value: match.slice(1).join('') || word, words: [word] } : [],
    );
  }

  return (word, isCapital) => {
    const known = (isCapital ? capital : small).get(word);
    if (known !== undefined || !isDigit(word)) return known;
    const meaning = meaningOf(word, []);
    // Short numbers come again and again, and there are not many of them.
    if (word.length <= 4) small.set(word, meaning);
    return meaning;
  };
}
