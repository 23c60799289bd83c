import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { english } from '../scripts/english.ts';
import { loadSyntax } from '../src/reading/syntax/load-syntax.ts';
import { parseText } from '../src/reading/syntax/parse-text.ts';

/**
 * `npm run bench:syntax [-- FOLDER]`: words a core-second from raw text to tree, beside what wink-nlp's tagging
 * and compromise take for the same articles in the same run; load time, memory, and whether the
 * time grows with the text and no faster. Core-seconds are user and system time of this process.
 * The articles are the .txt files of FOLDER, of about 700 words each, else the sample reports.
 */
const require = createRequire(import.meta.url);
const megabyte = 1e6;
const print = (line: string) => process.stdout.write(`${line}\n`);

const articles = readArticles(process.argv[2]);
const bare = process.memoryUsage().rss;
const began = performance.now();
const syntax = loadSyntax(english);
const loaded = performance.now() - began;
parseText(articles[0], syntax);
print(`model ${syntax.hash}, loaded in ${loaded.toFixed(0)} ms`);

const words = articles.reduce((sum, text) => sum + countWords(text), 0);
print(`${articles.length} articles, ${words} words`);
const own = measure('Entente: words, tags, lemmas, trees', (text) => parseText(text, syntax));
const memory = (process.memoryUsage().rss - bare) / megabyte;
print(`memory above the bare process: ${memory.toFixed(0)} MB`);

const winkNlp = require('wink-nlp') as (model: unknown) => WinkNlp;
const wink = winkNlp(require('wink-eng-lite-web-model'));
const compromise = require('compromise') as (text: string) => { json: () => unknown };
const other = measure('wink-nlp: words, tags, lemmas', (text) => {
  const tokens = wink.readDoc(text).tokens();
  return [tokens.out(wink.its.pos), tokens.out(wink.its.lemma)];
});
const third = measure('compromise: words, tags', (text) => compromise(text).json());
print(
  `against wink-nlp ${(own / other).toFixed(2)}, against compromise ${(own / third).toFixed(2)}`,
);

const line = 'the minister of the state said that the pact of the allies was void and ';
for (const size of [62_500, 125_000, 250_000, 500_000, 1_000_000]) {
  const text = line.repeat(Math.ceil(size / line.length)).slice(0, size);
  const before = process.cpuUsage();
  const sentences = parseText(text, syntax);
  const { user, system } = process.cpuUsage(before);
  const seconds = (user + system) / 1e6;
  const rate = (seconds * 1e6) / size;
  print(
    `${size} letters without a stop: ${seconds.toFixed(2)} s, ${rate.toFixed(2)} µs a letter, ${sentences.length} pieces`,
  );
}

interface WinkNlp {
  readonly readDoc: (text: string) => { tokens: () => { out: (what: unknown) => unknown } };
  readonly its: { readonly pos: unknown; readonly lemma: unknown };
}

/** Words a core-second, over rounds of two seconds after one to warm up. */
function measure(name: string, read: (text: string) => unknown): number {
  for (const text of articles) read(text);
  const before = process.cpuUsage();
  const end = performance.now() + 2000;
  let rounds = 0;
  while (performance.now() < end) {
    for (const text of articles) read(text);
    rounds++;
  }
  const { user, system } = process.cpuUsage(before);
  const rate = (rounds * words) / ((user + system) / 1e6);
  print(`${name}: ${Math.round(rate)} words a core-second`);
  return rate;
}

function countWords(text: string): number {
  return parseText(text, syntax).reduce((sum, sentence) => sum + sentence.tokens.length, 0);
}

function readArticles(folder: string | undefined): string[] {
  if (folder !== undefined) {
    const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
    return names.sort().map((name) => readFileSync(join(folder, name), 'utf8'));
  }
  const lines = readFileSync(new URL('../samples/reports.ndjson', import.meta.url), 'utf8');
  const reports = lines.split('\n').filter((each) => each !== '');
  return reports.map((each) => (JSON.parse(each) as { readonly text: string }).text);
}
