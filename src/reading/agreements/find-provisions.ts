import type { ProvisionWords } from '../../reference/agreement-lexicon.ts';
import { childrenBy, hangsOn, lemmaOf, lowerForm, relationOf } from '../grammar/phrase.ts';
import type { Tree } from '../grammar/tree.ts';
import { createCooperationFinder } from './cooperation-fields.ts';
import { compilePatterns, matchPatterns, type Unit, unitsOf } from './word-pattern.ts';

/** A promise told in a sentence, before it is known of which instrument. */
export interface PromiseTold {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  /** First token of the wording. */
  readonly token: number;
  readonly trigger?: string;
  /** The sentence says that it is not promised. */
  readonly absent: boolean;
}

export type FindPromises = (tree: Tree) => PromiseTold[];

interface Wording {
  readonly type: string;
  readonly needsTrigger: boolean;
}

interface Trigger {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Finds promises by their wordings, with the trigger that goes with them. */
export function createPromiseFinder(words: ProvisionWords): FindPromises {
  const rows = words.provisions.flatMap(({ type, clause, duty }) => [
    ...clause.map((pattern) => ({ pattern, value: { type, needsTrigger: false } })),
    ...(duty ?? []).map((pattern) => ({ pattern, value: { type, needsTrigger: true } })),
  ]);
  const patterns = compilePatterns<Wording>(rows);
  const findFields = createCooperationFinder(words);
  const triggers = {
    clause: new Set(words.triggers.clause),
    phrases: words.triggers.phrases,
    acts: new Set(words.triggers.acts),
  };
  return (tree) => {
    const units = unitsOf(tree);
    const trigger = findTrigger(tree, units, triggers);
    const found: PromiseTold[] = [];
    for (const match of matchPatterns(patterns, units)) {
      const { type, needsTrigger } = match.value;
      if (needsTrigger && trigger === undefined) continue;
      const first = units[match.from];
      const { end } = units[match.to - 1];
      if (trigger && first.start >= trigger.start && needsTrigger) continue;
      found.push(
        promise(tree, { type, start: first.start, end, token: first.from }, trigger, words),
      );
    }
    for (const field of findFields(tree, units)) found.push(promise(tree, field, undefined, words));
    return withoutDoubles(found);
  };
}

function promise(
  tree: Tree,
  told: { type: string; start: number; end: number; token: number },
  trigger: Trigger | undefined,
  words: ProvisionWords,
): PromiseTold {
  const war = /^(defense|offense|neutrality|consultation)$/.test(told.type);
  const near = war && trigger !== undefined && trigger.end - told.start < 400;
  const end = near && trigger.start >= told.start ? Math.max(told.end, trigger.end) : told.end;
  return {
    ...told,
    end,
    ...(near ? { trigger: trigger.text } : {}),
    absent: isAbsent(tree, told.start, words),
  };
}

/** A word of absence stands before the promise in the same clause. */
function isAbsent(tree: Tree, start: number, words: ProvisionWords): boolean {
  const before = tree.text.slice(tree.sentence.start, start).toLowerCase();
  const clause = before.slice(
    Math.max(
      ...[';', ' but ', ':', ' while ', ' which '].map((mark) => before.lastIndexOf(mark)),
      0,
    ),
  );
  const near = clause.slice(-90);
  return words.absent.some((phrase) => {
    const at = near.lastIndexOf(phrase);
    return at >= 0 && !/, (?:and|it|they|the)\b/.test(near.slice(at));
  });
}

function findTrigger(
  tree: Tree,
  units: readonly Unit[],
  words: { clause: ReadonlySet<string>; phrases: readonly string[]; acts: ReadonlySet<string> },
): Trigger | undefined {
  for (const unit of units) {
    if (!words.clause.has(unit.form)) continue;
    const opens = unit.form !== 'were' && unit.form !== 'should';
    const inverted = unit.from === 0 || /^[,;]$/.test(lowerForm(tree, unit.from - 1));
    if (!opens && !inverted) continue;
    const found = triggerFrom(tree, unit.start, unit.form.length, words.acts);
    if (found) return found;
  }
  const lower = tree.text.slice(tree.sentence.start, tree.sentence.end).toLowerCase();
  for (const phrase of words.phrases) {
    for (let at = lower.indexOf(`${phrase} `); at >= 0; at = lower.indexOf(`${phrase} `, at + 1)) {
      const found = triggerFrom(tree, tree.sentence.start + at, phrase.length, words.acts);
      // A bare preposition opens a trigger only right before the act: `under attack`.
      const near = found && (phrase.includes(' ') || actSoon(found.text, words.acts));
      if (near) return found;
    }
  }
  return undefined;
}

function actSoon(text: string, acts: ReadonlySet<string>): boolean {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.slice(0, 3).some((word) => acts.has(word));
}

/** From the marker to the end of its clause, where an act of force stands in it. */
function triggerFrom(
  tree: Tree,
  start: number,
  length: number,
  acts: ReadonlySet<string>,
): Trigger | undefined {
  const rest = tree.text.slice(start + length, tree.sentence.end);
  const stop = /[,.;:”"—–]|\s(?:and it|but|said|told)\b/.exec(rest);
  const told = rest.slice(0, stop?.index ?? rest.length);
  const has = (told.toLowerCase().match(/[\p{L}]+/gu) ?? []).some((word) => acts.has(word));
  const text = told.trim();
  if (!has || text.length === 0) return undefined;
  return { start, end: start + length + told.trimEnd().length, text };
}

/** Of wordings of one type that overlap the longest stays. */
function withoutDoubles(found: readonly PromiseTold[]): PromiseTold[] {
  const sorted = found.toSorted((a, b) => b.end - b.start - (a.end - a.start));
  const kept: PromiseTold[] = [];
  for (const one of sorted) {
    const double = kept.some(
      (other) => other.type === one.type && one.start < other.end && other.start < one.end,
    );
    if (!double) kept.push(one);
  }
  return kept.sort((a, b) => a.start - b.start);
}

/**
 * Whether what the sentence says there is said of the instrument: inside its phrase or the clause
 * on it, or below the verb it is an argument of, guesses left out.
 */
export function governs(
  tree: Tree,
  instrument: number,
  token: number,
  guesses: ReadonlySet<string>,
): boolean {
  if (hangsOn(tree, token, instrument)) return true;
  const verb = governingVerb(tree, instrument);
  if (verb === undefined || !hangsOn(tree, token, verb.at)) return false;
  for (let up = token; up !== verb.at; up = tree.tokens[up].head) {
    const joined = relationOf(tree, up) === 'conj' && tree.tokens[up].head === verb.at;
    if (joined && !verb.subject) return false;
    if (guessed(tree, up, guesses)) return false;
  }
  return !guessed(tree, verb.at, guesses);
}

function guessed(tree: Tree, verb: number, guesses: ReadonlySet<string>): boolean {
  return childrenBy(tree, verb, 'aux').some((at) => guesses.has(lemmaOf(tree, at)));
}

function governingVerb(
  tree: Tree,
  instrument: number,
): { at: number; subject: boolean } | undefined {
  let up = instrument;
  for (let steps = 0; steps < 4; steps++) {
    const relation = relationOf(tree, up);
    const head = tree.tokens[up].head;
    if (head < 0) return undefined;
    if (/^(nsubj|obj|obl)$/.test(relation)) return { at: head, subject: relation !== 'obj' };
    if (!/^(conj|appos|nmod)$/.test(relation)) return undefined;
    up = head;
  }
  return undefined;
}
