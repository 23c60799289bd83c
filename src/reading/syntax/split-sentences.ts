import type { Stretch } from './sentence.ts';
import { openers, titles } from './word-lists.ts';

/**
 * Where sentences end among the tokens of one paragraph: indices one past each last token, the
 * last of them `tokens.length`. Closing quotes and brackets stay with the sentence they close.
 */
export function splitSentences(text: string, tokens: readonly Stretch[]): number[] {
  const ends: number[] = [];
  let from = 0;
  for (let at = 0; at < tokens.length - 1; at++) {
    if (at < from || !mayEnd(text, tokens[at])) continue;
    const end = takeClosers(text, tokens, at + 1);
    if (end >= tokens.length) break;
    if (!endsSentence(text, tokens, at, end)) continue;
    ends.push(end);
    from = end;
  }
  if (tokens.length > 0) ends.push(tokens.length);
  return ends;
}

function mayEnd(text: string, token: Stretch): boolean {
  const last = text[token.end - 1];
  return last === '.' || last === '!' || last === '?' || last === '…' || last === '。';
}

/** Past the quotes and brackets that close right after a stop. */
function takeClosers(text: string, tokens: readonly Stretch[], from: number): number {
  let at = from;
  while (at < tokens.length && tokens[at].start === tokens[at - 1].end) {
    const form = text.slice(tokens[at].start, tokens[at].end);
    if (/^[.!?]+$/.test(form)) at++;
    else if (/^[”’)\]»]+$/.test(form)) at++;
    else if (/^["']+$/.test(form) && /^(?:\s|$|[)\]])/.test(text.slice(tokens[at].end)[0] ?? '')) {
      at++;
    } else break;
  }
  return at;
}

function endsSentence(text: string, tokens: readonly Stretch[], at: number, end: number): boolean {
  const stop = text.slice(tokens[at].start, tokens[at].end);
  const next = text.slice(tokens[end].start, tokens[end].end);
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
  if (titles.has(body) || /^\p{L}$/u.test(body)) return false;
  if (end > at + 1) return true;
  const word = /^["“'‘([]/.test(next) && end + 1 < tokens.length ? end + 1 : end;
  return openers.has(text.slice(tokens[word].start, tokens[word].end).toLowerCase());
}
