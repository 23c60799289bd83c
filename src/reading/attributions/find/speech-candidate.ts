import { subjectOf } from '../../grammar/subject.ts';
import type { Candidate } from '../candidate.ts';
import type { CompiledRow, CueWord } from '../cue-word.ts';
import { finish } from './candidate-of.ts';
import { weightOf } from './compile-rows.ts';
import type { CueSite } from './cue-site.ts';
import { withMedium } from './cue-span.ts';
import { resumed } from './resumed-quotations.ts';
import { colonBehind, type Side, type Sides, sidesOf } from './speech-sides.ts';
import { tagOf } from './speech-tag.ts';

/** A verb of speech beside a quotation, or behind or inside the clause it reports. */
export function speechCandidate(
  site: CueSite,
  rows: readonly CompiledRow[],
  cueWord: CueWord,
): Candidate | undefined {
  const { scene, tree, head: verb, cueTokens: cue } = site;
  const subject = subjectOf(tree, verb, cue[0]);
  const tag = tagOf(tree, { verb, cue, subject }, cueWord.hearer);
  const sides = sidesOf(scene, tree, tag, cueWord);
  const compiled = rows.find(({ row }) => stands(row.beside, sides) && weightOf(row, cueWord) > 0);
  if (compiled === undefined) return undefined;
  const { row } = compiled;
  const pieces = [...(sides.left?.pieces ?? []), ...(sides.right?.pieces ?? [])];
  const content = [...pieces, ...resumed(scene, tree, pieces.at(-1))];
  const colon = sides.right?.colon === true ? colonBehind(tree, tag) : -1;
  const end = colon < 0 ? withMedium(tree, cue[1]) : colon;
  const source = { head: tag.sourceHead, ...(tag.source && { span: tag.source }) };
  const weight = weightOf(row, cueWord);
  return finish({ ...site, source }, content, {
    row,
    cueWord,
    weight,
    cue: [tree.tokens[cue[0]].start, tree.tokens[end].end],
  });
}

function stands(beside: CompiledRow['row']['beside'], { left, right }: Sides): boolean {
  if (beside === undefined) return false;
  if (!isSide(beside.left, left) || !isSide(beside.right, right)) return false;
  if (beside.mark === undefined || right === undefined) return true;
  const mark = right.colon ? 'colon' : right.marked ? 'comma' : 'none';
  return beside.mark === mark;
}

function isSide(wanted: 'quotation' | 'clause' | 'any' | 'none', side: Side | undefined): boolean {
  if (wanted === 'none' || side === undefined) return wanted === 'none' && side === undefined;
  return wanted === 'any' || (wanted === 'quotation') === side.quoted;
}
