import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { type Day, day } from '../src/base/day.ts';
import type { Document } from '../src/reading/document.ts';
import { createNameFinder } from '../src/reading/names/find/find-names.ts';
import { type Actors, createActorsReader } from '../src/reading/names/read-actors.ts';
import { parseDocument } from '../src/reading/parse-document.ts';
import { loadSyntax } from '../src/reading/syntax/load-syntax.ts';
import { languageNamed } from '../src/reference/language.ts';
import type { Reference } from '../src/reference/reference.ts';
import { actorLexicon } from '../src/reference/words/actor-lexicon.ts';
import { grammarWords } from '../src/reference/words/grammar-words.ts';

const folder = join(import.meta.dirname, '../cases/reading/actors');

const expectationSchema = z.strictObject({
  words: z.string(),
  nth: z.int().min(1).optional(),
  actor: z.union([z.string(), z.array(z.string())]).optional(),
  place: z.string().optional(),
  origin: z.string().optional(),
  who: z.string().optional(),
});

const fileSchema = z.strictObject({
  title: z.string(),
  metonyms: z.literal(true).optional(),
  sentences: z.array(
    z.strictObject({
      text: z.string(),
      day: z.string().optional(),
      expect: z.array(expectationSchema).min(1),
    }),
  ),
});

type Expectation = z.infer<typeof expectationSchema>;

export interface ActorScore {
  readonly title: string;
  readonly metonyms: boolean;
  readonly sentences: number;
  readonly asked: number;
  readonly right: number;
  /** One line for each expectation that was not met. */
  readonly wrong: readonly string[];
}

/** Reads a text as the pipeline does, up to its actors. */
export function createActorsProbe(reference: Reference) {
  const english = languageNamed(reference.languages, 'en');
  const lexicon = actorLexicon(english);
  const grammar = grammarWords(english);
  const syntax = loadSyntax(english);
  const findNames = createNameFinder(reference, lexicon);
  const readActors = createActorsReader(lexicon, grammar);
  return (text: string, published?: Day): Actors & { readonly document: Document } => {
    const names = findNames(text, published);
    const report = { id: 'case', language: 'en', text, boilerplate: [], headings: [], published };
    const collapsed = names.filter((name) => name.collapse);
    const document = parseDocument(report, collapsed, grammar, syntax);
    return { document, ...readActors(document, names) };
  };
}

/** Holds every sentence of `cases/reading/actors` against what the reader finds in it. */
export function scoreActors(reference: Reference): ActorScore[] {
  const probe = createActorsProbe(reference);
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  return files.sort().map((name) => {
    const file = fileSchema.parse(parse(readFileSync(join(folder, name), 'utf8')));
    const wrong: string[] = [];
    let asked = 0;
    for (const sentence of file.sentences) {
      const actors = probe(sentence.text, day(sentence.day ?? '2024-06-19'));
      for (const expectation of sentence.expect) {
        asked++;
        const fault = faultOf(actors, sentence.text, expectation);
        if (fault) wrong.push(`${sentence.text} [${expectation.words}] ${fault}`);
      }
    }
    const { title, metonyms = false } = file;
    const sentences = file.sentences.length;
    return { title, metonyms, sentences, asked, right: asked - wrong.length, wrong };
  });
}

function faultOf(actors: Actors, text: string, expectation: Expectation): string | undefined {
  const { words, nth = 1, actor, place, origin, who } = expectation;
  let start = -1;
  for (let count = 0; count < nth; count++) start = text.indexOf(words, start + 1);
  if (start < 0) return 'is not in the sentence';
  const end = start + words.length;
  const found = actors.resolver.resolve(start, end);
  const mention = actors.resolver.mentionsIn(start, end)[0];
  if (actor !== undefined) {
    const wanted = actor === 'none' ? [] : [actor].flat();
    if (wanted.toSorted().join() !== found.states.toSorted().join()) {
      return `speaks for ${found.states.join() || 'nobody'}: ${found.because}`;
    }
    if (wanted.length > 0 && mention?.kind === 'place') return `is a place: ${mention.because}`;
  }
  if (place !== undefined) {
    if (mention?.kind !== 'place') return `is no place: ${mention?.because ?? 'no mention'}`;
    const state = mention.state ?? 'none';
    if (state !== place && place !== 'none') return `lies in ${state}`;
  }
  if (origin !== undefined && (mention?.role !== 'adjective' || mention.state !== origin)) {
    return `is no origin: ${mention?.because ?? 'no mention'}`;
  }
  if (who !== undefined && !found.actors.some(({ name }) => plain(name).startsWith(plain(who)))) {
    return `is ${found.actors.map(({ name }) => name).join() || 'nobody'}: ${found.because}`;
  }
  return undefined;
}

/** Names are compared without accents: the facts write `Orbán`, a report may not. */
function plain(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '');
}

function printScores(scores: readonly ActorScore[]): void {
  for (const { title, sentences, asked, right, wrong } of scores) {
    for (const line of wrong) console.log(`  ${line}`);
    const rate = ((100 * right) / asked).toFixed(1);
    console.log(`${title}: ${right} of ${asked} right (${rate} %) in ${sentences} sentences`);
  }
  const rateOf = (some: readonly ActorScore[]) => {
    const asked = some.reduce((sum, score) => sum + score.asked, 0);
    const right = some.reduce((sum, score) => sum + score.right, 0);
    return `${right} of ${asked}, ${((100 * right) / asked).toFixed(1)} %`;
  };
  console.log(`metonyms ${rateOf(scores.filter((score) => score.metonyms))}`);
  console.log(`all ${rateOf(scores)}`);
}

if (import.meta.main) {
  const { loadReference } = await import('../src/reference/load-reference.ts');
  printScores(scoreActors(loadReference()));
}
