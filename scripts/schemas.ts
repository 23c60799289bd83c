// `npm run schemas`: JSON Schema faces of the words in src/model and of the files of facts, for other
// programs and for editors, and in every file of facts the line that tells an editor which is its.
// `npm run schemas -- --check` fails where a face or a line is stale.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { z } from 'zod';
import { agreementSchema } from '../src/model/agreement.ts';
import { entrySchema, proposalSchema } from '../src/model/entry.ts';
import { leadersFileSchema } from '../src/model/office-holder.ts';
import { organisationSchema } from '../src/model/organisation.ts';
import { outcomeSchema } from '../src/model/outcome.ts';
import { readingSchema } from '../src/model/reading.ts';
import { stateSchema } from '../src/model/state.ts';
import { storySchema } from '../src/model/story.ts';
import { placeSchema, theatreSchema } from '../src/model/theatre.ts';
import { readFactFiles } from '../src/reference/facts/fact-file.ts';
import { nameInLanguage, placesFileSchema } from '../src/reference/facts/fact-schema.ts';
import { languageFiles } from '../src/reference/words/language-files.ts';

const faces: ReadonlyMap<string, z.ZodType> = new Map<string, z.ZodType>([
  ['reading', readingSchema],
  ['story', storySchema],
  ['outcome', outcomeSchema],
  ['agreement', agreementSchema],
  ['entry', entrySchema],
  ['proposal', proposalSchema],
  ['state', stateSchema],
  ['organisation', organisationSchema],
  ['leaders', leadersFileSchema],
  ['theatre', theatreSchema],
  ['place', placeSchema],
  ['places', placesFileSchema],
  ...languageFiles.map(({ name, schema }) => [`language/${name}`, schema] as const),
]);
const faceByFolder: Readonly<Record<string, string>> = {
  states: 'state',
  organisations: 'organisation',
  leaders: 'leaders',
  theatres: 'theatre',
  agreements: 'agreement',
};

const root = resolve(import.meta.dirname, '..');
const check = process.argv.includes('--check');
const stale = [...[...faces].flatMap(staleFace), ...staleLines('data')];
stale.push(...staleLines('cases/language/invented'));
for (const { path, text } of stale) {
  if (check) continue;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
if (check && stale.length > 0) {
  const names = stale.map(({ path }) => relative(root, path)).join(', ');
  process.stderr.write(`Stale: ${names}. Run \`npm run schemas\` and commit what it writes.\n`);
  process.exit(1);
}
process.stdout.write(
  `${faces.size} schemas, ${stale.length} files ${check ? 'stale' : 'written'}\n`,
);

interface Stale {
  readonly path: string;
  readonly text: string;
}

function staleFace([name, schema]: readonly [string, z.ZodType]): Stale[] {
  const face = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  const text = `${JSON.stringify({ $id: `entente/${name}`, ...face }, null, 2)}\n`;
  const path = faceFile(name);
  return existsSync(path) && readFileSync(path, 'utf8') === text ? [] : [{ path, text }];
}

/** The files of a folder of facts whose first line does not name their schema. */
function staleLines(folder: string): Stale[] {
  return readFactFiles(join(root, folder)).flatMap(({ path, shown, text }) => {
    const name = faceOf(path);
    if (name === undefined) return [];
    const face = relative(dirname(shown), faceFile(name));
    const line = `# yaml-language-server: $schema=${face}\n`;
    if (text.startsWith(line)) return [];
    const rest = text.replace(/^# yaml-language-server: .*\n/, '');
    return [{ path: shown, text: line + rest }];
  });
}

/** Codebooks and wars have the shape that research gives them, and so no face. */
function faceOf(path: string): string | undefined {
  if (path === 'places.yaml') return 'places';
  const [folder] = path.split('/');
  return folder === 'language' ? `language/${nameInLanguage(path)}` : faceByFolder[folder];
}

function faceFile(name: string): string {
  return join(root, 'schemas', `${name}.schema.json`);
}
