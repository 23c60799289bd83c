import { type PromiseRow, setOff } from '../../reference/constructions/promise-rows.ts';
import type { PreparedPattern } from '../grammar/match.ts';
import type { Tree } from '../grammar/tree.ts';
import { matchWords, type Unit, unitsOf, type WordMatch } from '../grammar/word-rows.ts';
import type { AgreementLexicon } from './agreement-lexicon.ts';

/** A promise that a sentence words, before it is known of which instrument. */
export interface PromiseFound {
  readonly row: PromiseRow;
  readonly type: string;
  readonly start: number;
  readonly end: number;
  /** The first token of the wording. */
  readonly token: number;
  readonly trigger?: string;
  /** The sentence says that it is not promised. */
  readonly denied: boolean;
}

type PromiseWords = AgreementLexicon['promises'];
type Wording = WordMatch<{ readonly row: PromiseRow; readonly pattern?: PreparedPattern }>;

/** Promises by their wordings; of those of one type that overlap the longest stays. */
export function findPromises(tree: Tree, words: PromiseWords): PromiseFound[] {
  const kept: PromiseFound[] = [];
  const candidates = promiseCandidates(tree, words);
  for (const one of candidates.sort((a, b) => b.end - b.start - (a.end - a.start))) {
    const isDouble = kept.some(
      (other) => isRival(one, other) && one.start < other.end && other.start < one.end,
    );
    if (!isDouble) kept.push(one);
  }
  return kept.sort((a, b) => a.start - b.start);
}

/** Words in the name of an instrument tell one kind of promise: `base` of `military base`. */
function isRival(one: PromiseFound, other: PromiseFound): boolean {
  return one.row.in === other.row.in && (one.row.in === 'name' || one.type === other.type);
}

/** All that the rows find, overlapping ones among them. */
export function promiseCandidates(tree: Tree, words: PromiseWords): PromiseFound[] {
  const units = unitsOf(tree);
  const wordings = matchWords(words.wordings, units).filter(({ value: { pattern }, from }) => {
    return pattern?.matches(tree, units[from].from, pattern.bound) ?? true;
  });
  if (wordings.length === 0) return [];
  const trigger = findTrigger(units, words);
  const denials = matchWords(words.denials, units);
  return wordings.flatMap((wording) => {
    const { row } = wording.value;
    const first = units[wording.from];
    if (row.needs === 'trigger' && !(trigger && first.start < trigger.start)) return [];
    const field = words.fields.get(first.form) ?? words.fields.get(first.lemma);
    const type = row.field === undefined ? row.type : `${row.type}:${field}`;
    const denied =
      words.denied.some(({ matches, bound }) => matches(tree, first.from, bound)) ||
      denials.some((denial) => isDenied(wording, denial, units, words));
    const { end } = units[row.evidence === 'first word' ? wording.from : wording.to - 1];
    const found = { row, type, start: first.start, end, token: first.from, denied };
    if (!trigger || !isSetOff(found, trigger)) return [found];
    // A promise goes on to the end of a trigger behind it.
    const last = trigger.start < first.start ? end : Math.max(end, trigger.end);
    return [{ ...found, end: last, trigger: tree.text.slice(trigger.act, trigger.end) }];
  });
}

/** How far behind the wording its trigger may end, in characters. */
const triggerReach = 400;

/** Only an obligation of war has a trigger, and not where a name tells it. */
function isSetOff({ row, start }: PromiseFound, trigger: { readonly end: number }): boolean {
  return setOff.has(row.type) && row.in === undefined && trigger.end - start < triggerReach;
}

/** How many words before a promise may say that it is not made. */
const denialReach = 15;

/** The denial stands before the promise in the same clause. */
function isDenied(
  { from }: Wording,
  denial: WordMatch<unknown>,
  units: readonly Unit[],
  { breaks, resumptions }: PromiseWords,
): boolean {
  if (denial.to > from || from - denial.from > denialReach) return false;
  return !units
    .slice(denial.from + 1, from)
    .some(({ form }, at) =>
      form === ',' ? resumptions.has(units[denial.from + at + 2].form) : breaks.has(form),
    );
}

/** What sets promises off: an opening word, then an act of force before the end of its clause. */
function findTrigger(units: readonly Unit[], words: PromiseWords) {
  const stops = matchWords(words.ends, units).map((stop) => stop.from);
  const ends = (at: number) => stops.includes(at) || /^[,.;:”"—–]$/.test(units[at].form);
  for (const { value, from, to } of matchWords(words.openers, units)) {
    if (value === 'at head' && from > 0 && !/^[,;]$/.test(units[from - 1].form)) continue;
    let end = to;
    while (end < units.length && !ends(end)) end++;
    const act = units.slice(to, end).findIndex(({ form }) => words.acts.has(form));
    if (act < 0 || (value === 'before act' && act > 2)) continue;
    return { start: units[from].start, act: units[to].start, end: units[end - 1].end };
  }
  return undefined;
}
