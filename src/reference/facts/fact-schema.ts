import { z } from 'zod';
import { agreementSchema } from '../../model/agreement.ts';
import { leadersFileSchema } from '../../model/office-holder.ts';
import { organisationSchema } from '../../model/organisation.ts';
import { stateSchema } from '../../model/state.ts';
import { placeSchema, theatreSchema } from '../../model/theatre.ts';
import { languageFiles } from '../words/language-files.ts';

export const placesFileSchema = z.strictObject({ places: z.array(placeSchema) });

const schemasByFolder: Readonly<Record<string, z.ZodType>> = {
  states: stateSchema,
  organisations: organisationSchema,
  leaders: leadersFileSchema,
  theatres: theatreSchema,
  agreements: agreementSchema,
};

/** Folders whose files may have any shape. */
const freeFolders: readonly string[] = ['codebooks', 'wars'];

const languageSchemas = new Map(languageFiles.map(({ name, schema }) => [name, schema]));

/** The schema of the file at a path, or `undefined` where the path is nowhere facts belong. */
export function schemaOf(path: string): z.ZodType | undefined {
  if (path === 'places.yaml') return placesFileSchema;
  const parts = path.split('/');
  const folder = parts[0];
  if (folder === 'language') return languageSchemas.get(nameInLanguage(path));
  if (freeFolders.includes(folder) && parts.length > 1) return z.unknown();
  return parts.length === 2 ? schemasByFolder[folder] : undefined;
}

/** `titles` for `language/en/titles.yaml`. */
export function nameInLanguage(path: string): string {
  return path
    .split('/')
    .slice(2)
    .join('/')
    .replace(/\.yaml$/, '');
}

/** Names of all places where files of facts may lie, for messages. */
export function knownFolders(): string[] {
  return [...Object.keys(schemasByFolder), 'language', ...freeFolders].map(
    (folder) => `${folder}/`,
  );
}

/** The keys that the schema knows at a path, for "did you mean"; nothing where it has no say. */
export function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodUnion) {
    const options = inner.options as readonly z.ZodType[];
    return options.flatMap((option) => keysAt(option, path));
  }
  if (path.length === 0) return inner instanceof z.ZodObject ? Object.keys(inner.shape) : [];
  const [step, ...rest] = path;
  const next = childOf(inner, step);
  return next === undefined ? [] : keysAt(next, rest);
}

function childOf(schema: z.ZodType, step: PropertyKey): z.ZodType | undefined {
  if (schema instanceof z.ZodObject) return schema.shape[String(step)] as z.ZodType | undefined;
  if (schema instanceof z.ZodArray) return schema.element as z.ZodType;
  if (schema instanceof z.ZodRecord) return schema.valueType as z.ZodType;
  return undefined;
}

function unwrap(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) {
    return unwrap(schema.unwrap() as z.ZodType);
  }
  return schema;
}
