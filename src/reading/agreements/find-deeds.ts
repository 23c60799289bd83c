import { topOf } from '../grammar/phrase.ts';
import type { Tree } from '../grammar/tree.ts';
import { matchWords, type Unit, unitsOf } from '../grammar/word-rows.ts';
import type { Resolver } from '../names/resolver.ts';
import type { AgreementLexicon } from './agreement-lexicon.ts';
import type { Deed, InstrumentPlace } from './instrument.ts';
import { actorsIn } from './parties.ts';

/** What the rows find done to an instrument, or to an organisation that rests on one. */
export function deedsOn(
  tree: Tree,
  place: InstrumentPlace,
  resolver: Resolver,
  lexicon: AgreementLexicon,
): Deed[] {
  const { rules, moods } = lexicon.steps;
  const found = rules.flatMap(({ row, matches, bound, deed, newer }) => {
    if (row.of !== place.of || !matches(tree, place.head, bound)) return [];
    return [{ row, at: bound[deed], newer: bound[newer] }];
  });
  return [...found, ...phrasesBeside(tree, place, lexicon)].map((deed) => {
    const mood = moods.find(({ matches, bound }) => matches(tree, deed.at, bound));
    const status = deed.row.denies ? 'denied' : (mood?.status ?? 'reported');
    return { ...deed, status, by: actorsIn(tree, deed, place.head, { resolver, lexicon }) };
  });
}

/** What wordings right before an instrument or soon behind it say of it. */
function phrasesBeside(tree: Tree, place: InstrumentPlace, { steps }: AgreementLexicon) {
  if (place.of !== undefined) return [];
  const units = unitsOf(tree);
  return matchWords(steps.phrases, units).flatMap((match) => {
    const { row, side } = match.value;
    const isBeside =
      side === 'before'
        ? units[match.to]?.start === place.fullStart
        : isSoonBehind(units, match.from, place, steps.unsure);
    const at = topOf(tree, units[match.from].from, units[match.to - 1].to);
    return isBeside ? [{ row, at }] : [];
  });
}

/** How many words may stand between an instrument and a wording on it. */
const reach = 8;

function isSoonBehind(
  units: readonly Unit[],
  from: number,
  { end, fullEnd }: InstrumentPlace,
  unsure: ReadonlySet<string>,
): boolean {
  const between = units.slice(0, from).filter((unit) => unit.start >= end);
  return (
    units[from].start >= end &&
    between.filter(({ start }) => start >= fullEnd).length <= reach &&
    !between.some(({ form, lemma }) => /^[.;]$/.test(form) || unsure.has(form) || unsure.has(lemma))
  );
}
