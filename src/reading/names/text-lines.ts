import type { Word } from './scan-words.ts';

/** Where sentences begin and which lines are set in capitals, by word index. */
export interface LineMarks {
  readonly sentenceStart: readonly boolean[];
  /** The word stands in a line whose words are nearly all capitalised: a headline. */
  readonly headline: readonly boolean[];
}

const closers = new Set(['.', '!', '?', ':', ';', '•', '—', '–']);
const openers = new Set(['"', '“', '‘', "'", '(', '[', '«']);

/** Capitals tell a name only inside sentences; this says where they tell nothing. */
export function markLines(words: readonly Word[]): LineMarks {
  const sentenceStart: boolean[] = [];
  const headline: boolean[] = new Array(words.length).fill(false);
  let starts = true;
  let lineFrom = 0;
  for (let index = 0; index < words.length; index++) {
    const word = words[index];
    if (word.breaks) {
      markHeadline(words, lineFrom, index, headline);
      lineFrom = index;
      starts = true;
    }
    sentenceStart.push(starts);
    if (openers.has(word.form)) {
      // An opening quotation mark begins a sentence of its own when white space stands before it.
      starts = starts || word.apart;
    } else starts = closers.has(word.form);
  }
  markHeadline(words, lineFrom, words.length, headline);
  return { sentenceStart, headline };
}

function markHeadline(words: readonly Word[], from: number, to: number, marks: boolean[]): void {
  let long = 0;
  let capitals = 0;
  for (let index = from; index < to; index++) {
    const { form, capital } = words[index];
    if (form.length < 4 || !/^\p{L}/u.test(form)) continue;
    long++;
    if (capital) capitals++;
  }
  const last = words[to - 1];
  if (long < 2 || capitals / long < 0.75 || last?.form === '.') return;
  marks.fill(true, from, to);
}
