import { z } from 'zod';

/** The shape of `data/language/<language>/stop-words.yaml`. */
export const stopWordsSchema = z.strictObject({ words: z.array(z.string()).min(1) });
