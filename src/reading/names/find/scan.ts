import type { Day } from '../../../base/day.ts';
import type { ActorLexicon } from '../../../reference/words/actor-lexicon.ts';
import { scanWords, type Word } from '../scan-words.ts';

/** The raw text, cut into words, with where sentences begin and which lines are headlines. */
export interface Scan {
  /** The words of its language. */
  readonly lexicon: ActorLexicon;
  readonly text: string;
  readonly published?: Day;
  readonly words: readonly Word[];
  readonly forms: readonly string[];
  /** Forms in lower case. */
  readonly lower: readonly string[];
  /** Words that stand somewhere in lower case. */
  readonly plain: ReadonlySet<string>;
  readonly sentenceStart: readonly boolean[];
  /** The word stands in a line whose words are nearly all capitalised. */
  readonly headline: readonly boolean[];
}

/** A run of words by their indexes, `to` exclusive. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

const closers = new Set(['.', '!', '?', ':', ';', '•', '—', '–']);
const openers = new Set(['"', '“', '‘', "'", '(', '[', '«']);

/** Capitals tell a name only inside sentences: the marks say where they tell nothing. */
export function scanText(text: string, published: Day | undefined, lexicon: ActorLexicon): Scan {
  const words = scanWords(text);
  const forms = words.map(({ form }) => form);
  const lower = forms.map((form) => form.toLowerCase());
  const plain = new Set(forms.filter((form, at) => form === lower[at]));
  const sentenceStart: boolean[] = [];
  const headline = words.map(() => false);
  let starts = true;
  let line = 0;
  words.forEach(({ form, apart, breaks }, at) => {
    if (breaks) {
      if (isHeadline(words.slice(line, at))) headline.fill(true, line, at);
      line = at;
      starts = true;
    }
    sentenceStart.push(starts);
    // An opening quotation mark begins a sentence of its own when white space stands before it.
    starts = openers.has(form) ? starts || apart : closers.has(form);
  });
  if (isHeadline(words.slice(line))) headline.fill(true, line);
  return { lexicon, text, published, words, forms, lower, plain, sentenceStart, headline };
}

function isHeadline(line: readonly Word[]): boolean {
  const long = line.filter(({ form }) => form.length > 3 && /^\p{L}/u.test(form));
  const capitals = long.filter(({ capital }) => capital).length;
  return long.length > 1 && capitals / long.length >= 0.75 && line.at(-1)?.form !== '.';
}

/** The words of a run as the text has them. */
export function textOf({ text, words }: Scan, { from, to }: Run): string {
  return text.slice(words[from].start, words[to - 1].end);
}

/** What stands between two runs, its words parted by single spaces. */
export function gapBetween({ forms }: Scan, left: { to: number }, right: { from: number }): string {
  return forms.slice(left.to, right.from).join(' ');
}

/** Nothing but white space on one line stands between the two. */
export function adjacent({ words }: Scan, left: Run, right: Run): boolean {
  return left.to === right.from && words[right.from].apart && !words[right.from].breaks;
}
