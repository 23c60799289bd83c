import { firstEndingAfter } from '../../model/span.ts';
import { longestSentence, type Syntax } from './load-syntax.ts';
import type { Sentence, Stretch, Token } from './sentence.ts';
import { splitParagraphs } from './split-paragraphs.ts';

export interface ParseOptions {
  /** Headings and page furniture: not read at all. */
  readonly skip?: readonly Stretch[];
  /** Names the tagger and parser see as one word; they come back as their words. */
  readonly names?: readonly Stretch[];
}

/** A word as the parser sees it: one token, or the tokens `from` to `until` of a known name. */
interface Unit extends Stretch {
  readonly from: number;
  readonly until: number;
}

/**
 * Reads a text into sentences of tagged words with their heads. Offsets are UTF-16 code units
 * into `text` itself; no input makes it throw.
 */
export function parseText(text: string, syntax: Syntax, options: ParseOptions = {}): Sentence[] {
  const names = inOrder(options.names ?? []);
  const sentences: Sentence[] = [];
  for (const region of regionsOf(text, options.skip ?? [])) {
    for (const paragraph of splitParagraphs(text, region.start, region.end)) {
      const tokens = syntax.tokenise(text, paragraph.start, paragraph.end);
      const units = collapse(tokens, names);
      let from = 0;
      for (const end of syntax.splitSentences(text, units)) {
        while (from < end) {
          const until = Math.min(end, from + longestSentence);
          const sentence = parseUnits(text, tokens, units.slice(from, until), syntax);
          sentences.push(until < end ? { ...sentence, cut: true } : sentence);
          from = until;
        }
      }
    }
  }
  return sentences;
}

/** By start, longest first; empty ones and ones inside or across an earlier one are left out. */
function inOrder(stretches: readonly Stretch[]): Stretch[] {
  const sorted = [...stretches].sort((a, b) => a.start - b.start || b.end - a.end);
  const chosen: Stretch[] = [];
  let last = 0;
  for (const stretch of sorted) {
    if (stretch.start < last || stretch.end <= stretch.start) continue;
    chosen.push(stretch);
    last = stretch.end;
  }
  return chosen;
}

/** The text less what is skipped. */
function regionsOf(text: string, skip: readonly Stretch[]): Stretch[] {
  const regions: Stretch[] = [];
  let from = 0;
  for (const hole of [...skip].sort((a, b) => a.start - b.start)) {
    if (hole.end <= hole.start) continue;
    if (hole.start > from) regions.push({ start: from, end: Math.min(hole.start, text.length) });
    from = Math.max(from, hole.end);
    if (from >= text.length) break;
  }
  if (from < text.length) regions.push({ start: from, end: text.length });
  return regions;
}

/** Tokens that together make up a name become one unit; a name that cuts a token is ignored. */
function collapse(tokens: readonly Stretch[], names: readonly Stretch[]): Unit[] {
  const units: Unit[] = [];
  let name = firstEndingAfter(names, tokens.length === 0 ? 0 : tokens[0].start);
  for (let at = 0; at < tokens.length; ) {
    while (name < names.length && names[name].start < tokens[at].start) name++;
    let until = at + 1;
    if (name < names.length && names[name].start === tokens[at].start) {
      while (until < tokens.length && tokens[until].end <= names[name].end) until++;
      if (tokens[until - 1].end !== names[name].end) until = at + 1;
    }
    const { start } = tokens[at];
    units.push({ start, end: tokens[until - 1].end, from: at, until });
    at = until;
  }
  return units;
}

function parseUnits(
  text: string,
  tokens: readonly Stretch[],
  units: readonly Unit[],
  syntax: Syntax,
): Sentence {
  // A name is seen as its last word: the surname, the noun a title ends with.
  const forms = units.map((unit) => {
    const last = tokens[unit.until - 1];
    return text.slice(last.start, last.end);
  });
  const found = syntax.analyse(forms);
  const first = units[0].from;
  const words: Token[] = [];
  units.forEach((unit, at) => {
    const head = found.heads[at] < 0 ? -1 : units[found.heads[at]].from - first;
    const deprel = found.deprels[at];
    const confidence = found.confidences[at];
    if (unit.until === unit.from + 1) {
      const { upos, xpos } = { upos: found.upos[at], xpos: found.xpos[at] };
      const lemma = found.lemmas[at];
      words.push({ start: unit.start, end: unit.end, lemma, upos, xpos, head, deprel, confidence });
      return;
    }
    for (let place = unit.from; place < unit.until; place++) {
      const { start, end } = tokens[place];
      const tags = syntax.tagInName(text.slice(start, end));
      const arc =
        place === unit.from
          ? { head, deprel, confidence }
          : { head: unit.from - first, deprel: tags.deprel, confidence: 1 };
      const lemma = syntax.lemmaOf(text.slice(start, end), tags.xpos);
      words.push({ start, end, lemma, upos: tags.upos, xpos: tags.xpos, ...arc });
    }
  });
  return { start: units[0].start, end: units[units.length - 1].end, tokens: words };
}
