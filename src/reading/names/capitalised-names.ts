import type { NameDraft, Scan } from './known-names.ts';
import { type TitleIndex, titleAt } from './title-index.ts';

/** What the lexicon says about words in capitals. */
export interface CapitalWords {
  readonly particles: ReadonlySet<string>;
  readonly notNames: ReadonlySet<string>;
  readonly openers: ReadonlySet<string>;
  readonly hyphened: ReadonlySet<string>;
}

/**
 * Adds titles and runs of capitalised words between the known names. A run of one word is only
 * a candidate. In headlines capitals tell nothing: every word there is a run of its own.
 */
export function markCapitalised(
  scan: Scan,
  known: readonly NameDraft[],
  lexicon: CapitalWords & { readonly titles: TitleIndex },
): NameDraft[] {
  const drafts: NameDraft[] = [];
  const lower = new Set(scan.forms.filter((form) => form === form.toLowerCase()));
  let at = 0;
  for (const name of [...known, undefined]) {
    const limit = name?.from ?? scan.words.length;
    while (at < limit) {
      const title = titleBefore(scan, at, limit, lexicon.titles);
      if (title) {
        drafts.push(title);
        at = title.to;
        continue;
      }
      const end = runEnd(scan, at, limit, lexicon, lower);
      if (end > at) drafts.push(unknownDraft(scan, at, end));
      at = Math.max(end, at + 1);
    }
    if (name) {
      drafts.push(name);
      at = name.to;
    }
  }
  return drafts;
}

function titleBefore(
  scan: Scan,
  at: number,
  limit: number,
  titles: TitleIndex,
): NameDraft | undefined {
  const found = titleAt(titles, scan.words, at);
  if (found === undefined || found.end > limit) return undefined;
  const { entry } = found;
  return {
    from: at,
    to: found.end,
    kind: 'title',
    title: entry,
    name: scan.text.slice(scan.words[at].start, scan.words[found.end - 1].end),
    role: entry.office,
    because: `the title ${entry.title}`,
  };
}

function unknownDraft(scan: Scan, from: number, to: number): NameDraft {
  const name = scan.text.slice(scan.words[from].start, scan.words[to - 1].end);
  const single = /^\p{Lu}[\p{L}\p{M}]*$/u.test(name) ? ({ single: true } as const) : {};
  return { from, to, kind: 'unknown', name, ...single, because: 'capitalised, known to no fact' };
}

/** Index behind the run of capitalised words that begins at the word; `at` where none does. */
function runEnd(
  scan: Scan,
  at: number,
  limit: number,
  lexicon: CapitalWords & { readonly titles: TitleIndex },
  lower: ReadonlySet<string>,
): number {
  const { words, forms } = scan;
  if (!startsName(scan, at, lexicon, lower)) return at;
  if (scan.headline[at]) return forms[at].length > 1 ? at + 1 : at;
  let end = /^(al|el)$/.test(forms[at].toLowerCase()) && forms[at + 1] === '-' ? at + 3 : at + 1;
  if (end > limit) return at;
  while (end < limit && !words[end].breaks) {
    const more = nextNameWord(scan, end, at, lexicon);
    if (more === 0 || end + more > limit) break;
    const title = titleAt(lexicon.titles, words, end);
    if (title && (title.end < limit ? words[title.end].capital : title.end > end + 1)) break;
    end += more;
  }
  return end;
}

function startsName(
  scan: Scan,
  at: number,
  lexicon: CapitalWords,
  lower: ReadonlySet<string>,
): boolean {
  const { words, forms } = scan;
  const form = forms[at];
  const prefixed = /^(al|el)$/i.test(form) && forms[at + 1] === '-' && words[at + 2]?.capital;
  if (prefixed) return true;
  if (!/^\p{Lu}/u.test(form) || lexicon.notNames.has(form)) return false;
  if (at > 0 && forms[at - 1] === '-' && !words[at].apart) return false;
  if (!scan.sentenceStart[at]) return true;
  return !lexicon.openers.has(form) && !lower.has(form.toLowerCase());
}

/** How many words, from the one given, go on with the run: 0, or the particle with its name. */
function nextNameWord(scan: Scan, at: number, runFrom: number, lexicon: CapitalWords): number {
  const { words, forms } = scan;
  const form = forms[at];
  const following = words[at + 1];
  if (/^\p{Lu}/u.test(form) && words[at].apart) return lexicon.notNames.has(form) ? 0 : 1;
  if (form === '.' && forms[at - 1].length === 1 && following?.capital) return 1;
  if ((form === '-' || form === "'") && !words[at].apart && following && !following.apart) {
    if (following.capital) return 2;
    const later = at - runFrom >= 2 && following.form.length <= 5;
    return form === '-' && later && !lexicon.hyphened.has(following.form) ? 2 : 0;
  }
  if (!lexicon.particles.has(form) || !words[at].apart) return 0;
  for (let next = at + 1; next < Math.min(at + 4, words.length); next++) {
    if (/^\p{Lu}/u.test(forms[next])) return lexicon.notNames.has(forms[next]) ? 0 : next - at + 1;
    if (!lexicon.particles.has(forms[next])) return 0;
  }
  return 0;
}
