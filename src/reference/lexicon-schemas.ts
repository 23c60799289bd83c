import type { z } from 'zod';
import { actorLexiconSchemas } from './actor-lexicon.ts';
import { agreementLexiconSchemas } from './agreement-lexicon.ts';
import { cueLexiconSchemas } from './cue-lexicon.ts';
import { eventLexiconSchemas } from './event-lexicon.ts';

/**
 * Schemas of files whose shape a later stage decides, by path inside the data folder, or by
 * folder with a slash behind it: `language/en/cues.yaml`, `wars/`. A file without one is read as
 * it is. The stage that reads a file parses nothing itself: it takes the value from the reference.
 */
export const lexiconSchemas: Readonly<Record<string, z.ZodType>> = {
  ...actorLexiconSchemas,
  ...agreementLexiconSchemas,
  ...cueLexiconSchemas,
  ...eventLexiconSchemas,
};
