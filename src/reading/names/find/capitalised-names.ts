import { longestMatch, type WordTrie } from '../word-trie.ts';
import type { NameDraft } from './name-draft.ts';
import type { TitleEntry } from './name-index.ts';
import { type Run, type Scan, textOf } from './scan.ts';

/** Index behind the title that begins at each word, and what it is. */
type Titles = readonly ({ end: number; entries: readonly TitleEntry[] } | undefined)[];

/**
 * Adds titles and runs of capitalised words between the known names. A run of one word is only
 * a candidate. In headlines capitals tell nothing: every word there is a run of its own.
 */
export function markCapitalised(
  scan: Scan,
  known: readonly NameDraft[],
  titleTrie: WordTrie<TitleEntry>,
): NameDraft[] {
  const breaks = (at: number) => scan.words[at].breaks;
  const titles = scan.lower.map((_, at) => longestMatch(titleTrie, scan.lower, at, breaks));
  const drafts: NameDraft[] = [];
  let at = 0;
  for (const name of [...known, undefined]) {
    const limit = name?.from ?? titles.length;
    while (at < limit) {
      const title = titles[at];
      const isTitle = title !== undefined && title.end <= limit;
      const to = isTitle ? title.end : runEnd(scan, at, limit, titles);
      if (isTitle) drafts.push(titleDraft(scan, { from: at, to }, title.entries[0]));
      else if (to > at) drafts.push(unknownDraft(scan, { from: at, to }));
      at = Math.max(to, at + 1);
    }
    if (name) drafts.push(name);
    at = name?.to ?? at;
  }
  return drafts;
}

function titleDraft(scan: Scan, run: Run, title: TitleEntry): NameDraft {
  const because = `the title ${title.title}`;
  return { ...run, kind: 'title', title, name: textOf(scan, run), role: title.office, because };
}

function unknownDraft(scan: Scan, run: Run): NameDraft {
  const name = textOf(scan, run);
  const doubt = /^\p{Lu}[\p{L}\p{M}]*$/u.test(name) ? 'single' : undefined;
  return { ...run, kind: 'unknown', name, doubt, because: 'capitalised, known to no fact' };
}

/** Index behind the run of capitalised words that begins at the word; `at` where none does. */
function runEnd(scan: Scan, at: number, limit: number, titles: Titles): number {
  const { words, forms, headline } = scan;
  if (!startsName(scan, at)) return at;
  if (headline[at]) return forms[at].length > 1 ? at + 1 : at;
  let end = isPrefix(scan, at) ? at + 3 : at + 1;
  if (end > limit) return at;
  while (end < limit && !words[end].breaks) {
    const more = nextNameWord(scan, end, at);
    if (more === 0 || end + more > limit) break;
    const title = titles[end];
    if (title && (title.end < limit ? words[title.end].capital : title.end > end + 1)) break;
    end += more;
  }
  return end;
}

/** `al-` before a name. */
function isPrefix({ forms, lower, lexicon }: Scan, at: number): boolean {
  return lexicon.words.prefixes.has(lower[at]) && forms[at + 1] === '-';
}

function startsName(scan: Scan, at: number): boolean {
  const { forms, lower, words, lexicon } = scan;
  const { notNames, openers } = lexicon.words;
  if (isPrefix(scan, at) && words[at + 2]?.capital) return true;
  if (!/^\p{Lu}/u.test(forms[at]) || notNames.has(forms[at])) return false;
  if (at > 0 && forms[at - 1] === '-' && !words[at].apart) return false;
  if (!scan.sentenceStart[at]) return true;
  // At the start of a sentence a word that the text has in lower case, too, is no name.
  return !openers.has(forms[at]) && !scan.plain.has(lower[at]);
}

/** How many words, from the one given, go on with the run: 0, or the particle with its name. */
function nextNameWord(scan: Scan, at: number, runFrom: number): number {
  const { forms } = scan;
  const { words } = scan.lexicon;
  const form = forms[at];
  const { apart } = scan.words[at];
  const following = scan.words[at + 1];
  const isName = (index: number) => (words.notNames.has(forms[index]) ? 0 : index - at + 1);
  if (/^\p{Lu}/u.test(form) && apart) return isName(at);
  if (form === '.' && forms[at - 1].length === 1 && following?.capital) return 1;
  if ((form === '-' || form === "'") && !apart && following && !following.apart) {
    if (following.capital) return 2;
    const later = at - runFrom >= 2 && following.form.length <= 5;
    return form === '-' && later && !words.hyphened.has(following.form) ? 2 : 0;
  }
  if (!apart) return 0;
  let next = at;
  while (next < at + 4 && words.particles.has(forms[next])) next++;
  return next > at && next < at + 4 && /^\p{Lu}/u.test(forms[next] ?? '') ? isName(next) : 0;
}
