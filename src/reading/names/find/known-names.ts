import { contains, type Day } from '../../../base/day.ts';
import { longestMatch, type WordTrie } from '../word-trie.ts';
import { type NameDraft, personDraft } from './name-draft.ts';
import type { NameEntry } from './name-index.ts';
import type { Run, Scan } from './scan.ts';

/** Longest match of all known names, from left to right. */
export function matchKnownNames(scan: Scan, names: WordTrie<NameEntry>): NameDraft[] {
  const { forms, lower, words, lexicon } = scan;
  const calm = words.map(({ form, capital }) => (capital ? calmed(form) : form));
  const stop = (at: number) => startsParagraph(scan, at);
  const drafts: NameDraft[] = [];
  for (let at = 0; at < forms.length; at++) {
    if (!words[at].capital) continue;
    const shouted = forms[at].length > 3 && calm[at] !== forms[at];
    const found =
      longestMatch(names, forms, at, stop) ??
      (shouted ? longestMatch(names, calm, at, stop) : undefined);
    const behindArticle = lexicon.words.definiteArticles.has(lower[at - 1]);
    const possible = found?.entries.filter(({ article }) => !article || behindArticle) ?? [];
    if (found === undefined || possible.length === 0) continue;
    drafts.push(draftOf(validOn(possible, scan.published), { from: at, to: found.end }, scan));
    at = found.end - 1;
  }
  return drafts;
}

/** Words set in capitals throughout, as in `RUSSIA SIGNS PACT`, as names are written. */
function calmed(form: string): string {
  return /^\p{Lu}{2,}$/u.test(form) ? form[0] + form.slice(1).toLowerCase() : form;
}

function startsParagraph({ text, words }: Scan, at: number): boolean {
  return words[at].breaks && /\n\s*\n/.test(text.slice(words[at - 1].end, words[at].start));
}

/** Of the things that a name may stand for one that is no known kind is meant, then the first. */
const rank = 'state person organisation organ seat capital demonym people body place'.split(' ');

/**
 * The entries that hold on the day, without a day those that still hold; where none does, the
 * name is of the past and its last bearers are kept.
 */
function validOn(entries: readonly NameEntry[], published: Day | undefined): NameEntry[] {
  const holding = entries.filter(({ valid = {} }) =>
    published === undefined ? valid.until === undefined : contains(valid, published),
  );
  const endOf = ({ valid }: NameEntry) => valid?.until ?? '';
  const latest = entries.map(endOf).sort().at(-1);
  const kept = holding.length > 0 ? holding : entries.filter((entry) => endOf(entry) === latest);
  return kept.toSorted((a, b) => rank.indexOf(a.kind) - rank.indexOf(b.kind));
}

function draftOf(entries: readonly NameEntry[], run: Run, scan: Scan): NameDraft {
  const first = entries[0];
  if (first.kind === 'person') return personDraft(first, run, scan);
  const states = entries.flatMap(({ kind, state }) => (kind === first.kind && state ? state : []));
  const others = [...new Set(states)].filter((state) => state !== first.state);
  const seatOf = entries.find(({ kind, id }) => kind === 'seat' && id !== undefined);
  const capital = entries.find(({ kind }) => kind === 'capital');
  const { article, valid, offices, ...facts } = first.kind === 'seat' && capital ? capital : first;
  const otherStates = others.length > 0 ? others : undefined;
  return { ...run, ...facts, otherStates, organisation: seatOf?.id };
}
