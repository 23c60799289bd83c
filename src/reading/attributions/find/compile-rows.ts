import { Failure } from '../../../base/failure.ts';
import type {
  AttributionRow,
  AttributionRows,
} from '../../../reference/constructions/attribution-rows.ts';
import { parsePattern } from '../../../reference/constructions/pattern.ts';
import type { CueFrames } from '../../../reference/words/cue-lexicon.ts';
import { compilePattern, type WordClasses } from '../../grammar/match.ts';
import type {
  CompiledRow,
  CueKind,
  CueWord,
  PhraseTrigger,
  RowIndex,
  Stretch,
  StretchKind,
} from '../cue-word.ts';

/** Compiles the rows once; a fault in one is a sentence that names it. */
export function compileRows(file: AttributionRows, classes: WordClasses): RowIndex {
  const byKind = new Map<CueKind, CompiledRow[]>();
  const byWord = new Map<string, PhraseTrigger[]>();
  for (const row of file.rows) {
    const shared = (row.use ?? []).flatMap((name) => file.patterns[name]);
    const compiled = compileRow(row, [...shared, ...(row.where ?? [])], classes);
    if (typeof row.cue === 'string') {
      byKind.set(row.cue, [...(byKind.get(row.cue) ?? []), compiled]);
      continue;
    }
    for (const words of row.cue.any) {
      byWord.set(words[0], [...(byWord.get(words[0]) ?? []), { words, compiled }]);
    }
  }
  for (const list of byWord.values()) list.sort((a, b) => b.words.length - a.words.length);
  return { byKind, byWord };
}

function compileRow(
  row: AttributionRow,
  where: readonly string[],
  classes: WordClasses,
): CompiledRow {
  const pattern = parsePattern('cue', where);
  const node = (name: string) => {
    const at = pattern.nodes.indexOf(name);
    if (at < 0) throw fault(row, `no line of its pattern has a node ${name}`);
    return at;
  };
  const source = row.source ?? 'subject';
  const isWord = source === 'subject' || source === 'behind' || source === 'none';
  const ends = row.span === undefined ? undefined : row.span.split(' to ');
  return {
    row,
    matches: compilePattern(pattern, classes),
    bound: new Int32Array(pattern.nodes.length),
    content: row.content.map((text) => stretchOf(row, text, node)),
    source: isWord ? source : node(source),
    ...(ends && { span: [node(ends[0]), node(ends[1])] as const }),
    with: row.with === undefined ? -1 : node(row.with),
  };
}

/** How a row may say what its content is; the order matters, the plain node is the last. */
const stretchForms = [
  { how: 'around', form: /^clause around$/ },
  { how: 'left', form: /^left side$/ },
  { how: 'right', form: /^right side$/ },
  { how: 'topic', form: /^topic$/ },
  { how: 'behind', form: /^all behind (\S+)$/ },
  { how: 'clause', form: /^clause (\S+)$/ },
  { how: 'phrase', form: /^phrase (\S+)$/ },
  { how: 'word', form: /^word (\S+)$/ },
  { how: 'subject', form: /^subject (\S+)$/ },
  { how: 'run', form: /^run from (\S+)$/ },
  { how: 'rest', form: /^rest from (\S+)$/ },
  { how: 'other', form: /^other words of (\S+)$/ },
  { how: 'after', form: /^after (\S+) to (\S+)$/ },
  { how: 'from', form: /^(\S+) to (\S+)$/ },
  { how: 'whole', form: /^(\S+)$/ },
] as const satisfies readonly { how: StretchKind; form: RegExp }[];

function stretchOf(row: AttributionRow, text: string, node: (name: string) => number): Stretch {
  for (const { how, form } of stretchForms) {
    const found = form.exec(text);
    if (found === null) continue;
    const [, first, last = first] = found;
    if (first === undefined) return { how, node: 0, from: 0 };
    return { how, node: node(last), from: node(first) };
  }
  throw fault(row, `"${text}" is not a way to say what the content is`);
}

function fault({ id }: AttributionRow, why: string): Failure {
  return new Failure(`The construction ${id} of the attributions cannot be used: ${why}.`);
}

/**
 * The weight that a cue word gives a row, 0 to 1 and 0 where it has none, before the preposition
 * is known whose weight counts.
 */
export function weightOf(row: AttributionRow, cue: CueWord, preposition?: string): number {
  for (const [frame, least] of Object.entries(row.needs ?? {})) {
    const weight = cue.frames[frame as keyof CueFrames];
    if (least === 0 ? weight !== undefined : (weight ?? 0) < least) return 0;
  }
  const times = row.times === undefined ? 100 : cue[row.times];
  return (baseWeight(row, cue, preposition) * times * row.share) / 1_000_000;
}

function baseWeight(row: AttributionRow, cue: CueWord, preposition?: string): number {
  if (row.weight !== undefined) return row.weight;
  if (row.with !== undefined) {
    if (preposition !== undefined) return cue.governs.get(preposition) ?? 0;
    return Math.max(0, ...cue.governs.values());
  }
  const weights = (row.frame ?? row.strongest ?? []).map(
    (frame) => cue.frames[frame as keyof CueFrames],
  );
  if (row.frame !== undefined) return weights.find((weight) => weight !== undefined) ?? 0;
  return Math.max(0, ...weights.map((weight) => weight ?? 0));
}
