import type { Choice, Part, Sequence } from '../../reference/constructions/date-pattern.ts';
import { composedClasses } from './counts.ts';
import type { Lexeme, Meaning } from './lexeme.ts';

/** The words of a paragraph, and what is matched so far. */
export interface Scan {
  readonly words: readonly Lexeme[];
  /** Where the expression begins. */
  readonly from: number;
  /** Slots and their values in turn; the last one of a name counts. */
  readonly filled: string[];
}

/** The index behind what matches from `at`, or `miss`. */
export type Matcher = (scan: Scan, at: number) => number;

export const miss = -1;
/** How many words in front of an expression a pattern may look at. */
const mostBefore = 3;

/**
 * Compiles a pattern into functions, each of which knows the one that follows it, so that matching
 * allocates nothing. What stands before the expression is looked at last: it rarely decides.
 */
export function compile(pattern: Sequence): Matcher {
  const opens = pattern.findIndex((part) => !isBeside(part));
  const before = pattern.slice(0, opens).filter(isBeside);
  return chain(pattern.slice(opens), before.reduceRight(compileBefore, here));
}

const here: Matcher = (_, at) => at;

function isBeside(part: Part): part is Choice {
  return 'options' in part && part.beside !== undefined;
}

function chain(sequence: Sequence, next: Matcher): Matcher {
  return sequence.reduceRight(compilePart, next);
}

function compilePart(next: Matcher, part: Part): Matcher {
  if (!('options' in part)) {
    return firstOf(part.classes.map((name) => compileClass(name, part.slot, next)));
  }
  const { options, beside } = part;
  if (beside === undefined) return firstOf(options.map((option) => chain(option, next)));
  const stands = firstOf(options.map((option) => chain(option, here)));
  return (scan, at) => ((stands(scan, at) !== miss) === beside ? next(scan, at) : miss);
}

/** What stands before: looked for in the few words that end where the expression begins. */
function compileBefore(next: Matcher, { options, beside }: Choice): Matcher {
  const stands = firstOf(options.map((option) => chain(option, here)));
  return (scan, at) => {
    const first = Math.max(0, scan.from - mostBefore);
    let from = scan.from - 1;
    while (from >= first && stands(scan, from) !== scan.from) from--;
    return from >= first === beside ? next(scan, at) : miss;
  };
}

function firstOf(options: readonly Matcher[]): Matcher {
  if (options.length === 1) return options[0];
  return (scan, at) => {
    for (const option of options) {
      const until = option(scan, at);
      if (until !== miss) return until;
    }
    return miss;
  };
}

/** Members of more words are tried before those of fewer, listed ones before composed ones. */
function compileClass(name: string, slot: string, next: Matcher): Matcher {
  if (name.startsWith('=')) {
    const word = name.slice(1);
    return (scan, at) => (scan.words[at]?.word === word ? next(scan, at + 1) : miss);
  }
  const composed = composedClasses[name];
  const fill = (scan: Scan, value: string, until: number) => {
    const before = scan.filled.length;
    scan.filled.push(slot, value);
    const end = next(scan, until);
    if (end === miss) scan.filled.length = before;
    return end;
  };
  return (scan, at) => {
    const { words } = scan;
    for (const member of words[at]?.meaning?.members ?? none) {
      const { length } = member.words;
      if (member.of !== name || (length > 1 && !standsAt(member.words, words, at))) continue;
      const end = fill(scan, member.value, at + length);
      if (end !== miss) return end;
    }
    const found = composed?.read(words, at);
    return found ? fill(scan, found.value, found.until) : miss;
  };
}

const none: readonly never[] = [];

/** Whether these words stand in the text from `at`. */
export function standsAt(phrase: readonly string[], words: readonly Lexeme[], at: number): boolean {
  return phrase.every((word, i) => words[at + i]?.word === word);
}

/** What a sequence takes in: which classes may begin it, which occur, how few words suffice. */
export interface Outline {
  readonly opens: readonly string[];
  readonly takes: readonly string[];
  readonly fewest: number;
}

export function outlineOf(sequence: Sequence): Outline {
  const parts = sequence.filter((part) => !isBeside(part)).map(outlinesOf);
  const optional = parts.findIndex((options) => options.every(({ fewest }) => fewest > 0));
  const first = optional < 0 ? parts : parts.slice(0, optional + 1);
  return {
    opens: first.flat().flatMap(({ opens }) => opens),
    takes: parts.flat().flatMap(({ takes }) => takes),
    fewest: parts.reduce((sum, options) => sum + Math.min(...options.map((o) => o.fewest)), 0),
  };
}

/** Whether a word, with another behind it, may begin what a pattern takes in. */
export function mayBegin(pattern: Sequence, first: Meaning, second: Meaning): boolean {
  return first.members.some(({ of, words }) => {
    if (words.length > 1) return second.members.some((member) => member.of === `=${words[1]}`);
    const rests = restsOf(pattern, of).map(outlineOf);
    return rests.some(({ opens, fewest }) => {
      return fewest === 0 || second.members.some((member) => opens.includes(member.of));
    });
  });
}

/** What is left of a sequence behind one word of a class; nothing is said of composed classes. */
function restsOf([part, ...rest]: Sequence, name: string): Sequence[] {
  if (part === undefined) return [];
  if ('options' in part) {
    if (part.beside !== undefined) return restsOf(rest, name);
    return part.options.flatMap((option) => restsOf([...option, ...rest], name));
  }
  if (part.classes.some((composed) => composedClasses[composed]?.parts.includes(name))) return [[]];
  return part.classes.includes(name) ? [rest] : [];
}

function outlinesOf(part: Part): Outline[] {
  if ('options' in part) return part.options.map(outlineOf);
  const names = part.classes.flatMap((name) => [name, ...(composedClasses[name]?.parts ?? [])]);
  return [{ opens: names, takes: names, fewest: 1 }];
}
