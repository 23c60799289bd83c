import { readFileSync } from 'node:fs';
import type { Attribution } from '../src/model/reading.ts';
import type { Report } from '../src/model/report.ts';
import type { Candidate, Piece } from '../src/reading/attributions/candidate.ts';
import { type CueLexicon, makeCueLexicon } from '../src/reading/attributions/cue-lexicon.ts';
import { findAttributions, readCandidates } from '../src/reading/attributions/find-attributions.ts';
import type { NamedDocument } from '../src/reading/document.ts';
import { createDocumentNamer } from '../src/reading/name-document.ts';
import { loadSyntax } from '../src/reading/syntax/load-syntax.ts';
import { attributionRows } from '../src/reference/constructions/attribution-rows.ts';
import { languageNamed } from '../src/reference/language.ts';
import { loadReference } from '../src/reference/load-reference.ts';
import type { Reference } from '../src/reference/reference.ts';

/** Reads a text as the pipeline does, up to its attributions. */
export function createAttributionsProbe(reference: Reference) {
  const english = languageNamed(reference.languages, 'en');
  const lexicon = makeCueLexicon(english);
  const name = createDocumentNamer(reference, english, loadSyntax(english));
  return {
    lexicon,
    read: (text: string): NamedDocument => name(bareReport(text)),
    find: (text: string): Attribution[] => findAttributions(name(bareReport(text)), lexicon),
  };
}

function bareReport(text: string): Report {
  const published = '2024-06-20';
  return { id: 'probe', language: 'en', published, text, boilerplate: [], headings: [] };
}

interface Marked {
  readonly source: Piece[];
  readonly cue: Piece[];
  readonly content: Piece[];
}

interface Tally {
  found: number;
  right: number;
  exact: number;
}

/**
 * How often each construction is right, on articles marked by hand (one JSON object a line with
 * `text` and `attributions`). Right: cue and source overlap and half of the content's words agree.
 */
export function scoreConstructions(file: string): Map<string, Tally> {
  const probe = createAttributionsProbe(loadReference());
  const tallies = new Map<string, Tally>();
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line === '') continue;
    const { text, attributions } = JSON.parse(line) as { text: string; attributions: Marked[] };
    scoreArticle(probe.read(text), probe.lexicon, attributions, tallies);
  }
  return tallies;
}

function scoreArticle(
  document: NamedDocument,
  lexicon: CueLexicon,
  marked: readonly Marked[],
  tallies: Map<string, Tally>,
): void {
  const used = new Set<Marked>();
  for (const candidate of readCandidates(document, lexicon)) {
    const tally = tallies.get(candidate.row.id) ?? { found: 0, right: 0, exact: 0 };
    tallies.set(candidate.row.id, tally);
    tally.found++;
    const match = marked.find((one) => !used.has(one) && agrees(candidate, one));
    if (match === undefined) continue;
    used.add(match);
    tally.right++;
    if (isSame(candidate, match)) tally.exact++;
  }
}

function agrees(candidate: Candidate, marked: Marked): boolean {
  if (!overlap([candidate.cue], marked.cue)) return false;
  if (marked.source.length === 0 || candidate.source === undefined) {
    if (marked.source.length > 0 || candidate.source !== undefined) return false;
  } else if (!overlap([candidate.source], marked.source)) return false;
  const shared = sharedLength(candidate.content, marked.content);
  return (2 * shared) / (length(candidate.content) + length(marked.content)) >= 0.5;
}

function overlap(a: readonly Piece[], b: readonly Piece[]): boolean {
  return a.some(([start, end]) => b.some(([from, until]) => start < until && from < end));
}

function sharedLength(a: readonly Piece[], b: readonly Piece[]): number {
  let shared = 0;
  for (const [start, end] of a) {
    for (const [from, until] of b) {
      shared += Math.max(0, Math.min(end, until) - Math.max(start, from));
    }
  }
  return shared;
}

function length(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, [start, end]) => sum + end - start, 0);
}

function isSame(candidate: Candidate, marked: Marked): boolean {
  const made = [candidate.source ? [candidate.source] : [], [candidate.cue], candidate.content];
  return JSON.stringify(made) === JSON.stringify([marked.source, marked.cue, marked.content]);
}

if (import.meta.main) {
  const [file] = process.argv.slice(2);
  if (file === undefined) throw new Error('Give a file of marked articles, one JSON a line.');
  const rows = [...scoreConstructions(file)].sort((a, b) => b[1].found - a[1].found);
  for (const [construction, { found, right, exact }] of rows) {
    const percent = (part: number) => `${Math.round((100 * part) / found)}`.padStart(4);
    console.log(construction.padEnd(34), `${found}`.padStart(5), percent(right), percent(exact));
  }
  const sum = (of: typeof rows) => of.reduce((total, [, { found }]) => total + found, 0);
  const english = languageNamed(loadReference().languages, 'en');
  const kinds = new Map(attributionRows(english).rows.map(({ id, cue }) => [id, cue]));
  const byRow = sum(rows.filter(([id]) => kinds.has(id)));
  const byTag = sum(rows.filter(([id]) => kinds.get(id) === 'speech tag'));
  const share = Math.round((100 * byRow) / sum(rows));
  console.log(`${byRow} of ${sum(rows)} findings (${share} %) come from rows;`);
  console.log(`in ${byTag} of them code reads what stands beside a speech tag.`);
}
