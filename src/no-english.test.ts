import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const root = resolve(import.meta.dirname, '..');

/** Rooms that know Universal Dependencies and other schemes, but no language. */
const rooms = ['reading', 'intake', 'stories', 'ledger'];

/** Rooms whose words have not moved to the language folder yet: the list only shrinks. */
const notYet = [
  ...['names'].map((room) => `src/reading/${room}/`),
  'src/reading/grammar/phrase.ts',
];

/** Files whose strings are the words of another scheme, with the scheme. */
const otherSchemes: ReadonlyMap<string, string> = new Map([
  ['src/intake/html-tree.ts', 'elements and attributes of HTML'],
  ['src/intake/main-text.ts', 'elements, classes and ids that pages give their parts in HTML'],
  ['src/intake/read-html.ts', 'names of metadata in HTML, OpenGraph and JSON-LD'],
  ['src/intake/input-kind.ts', 'names of file formats'],
  ['src/intake/decode-bytes.ts', 'names of encodings'],
  ['src/reading/attributions/find/compile-rows.ts', 'the notation of contents in rows'],
  ['src/reading/dates/counts.ts', 'names of classes in patterns'],
  ['src/reading/grammar/kinds.ts', 'the notation of kinds in patterns'],
  ['src/reading/syntax/network.ts', 'names of the parts of the network'],
  ['src/reading/syntax/network-parts.ts', 'names of the parts of the network'],
  ['src/reading/grammar/relations.ts', 'the notation of derived relations in patterns'],
]);

const words = 'words of messages for people, which are put together from parts';
const names = 'the beginning of an id, or the code of a finding';
const codes = 'a code of the model: a mode of events, a status, a field of cooperation';

/** Words that are no words of a language there, each with the reason. */
const allowed: Readonly<Record<string, string>> = {
  'src/reading/attributions/find/speech-candidate.ts: beside': 'a key of rows',
  'src/reading/dates/calendar.ts: fortnight': 'a unit of the calendar',
  'src/reading/events/around/receivers.ts: return': codes,
  'src/reading/events/around/receivers.ts: expel': codes,
  'src/reading/read-pair.ts: pair': names,
  'src/reading/syntax/tokenise.ts: gov': 'a domain of addresses',
  'src/intake/read-ndjson.ts: the': words,
  'src/intake/read-ndjson.ts: object': words,
  'src/intake/take-reports.ts: long': names,
  'src/intake/take-reports.ts: feed': words,
  'src/intake/take-reports.ts: kind': names,
  'src/intake/take-reports.ts: report': names,
  'src/stories/compare-readings.ts: story': names,
  'src/stories/find-claims.ts: material': codes,
  'src/stories/find-claims.ts: sign': codes,
  'src/stories/find-claims.ts: nobody': words,
  'src/stories/find-claims.ts: named': words,
  'src/ledger/decide.ts: number': names,
  'src/ledger/decide.ts: entry': names,
  'src/ledger/fold-ledger.ts: on': words,
  'src/ledger/show-proposal.ts: bound': words,
  'src/ledger/show-proposal.ts: from': words,
  'src/ledger/show-proposal.ts: promise': words,
  'src/ledger/show-proposal.ts: all': words,
  'src/ledger/suggestions.ts: signed': words,
  'src/ledger/suggestions.ts: ratified': codes,
  'src/ledger/suggestions.ts: told': names,
  'src/ledger/suggestions.ts: promises': words,
  'src/ledger/suggestions.ts: on': words,
  'src/ledger/suggestions.ts: standing': words,
};

/** All files of the folder whose names end so, as paths from the root. */
function filesUnder(folder: string, ends: RegExp): string[] {
  return readdirSync(join(root, folder))
    .sort()
    .flatMap((name) => {
      const path = `${folder}/${name}`;
      if (statSync(join(root, path)).isDirectory()) return filesUnder(path, ends);
      return ends.test(name) ? [path] : [];
    });
}

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const isShipped = (path: string) => !path.endsWith('.test.ts');

interface Literal {
  readonly text: string;
  readonly line: number;
  readonly isPattern: boolean;
  /** What stands before and behind it on its line. */
  readonly before: string;
  readonly after: string;
}

const opensPattern = /(?:^|[=(,:;!&|?{}[\]]|\breturn|\bcase)\s*$/;

/** Strings, templates and regular expressions of a file; comments are passed over. */
function literalsOf(code: string): Literal[] {
  const found: Literal[] = [];
  let line = 1;
  for (let at = 0; at < code.length; at++) {
    const sign = code[at];
    if (sign === '\n') line++;
    const two = code.slice(at, at + 2);
    if (two === '//' || two === '/*') {
      const end = two === '//' ? code.indexOf('\n', at) : code.indexOf('*/', at) + 1;
      line += code.slice(at, end).split('\n').length - 1;
      at = end - (two === '//' ? 1 : 0);
      continue;
    }
    const lineStart = code.lastIndexOf('\n', at) + 1;
    const before = code.slice(lineStart, at);
    const isPattern = sign === '/' && opensPattern.test(before);
    if (!isPattern && sign !== "'" && sign !== '"' && sign !== '`') continue;
    let end = at + 1;
    let inClass = false;
    while (end < code.length && (inClass || code[end] !== sign)) {
      if (code[end] === '\\') end++;
      else if (isPattern && code[end] === '[') inClass = true;
      else if (isPattern && code[end] === ']') inClass = false;
      end++;
    }
    const text = code.slice(at + 1, end);
    const after = code.slice(end + 1, code.indexOf('\n', end));
    found.push({ text, line, isPattern, before, after });
    line += text.split('\n').length - 1;
    at = end;
  }
  return found;
}

/** A sentence for people: several words, and not the start of a word list. */
function isMessage({ text, isPattern, after }: Literal): boolean {
  return !isPattern && /\w+ \S+ \S/.test(text) && !/^\s*\.split\(/.test(after);
}

/** What a literal names when it stands in a type, as a key, or as the tag of a union. */
const inType = /(?:\||\b(?:type \w+ =|kind:|how:|code:|\w+\[)|\b(?:Pick|Omit)<[^>]*,)\s*$/;

/** Names that code gives to things: members of unions, keys and enumerations of the model. */
function codesOf(files: readonly string[]): Set<string> {
  const codes = new Set<string>();
  for (const file of files) {
    const all = file.startsWith('src/model/') || file.startsWith('src/reference/');
    for (const literal of literalsOf(read(file))) {
      if (literal.isPattern) continue;
      const isUnion = inType.test(literal.before) || /^\s*\|/.test(literal.after);
      if (all || isUnion) codes.add(literal.text);
    }
  }
  return codes;
}

/** Universal Dependencies: relations and parts of speech, as far as they look like words. */
const relations = new Set(
  `acl advcl advmod amod appos aux case cc ccomp clf compound conj cop csubj dep det discourse
  dislocated expl fixed flat goeswith iobj list mark nmod nsubj nummod obj obl orphan parataxis
  punct
  reparandum root vocative xcomp relcl pass agent poss prt preconj desc outer tmod npmod`.split(
    /\s+/,
  ),
);

function wordsOf(value: unknown, into: Set<string>): Set<string> {
  if (typeof value === 'string') {
    for (const word of value.toLowerCase().split(/[^a-z']+/)) if (word.length > 1) into.add(word);
  } else if (typeof value === 'object' && value !== null) {
    for (const one of Object.values(value)) wordsOf(one, into);
  }
  return into;
}

/** The words that the English folder knows, examples and explanations of rows left out. */
const english = new Set<string>();
for (const path of filesUnder('data/language/en', /\.yaml$/)) {
  if (!path.includes('/constructions/')) wordsOf(parse(read(path)), english);
}

describe('no English in the code of', () => {
  test.each(rooms)('src/%s', (room) => {
    const all = filesUnder(`src/${room}`, /\.ts$/).filter(isShipped);
    const files = all.filter(
      (file) => !otherSchemes.has(file) && !notYet.some((folder) => file.startsWith(folder)),
    );
    const known = codesOf([
      ...filesUnder('src/model', /\.ts$/),
      ...filesUnder('src/reference', /\.ts$/),
      ...all,
    ]);
    const faults = files.flatMap((file) =>
      literalsOf(read(file)).flatMap((literal) => {
        if (/^\s*(?:import|export)\b.*from\s*$|^\} from $/.test(literal.before)) return [];
        if (known.has(literal.text) || isMessage(literal)) return [];
        // Escapes, names of groups, parts that are put in, addresses and names of files.
        const plain = literal.text
          .replace(/\\[pP]\{\w+\}|\\u[0-9a-f]{4}|\\.|\(\?<\w+>|\$?\{[^}]*\}|https\?|\.\w+\b/g, ' ')
          .replace(/\b[a-z]+-(?=[a-z])|(?<=[a-z])[-:][a-z]+\b/g, ' ');
        const found = plain.match(/[a-z][a-z']+/g) ?? [];
        return found
          .filter((word) => english.has(word) && !relations.has(word))
          .filter((word) => allowed[`${file}: ${word}`] === undefined)
          .map((word) => `${file}:${literal.line} ${word} in ${literal.text.slice(0, 60)}`);
      }),
    );
    expect(faults).toEqual([]);
  });

  test('what is listed is there', () => {
    for (const file of otherSchemes.keys()) expect(statSync(join(root, file)).isFile()).toBe(true);
    for (const path of notYet) expect(statSync(join(root, path))).toBeDefined();
    for (const place of Object.keys(allowed)) {
      const [file, word] = place.split(': ');
      expect(read(file), `${place} is allowed but gone`).toContain(word);
    }
  });
});
