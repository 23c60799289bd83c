import { existsSync } from 'node:fs';
import { longestSentence, type Syntax } from '../src/reading/syntax/load-syntax.ts';
import { parseText } from '../src/reading/syntax/parse-text.ts';
import { englishSyntax as syntax } from './english.ts';
import { rawTextOf, readTreebank } from './train-data.ts';
import type { GoldSentence } from './treebank.ts';

/**
 * Scores the shipped weights: `npm run score:syntax [-- dev]`. Prints tables in Markdown. LAS counts
 * universal relations with subtypes cut and all words, punctuation included, as CoNLL 2018 does.
 */
const part = process.argv[2] ?? 'test';
const names = [`ewt/${part}`, `gum/${part}`];
if (!existsSync(new URL(`../../shared/treebanks/${names[0]}.conllu`, import.meta.url))) {
  process.stderr.write('The treebanks are not in ../shared/treebanks: nothing can be scored.\n');
  process.exit(1);
}
const print = (line: string) => process.stdout.write(`${line}\n`);
print(`Weights ${syntax.hash}, ${part} parts.\n`);
print(
  '| treebank, genre | words | UPOS | XPOS | lemma | UAS | LAS | raw: tokens F1 | sentences F1 | UPOS | UAS | LAS |',
);
print('|---|---|---|---|---|---|---|---|---|---|---|---|');
const mistakes = { upos: new Map<string, number>(), deprel: new Map<string, number>() };
for (const name of names) {
  const sentences = readTreebank(name);
  const genres = [...new Set(sentences.map(genreOf))].sort();
  row(name, sentences, true);
  for (const genre of genres)
    row(
      `${name} ${genre}`,
      sentences.filter((s) => genreOf(s) === genre),
      false,
    );
}
for (const [what, counts] of Object.entries(mistakes)) {
  print(`\nMost frequent confusions of ${what} (gold, found, times):\n`);
  for (const [pair, count] of [...counts].sort((a, b) => b[1] - a[1]).slice(0, 15))
    print(`- ${pair} ${count}`);
}
calibration();
speed();

/** How often arcs are right by how sure the parser says it is, in tenths. */
function calibration(): void {
  const tenths = Array.from({ length: 10 }, () => ({ arcs: 0, right: 0, sum: 0 }));
  for (const name of names) {
    for (const { words } of readTreebank(name)) {
      const found = syntax.analyse(words.map((word) => word.form));
      words.forEach((gold, at) => {
        const sureness = found.confidences[at];
        const tenth = tenths[Math.min(9, Math.floor(sureness * 10))];
        tenth.arcs++;
        tenth.sum += sureness;
        const same = universal(found.deprels[at]) === universal(gold.deprel);
        if (found.heads[at] === gold.head && same) tenth.right++;
      });
    }
  }
  print('\n| confidence | arcs | right |\n|---|---|---|');
  for (const { arcs, right, sum } of tenths) {
    print(`| ${(sum / arcs).toFixed(2)} | ${arcs} | ${percent(right / arcs)} % |`);
  }
}

/** `weblog` of `weblog-blogspot.com_...`, `news` of `GUM_news_...`. */
function genreOf({ id }: GoldSentence): string {
  return id.startsWith('GUM_') ? id.split('_')[1] : id.split('-')[0];
}

function row(title: string, sentences: readonly GoldSentence[], count: boolean): void {
  const gold = scoreGoldTokens(sentences, syntax, count);
  const raw = scoreRawText(sentences);
  const cells = [gold.words, ...gold.shares.map(percent), ...raw.map(percent)];
  print(`| ${title} | ${cells.join(' | ')} |`);
}

function percent(share: number): string {
  return (100 * share).toFixed(2);
}

function universal(deprel: string): string {
  return deprel.split(':')[0];
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** UPOS, XPOS, lemma, UAS, LAS over the treebank's own words and sentences. */
function scoreGoldTokens(sentences: readonly GoldSentence[], model: Syntax, count: boolean) {
  const hits = [0, 0, 0, 0, 0];
  let words = 0;
  for (const sentence of sentences) {
    const forms = sentence.words.map((word) => word.form).slice(0, longestSentence);
    const found = model.analyse(forms);
    forms.forEach((_, at) => {
      const gold = sentence.words[at];
      words++;
      if (found.upos[at] === gold.upos) hits[0]++;
      else if (count) add(mistakes.upos, `${gold.upos} ${found.upos[at]}`);
      if (found.xpos[at] === gold.xpos) hits[1]++;
      if (found.lemmas[at] === gold.lemma) hits[2]++;
      if (found.heads[at] !== gold.head) return;
      hits[3]++;
      if (universal(found.deprels[at]) === universal(gold.deprel)) hits[4]++;
      else if (count)
        add(mistakes.deprel, `${universal(gold.deprel)} ${universal(found.deprels[at])}`);
    });
  }
  return { words, shares: hits.map((hit) => hit / words) };
}

/** F1 of tokens, sentences, UPOS, UAS, LAS from the bare text. */
function scoreRawText(sentences: readonly GoldSentence[]): number[] {
  const { text, tokens, spans } = rawTextOf(sentences);
  const hits = [0, 0, 0, 0, 0];
  let words = 0;
  const parsed = parseText(text, syntax);
  for (const sentence of parsed) {
    if (spans.has(`${sentence.start}-${sentence.end}`)) hits[1]++;
    const keys = sentence.tokens.map((token) => `${token.start}-${token.end}`);
    sentence.tokens.forEach((token, at) => {
      words++;
      const gold = tokens.get(keys[at]);
      if (gold === undefined) return;
      hits[0]++;
      if (gold.upos === token.upos) hits[2]++;
      if (gold.head !== (token.head < 0 ? 'root' : keys[token.head])) return;
      hits[3]++;
      if (universal(gold.deprel) === universal(token.deprel)) hits[4]++;
    });
  }
  const f1 = (hit: number, found: number, gold: number) => (2 * hit) / (found + gold);
  return hits.map((hit, at) =>
    at === 1 ? f1(hit, parsed.length, spans.size) : f1(hit, words, tokens.size),
  );
}

/** Words a core-second from raw text to trees, over articles of about 700 words of GUM news. */
function speed(): void {
  const news = [...readTreebank('gum/train'), ...readTreebank('gum/test')].filter(
    (s) => genreOf(s) === 'news',
  );
  const articles: string[] = [];
  let piece: GoldSentence[] = [];
  for (const sentence of news) {
    piece.push(sentence);
    if (piece.reduce((sum, s) => sum + s.words.length, 0) < 700) continue;
    articles.push(rawTextOf(piece).text);
    piece = [];
  }
  for (const article of articles) parseText(article, syntax);
  const before = process.cpuUsage();
  let words = 0;
  for (let round = 0; round < 5; round++) {
    for (const article of articles)
      for (const s of parseText(article, syntax)) words += s.tokens.length;
  }
  const { user, system } = process.cpuUsage(before);
  const rate = Math.round(words / ((user + system) / 1e6));
  print(`\n${rate} words a core-second over ${articles.length} articles of about 700 words.`);
}
