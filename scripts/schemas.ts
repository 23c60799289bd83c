// `npm run schemas`: JSON Schema faces of the words in src/model, for other programs.
// `npm run schemas -- --check` fails where a face is stale.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
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

const faces = {
  reading: readingSchema,
  story: storySchema,
  outcome: outcomeSchema,
  agreement: agreementSchema,
  entry: entrySchema,
  proposal: proposalSchema,
  state: stateSchema,
  organisation: organisationSchema,
  leaders: leadersFileSchema,
  theatre: theatreSchema,
  place: placeSchema,
};

const folder = resolve(import.meta.dirname, '../schemas');
const check = process.argv.includes('--check');
const stale: string[] = [];
for (const [name, schema] of Object.entries(faces)) {
  const face = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  const text = `${JSON.stringify({ $id: `entente/${name}`, ...face }, null, 2)}\n`;
  const path = join(folder, `${name}.schema.json`);
  if (existsSync(path) && readFileSync(path, 'utf8') === text) continue;
  stale.push(name);
  if (!check) writeFileSync(path, text);
}
if (check && stale.length > 0) {
  process.stderr.write(
    `Stale: ${stale.join(', ')}. Run \`npm run schemas\` and commit what it writes.\n`,
  );
  process.exit(1);
}
process.stdout.write(
  `${Object.keys(faces).length} schemas, ${stale.length} ${check ? 'stale' : 'written'}\n`,
);
