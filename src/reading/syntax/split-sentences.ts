import type { SentenceWords } from '../../reference/words/syntax-lexicon.ts';
import { hashText } from './lexicon.ts';
import type { Stretch } from './sentence.ts';

/** Rows of the splitter's weights; features are hashed into them. */
export const splitRows = 1 << 15;
/**
 * What a place without a stop must reach to be an end: at 40, 163 of 183 such ends in the dev parts
 * of the treebanks are right; at 0, 167 of 190, but names were cut in two in news.
 */
const withoutStop = 40;
/** Features of one place. */
export const splitFeatures = 27;

/**
 * Where sentences end among the tokens of one paragraph: indices one past each last token, the
 * last of them `tokens.length`. Closing quotes and brackets stay with the sentence they close.
 */
export type SplitSentences = (text: string, tokens: readonly Stretch[]) => number[];

/**
 * Prepares it for the words of a language. With `weights`, learnt from treebanks, a place is an end
 * where its features' weights add up to enough; without, the rules alone decide.
 */
export function createSentenceSplitter(words: SentenceWords, weights?: Int16Array): SplitSentences {
  const features = new Int32Array(splitFeatures);
  return (text, tokens) => {
    const ends: number[] = [];
    const place = new SplitPlace(text, tokens, words);
    for (let end = 1; end < tokens.length; end++) {
      if (!place.moveTo(end)) continue;
      let isEnd = place.byRule;
      if (weights !== undefined) {
        place.fill(features);
        let sum = 0;
        for (const feature of features) sum += weights[feature];
        isEnd = sum > (place.byRule ? 0 : withoutStop);
      }
      if (!isEnd) continue;
      ends.push(end);
      place.open(end);
    }
    if (tokens.length > 0) ends.push(tokens.length);
    return ends;
  };
}

/** A place between two tokens, seen by the rules and by the learnt splitter alike. */
export class SplitPlace {
  /** What the rules say of this place. */
  byRule = false;
  private readonly text: string;
  private readonly tokens: readonly Stretch[];
  private readonly words: SentenceWords;
  private end = 0;
  private from = 0;
  /** Quotes and brackets left open before the place. */
  private quotes = 0;
  private brackets = 0;
  private read = 0;
  /** Where the last bracket was opened; small words and verbs of the sentence so far. */
  private openedAt = 0;
  private smallWords = 0;
  private verbs = 0;

  constructor(text: string, tokens: readonly Stretch[], words: SentenceWords) {
    this.text = text;
    this.tokens = tokens;
    this.words = words;
  }

  /** Goes to the place before token `end`; false where no sentence can end. */
  moveTo(end: number): boolean {
    for (; this.read < end; this.read++) this.count(this.form(this.read), this.read);
    this.end = end;
    const next = this.tokens[end];
    const code = this.text.charCodeAt(next.start);
    const small = code >= 0x61 && code <= 0x7a;
    const last = this.text.charCodeAt(this.tokens[end - 1].end - 1);
    const stops = last < 0x30 || (last > 0x39 && last < 0x41) || last > 0x7a;
    if (small && !stops) return false;
    if (/^[,;:)\]”’»%]/.test(this.form(end))) return false;
    const stop = this.stopBefore(end);
    this.byRule = stop >= 0 && this.endsSentence(stop, end);
    return true;
  }

  /** A sentence opens at token `end`. */
  open(end: number): void {
    this.from = end;
    this.quotes = 0;
    this.brackets = 0;
    this.smallWords = 0;
    this.verbs = 0;
  }

  /** Row numbers of the features of this place. */
  fill(into: Int32Array): void {
    const { end } = this;
    const last = this.low(end - 1);
    const next = this.low(end);
    const before = this.low(end - 2);
    const lastShape = this.shape(end - 1);
    const nextShape = this.shape(end);
    const beforeShape = this.shape(end - 2);
    const afterShape = this.shape(end + 1);
    const gap = this.tokens[end].start === this.tokens[end - 1].end ? 1 : 2;
    const state = Math.min(this.quotes, 2) * 3 + Math.min(this.brackets, 2);
    const length = Math.min(Math.floor(Math.log2(end - this.from + 1)), 6);
    const rule = this.byRule ? 1 : 0;
    let k = 0;
    const add = (kind: number, a: number, b = 0, c = 0) => {
      into[k++] = mix(kind, a, b, c);
    };
    add(1, rule);
    add(2, last);
    add(3, next);
    add(4, last, nextShape, gap);
    add(5, last, next);
    add(6, before, last);
    add(7, lastShape, nextShape, gap);
    add(8, beforeShape, last, nextShape);
    add(9, rule, state, gap);
    add(10, rule, length);
    add(11, rule, last, nextShape);
    add(12, rule, next);
    add(13, last, state, nextShape);
    add(14, nextShape, afterShape, last);
    add(15, before, lastShape, next);
    add(16, lastShape, next, length);
    add(17, last, length);
    add(18, rule, beforeShape, lastShape);
    add(19, this.low(end + 1), nextShape, rule);
    add(20, state, lastShape, nextShape);
    const opened = this.openedAt <= this.from + 1 ? 1 : 0;
    add(21 + Math.imul(nextShape, 1000), last, opened, rule);
    add(22, last, nextShape, (this.smallWords > 0 ? 1 : 0) + (this.verbs > 0 ? 2 : 0));
    add(23 + Math.imul(nextShape, 1000), this.shape(this.from), length, lastShape);
    add(24, this.low(this.from), last, nextShape);
    add(25, this.low(end + 1), next, last);
    add(26, this.low(end - 3), before, last);
    add(27 + Math.imul(afterShape, 1000), beforeShape, lastShape, nextShape);
  }

  private form(at: number): string {
    const token = this.tokens[at];
    return token === undefined ? '' : this.text.slice(token.start, token.end);
  }

  private low(at: number): number {
    return hashText(this.form(at).toLowerCase());
  }

  /** First sign's kind, length up to four, last sign's kind. */
  private shape(at: number): number {
    const form = this.form(at);
    if (form === '') return 0;
    return kindOf(form, 0) * 50 + Math.min(form.length, 4) * 10 + kindOf(form, form.length - 1);
  }

  private count(form: string, at: number): void {
    if (form === '(' || form === '[') this.openedAt = at;
    if (/^[a-z]/.test(form)) this.smallWords++;
    if (this.words.verbs.has(form.toLowerCase())) this.verbs++;
    if (form === '“') this.quotes++;
    else if (form === '”') this.quotes = Math.max(0, this.quotes - 1);
    else if (form === '"') this.quotes = this.quotes > 0 ? this.quotes - 1 : 1;
    else if (form === '(' || form === '[') this.brackets++;
    else if (form === ')' || form === ']') this.brackets = Math.max(0, this.brackets - 1);
  }

  /** The token that may end a sentence, with nothing but closers between it and `end`; or -1. */
  private stopBefore(end: number): number {
    let at = end - 1;
    while (at >= this.from && at > end - 6 && this.closes(at)) at--;
    if (at < this.from) return -1;
    const last = this.text[this.tokens[at].end - 1];
    return last === '.' || last === '!' || last === '?' || last === '…' || last === '。' ? at : -1;
  }

  /** Rules: what stands at `at` ends the sentence before token `end`. */
  private endsSentence(at: number, end: number): boolean {
    const { text, tokens, words } = this;
    const stop = this.form(at);
    const next = this.form(end);
    const glued = tokens[end].start === tokens[end - 1].end;
    const opens = /^[\p{Lu}\p{Lt}\p{Lo}]/u.test(next);
    if (glued && !(opens && stop === '.')) return false;
    if (/^\p{Ll}/u.test(next)) return false;
    if (/^[,;:)\]”’»%–—-]/u.test(next)) return false;
    const body = stop.slice(0, -1).toLowerCase();
    const isAbbreviation = stop.length > 1 && /\p{L}\.$/u.test(stop);
    if (!isAbbreviation) {
      if (/^\.{2,}$|^…$/.test(stop)) return opens || /^[“"'‘([]/.test(next);
      return true;
    }
    if (words.beforeNames.has(body) || /^\p{L}$/u.test(body)) return false;
    if (end > at + 1) return true;
    const first = /^["“'‘([]/.test(next) && end + 1 < tokens.length ? end + 1 : end;
    return words.openers.has(text.slice(tokens[first].start, tokens[first].end).toLowerCase());
  }

  private closes(at: number): boolean {
    const { start, end } = this.tokens[at];
    if (at === 0 || start !== this.tokens[at - 1].end) return false;
    const form = this.text.slice(start, end);
    if (/^[”’)\]»]+$/.test(form)) return true;
    if (!/^["']+$/.test(form)) return false;
    const after = this.text[end];
    return after === undefined || /[\s)\]]/.test(after);
  }
}

function kindOf(form: string, at: number): number {
  const code = form.charCodeAt(at);
  if (code >= 0x61 && code <= 0x7a) return 1;
  if (code >= 0x41 && code <= 0x5a) return 2;
  if (code >= 0x30 && code <= 0x39) return 3;
  if (code === 0x2e || code === 0x21 || code === 0x3f) return 4;
  if (code > 0x7f) return /\p{Lu}/u.test(form[at]) ? 2 : /\p{L}/u.test(form[at]) ? 1 : 6;
  return 5;
}

function mix(kind: number, a: number, b: number, c: number): number {
  let hash = Math.imul(kind, 0x9e3779b1) ^ a;
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) ^ b;
  hash = Math.imul(hash ^ (hash >>> 13), 0x297a2d39) ^ c;
  hash = Math.imul(hash ^ (hash >>> 14), 0x5bd1e995);
  return (hash ^ (hash >>> 15)) & (splitRows - 1);
}
