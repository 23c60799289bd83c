import { dirname } from 'node:path';
import type { Finding } from '../../base/finding.ts';
import { languageFiles } from '../words/language-files.ts';
import type { FactFile } from './fact-file.ts';

/** What a folder in `data/language` lacks of the files without which nothing can be read. */
export function checkLanguages(files: readonly FactFile[]): Finding[] {
  return lackingFiles(files)
    .filter(({ required }) => required)
    .map(({ file, without }) => ({
      code: 'missing-file',
      message: `This file is required: without it ${without}. data/language/en has an example.`,
      file,
    }));
}

/** A file that a language folder does not have, and what the reader cannot do without it. */
export interface LackingFile {
  /** Where it would lie, as the user named the data folder. */
  readonly file: string;
  readonly required: boolean;
  readonly without: string;
}

/** Every file that one language folder or another does not have, folder by folder. */
export function lackingFiles(files: readonly FactFile[]): LackingFile[] {
  const folders = new Map<string, string>();
  for (const { path, shown } of files) {
    const [top, code, ...rest] = path.split('/');
    if (top !== 'language' || rest.length === 0) continue;
    const folder = rest.reduce((inside) => dirname(inside), shown);
    folders.set(`language/${code}`, folder);
  }
  const there = new Set(files.map(({ path }) => path));
  return [...folders].flatMap(([folder, shown]) =>
    languageFiles
      .filter(({ name }) => !there.has(`${folder}/${name}.yaml`))
      .map(({ name, required = false, without }) => ({
        file: `${shown}/${name}.yaml`,
        required,
        without,
      })),
  );
}
