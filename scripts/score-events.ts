import { existsSync, readFileSync } from 'node:fs';
import type { EventType } from '../src/model/event-type.ts';
import type { Event, Reading } from '../src/model/reading.ts';
import { createDocumentNamer } from '../src/reading/name-document.ts';
import { createPairCoder } from '../src/reading/read-pair.ts';
import { createReportReader } from '../src/reading/read-report.ts';
import { loadSyntax } from '../src/reading/syntax/load-syntax.ts';
import { languageNamed } from '../src/reference/language.ts';
import { loadReference } from '../src/reference/load-reference.ts';
import {
  type CountryEvent,
  codesOfTable,
  countryEvents,
  inCameo,
  matchesCoded,
  readPetrarch,
  statesByWord,
} from './petrarch-records.ts';

/**
 * Scores events on public gold: `npm run score:events [-- errors|unread]`. Prints Markdown tables: the
 * coded pairs of PLV end to end and with the pair given, per root and per construction, and
 * PETRARCH-2's validation sentences by country and root, with events found for one coded.
 */
const folder = new URL('../../shared/eval/data/events/', import.meta.url);
if (!existsSync(folder)) {
  process.stderr.write('The gold data are not in ../shared/eval/data/events: nothing is scored.\n');
  process.exit(1);
}
const wantErrors = process.argv.includes('errors');
/** Every fourth pair, of which no sentence was read while the tables were written. */
const onlyUnread = process.argv.includes('unread');
const print = (line = '') => process.stdout.write(`${line}\n`);
const text = (name: string) => readFileSync(new URL(name, folder), 'utf8');

type Range = readonly [number, number];
interface Pair {
  readonly text: string;
  readonly source: readonly Range[];
  readonly target: readonly Range[];
  readonly root: EventType;
}

const reference = loadReference();
const english = languageNamed(reference.languages, 'en');
const syntax = loadSyntax(english);
const made = { entente: 'score', model: syntax.hash, facts: reference.hash };
const nameDocument = createDocumentNamer(reference, english, syntax);
const readReport = createReportReader(reference, english, nameDocument, made);
const codePair = createPairCoder(english, nameDocument);

function read(id: string, content: string, published?: string): Reading {
  const report = { id, language: 'en', text: content, boilerplate: [], headings: [] };
  const dated = published === undefined ? report : { ...report, published };
  return readReport({ report: dated, findings: [] });
}

const pairs = text('plv-train.jsonl')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Pair)
  .filter((_, index) => !onlyUnread || index % 4 === 3);
let foundInPairs = 0;
const endToEnd = pairs.map((pair, index) => {
  const { events } = read(`pair-${index}`, pair.text);
  foundInPairs += events.length;
  return { pair, found: events.find((event) => bears(event, pair))?.type };
});
const given = pairs.map((pair) => {
  const [[start, end] = [0, 0]] = pair.source;
  const [[from, until] = [0, 0]] = pair.target;
  const code = codePair(pair.text, { start, end }, { start: from, end: until });
  return { pair, found: code?.type };
});
report('Pairs, end to end', endToEnd);
print(`\nEvents found per sentence: ${(foundInPairs / pairs.length).toFixed(2)}.\n`);
report('Pairs given', given);
scorePetrarch();

/** As the public scorer counts: parties overlap in direction; joint deeds in any. */
function bears(event: Event, { source, target }: Pair): boolean {
  const joint = /^(AGREE|CONSULT|COOPERATE)$/.test(event.type);
  const hits = (parties: Event['actors'], ranges: readonly Range[]) =>
    parties.some(({ span }) => ranges.some(([start, end]) => span.start < end && start < span.end));
  const { actors, recipients } = event;
  if (hits(actors, source) && hits(recipients, target)) return true;
  if (!joint) return false;
  const turned = hits(actors, target) && hits(recipients, source);
  return turned || (hits(actors, source) && hits(actors, target));
}

interface Row {
  readonly pair: Pair;
  readonly found: EventType | undefined;
}

function report(title: string, rows: readonly Row[]): void {
  print(`## ${title}\n`);
  print('| root | pairs | precision | recall | F1 | most often taken for |');
  print('|---|---|---|---|---|---|');
  const roots = [...new Set(rows.map(({ pair }) => pair.root))].sort();
  let sum = 0;
  for (const root of roots) {
    const own = rows.filter(({ pair }) => pair.root === root);
    const hit = own.filter(({ found }) => found === root).length;
    const all = rows.filter(({ found }) => found === root).length;
    const f1 = hit === 0 ? 0 : (2 * hit) / (all + own.length);
    sum += f1;
    const cells = [root, own.length, percent(hit, all), percent(hit, own.length), pct(f1)];
    print(`| ${cells.join(' | ')} | ${confusions(root, own)} |`);
  }
  print(`\nMacro-F1 over roots ${pct(sum / roots.length)}, accuracy ${accuracy(rows)}.\n`);
  print('| construction | pairs | right | nothing found | wrong root |');
  print('|---|---|---|---|---|');
  for (const [name, own] of byConstruction(rows)) {
    const right = own.filter(({ pair, found }) => found === pair.root).length;
    const none = own.filter(({ found }) => found === undefined).length;
    const cells = [name, own.length, percent(right, own.length), percent(none, own.length)];
    print(`| ${cells.join(' | ')} | ${percent(own.length - right - none, own.length)} |`);
  }
  print();
  if (!wantErrors) return;
  for (const { pair, found } of rows) {
    if (found !== pair.root) print(`- ${pair.root}, found ${found ?? 'nothing'}: ${pair.text}`);
  }
}

function confusions(root: EventType, rows: readonly Row[]): string {
  const counts = new Map<string, number>();
  for (const { found } of rows) {
    if (found === root) continue;
    const name = found ?? 'nothing';
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const most = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 3);
  return most.map(([name, count]) => `${name} ${count}`).join(', ');
}

/** Told from the words between the two parties, so that no parse decides how it is judged. */
function byConstruction(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const name = constructionOf(row.pair);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [row]);
    else group.push(row);
  }
  return groups;
}

function constructionOf({ text: content, source, target }: Pair): string {
  const [first] = source;
  const [second] = target;
  if (first === undefined || second === undefined) return 'one party only';
  if (second[0] < first[0]) return 'receiver first (passive, participle, received from)';
  const between = content.slice(first[1], second[0]);
  if (/^[\s,]*(and|with|,)[\s,]*(the|a)?\s*$/i.test(between)) return 'joined parties';
  if (/\b(refus\w+|declin\w+|not|never|fail\w*|n't)\b/i.test(between)) return 'refusal, negation';
  if (/\b(say|says|said|announced?|insists?)\b.*\b(will|would|must|has|had)\b/i.test(between)) {
    return 'said to have done, to do, that others must';
  }
  if (/\b(agreed?|willing|ready|offer\w*|pledg\w+|promis\w+) to\b/i.test(between)) {
    return 'willing, agreed to';
  }
  if (/\b(will|would)\b/i.test(between)) return 'will';
  if (/\b(in|at|near|across)\s+(the\s+)?\S*$/i.test(between)) return 'receiver behind a place word';
  return 'verb, object, receiver';
}

function scorePetrarch(): void {
  const codes = codesOfTable(text('CAMEO2PLOVER-2021.txt'));
  const records = readPetrarch(text('petr2-gsr.xml'), codes);
  const words = statesByWord(reference.states.values());
  const strict = { hit: 0, all: 0, gold: 0 };
  const once = { hit: 0, all: 0, gold: 0 };
  const neutral = { hit: 0, all: 0, gold: 0 };
  let coded = 0;
  let events = 0;
  records.forEach((record, index) => {
    const found = read(`petr-${index}`, record.text, record.published);
    events += found.events.length;
    coded += record.coded;
    // A sentence coded only with what PLOVER left out (statements, appeals) says nothing here.
    if (record.coded > 0 && record.gold.length === 0) return;
    count(strict, countryEvents(found, words).flatMap(apart), record.gold);
    const gold = [...new Set(record.gold)];
    const missed = count(once, countryEvents(found, words), gold);
    count(neutral, inCameo(found, words), gold);
    if (wantErrors && missed !== '') print(`- ${missed}: ${record.text}`);
  });
  print('## PETRARCH-2 validation sentences\n');
  const codings = `${records.length} sentences, ${coded} events coded`;
  print(`${codings} (${strict.gold} with a root of PLOVER, ${once.gold} that differ).`);
  print(`Country and root: ${figures(strict)}.`);
  print(`A repeated coding counted once, a joint deed as one: ${figures(once)}.`);
  print(`Scheme-neutral, as CAMEO codes what is announced or alleged: ${figures(neutral)}.`);
  print(`Events found per event coded: ${(events / coded).toFixed(2)}.`);
}

interface Count {
  hit: number;
  all: number;
  gold: number;
}

/** Adds a sentence to a count and tells what was missed or is extra. */
function count(sum: Count, found: readonly CountryEvent[], gold: readonly string[]): string {
  const rest = [...gold];
  const extra: string[] = [];
  for (const event of new Map(found.map((one) => [keyOf(one), one])).values()) {
    const { type, pairs, both } = event;
    const missed = pairs.filter((pair) => {
      const at = rest.findIndex((coded) => matchesCoded(event, pair, coded));
      if (at >= 0) rest.splice(at, 1);
      return at < 0;
    });
    const right = pairs.length - missed.length;
    const wrong = both ? (right > 0 ? 0 : 1) : missed.length;
    sum.hit += right;
    sum.all += right + wrong;
    if (wrong > 0) extra.push(...missed.map((pair) => `${type} ${pair}`));
  }
  sum.gold += gold.length;
  if (rest.length + extra.length === 0) return '';
  return `coded and not found ${rest.join('; ')}, found and not coded ${extra.join('; ')}`;
}

function keyOf({ type, pairs }: CountryEvent): string {
  return `${type} ${pairs.join(' ')}`;
}

function apart({ type, pairs }: CountryEvent): CountryEvent[] {
  return pairs.map((pair) => ({ type, pairs: [pair], both: false }));
}

function figures({ hit, all, gold }: Count): string {
  const f1 = (2 * hit) / (all + gold);
  return `precision ${percent(hit, all)}, recall ${percent(hit, gold)}, F1 ${pct(f1)}`;
}

function accuracy(rows: readonly Row[]): string {
  return percent(rows.filter(({ pair, found }) => pair.root === found).length, rows.length);
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : pct(part / whole);
}

function pct(share: number): string {
  return (100 * share).toFixed(1);
}
