import type { z } from 'zod';
import type { Finding } from '../../base/finding.ts';
import { didYouMean, nearest } from '../../base/nearest.ts';
import type { Agreement } from '../../model/agreement.ts';
import type { leadersFileSchema } from '../../model/office-holder.ts';
import type { Organisation } from '../../model/organisation.ts';
import type { State } from '../../model/state.ts';
import type { Place, Theatre } from '../../model/theatre.ts';
import { languageFiles } from '../words/language-files.ts';
import { checkShape } from './check-shape.ts';
import type { FactFile } from './fact-file.ts';
import { knownFolders, nameInLanguage, schemaOf } from './fact-schema.ts';
import { factFault, parseYamlFile, type YamlFile } from './yaml-file.ts';

/** A fact with the file it came from, so that a later check can name its line. */
export interface Filed<T> {
  readonly value: T;
  readonly yaml: YamlFile;
}

type LeadersFile = Readonly<z.infer<typeof leadersFileSchema>>;
type PlacesFile = { readonly places: readonly Place[] };

/** All files that fit their schemas, by kind. Links between them are not yet checked. */
export interface FactSet {
  readonly states: Filed<State>[];
  readonly organisations: Filed<Organisation>[];
  readonly leaders: Filed<LeadersFile>[];
  readonly theatres: Filed<Theatre>[];
  readonly places: Filed<PlacesFile>[];
  readonly agreements: Filed<Agreement>[];
  /** Files of languages, and files of free shape; by path without ending. */
  readonly free: Map<string, Filed<unknown>>;
  /** Ids by folder as the files' names give them, those of faulty files too. */
  readonly named: ReadonlyMap<string, ReadonlySet<string>>;
  readonly findings: Finding[];
}

/** Parses every file and sorts it by kind; what does not fit becomes findings. */
export function gatherFacts(files: readonly FactFile[]): FactSet {
  const set: FactSet = {
    states: [],
    organisations: [],
    leaders: [],
    theatres: [],
    places: [],
    agreements: [],
    free: new Map(),
    named: idsByFolder(files),
    findings: [],
  };
  for (const file of files) gatherFile(file, set);
  return set;
}

function idsByFolder(files: readonly FactFile[]): Map<string, Set<string>> {
  const named = new Map<string, Set<string>>();
  for (const { path } of files) {
    const [folder, name] = path.split('/');
    if (name === undefined) continue;
    const ids = named.get(folder) ?? new Set();
    named.set(folder, ids.add(name.replace(/\.ya?ml$/, '')));
  }
  return named;
}

function gatherFile(file: FactFile, into: FactSet): void {
  const schema = schemaOf(file.path);
  const yaml = parseYamlFile(file);
  into.findings.push(...yaml.findings);
  if (file.path.endsWith('.yml')) {
    into.findings.push(factFault(yaml, [], 'file-name', 'Call it .yaml: .yml files are not read.'));
    return;
  }
  if (schema === undefined) {
    into.findings.push(factFault(yaml, [], 'unknown-folder', strayFile(file.path)));
    return;
  }
  if (yaml.findings.length > 0) return;
  const shaped = checkShape(yaml, schema);
  if (shaped.kind === 'faulty') into.findings.push(...shaped.findings);
  else sortIn(file.path, { value: shaped.value, yaml }, into);
}

function strayFile(path: string): string {
  if (/^language\/[^/]+\//.test(path)) return strayWords(path);
  const folder = `${path.split('/')[0]}/`;
  const advice = didYouMean(nearest(folder, knownFolders(), 1));
  const where = `Facts lie in places.yaml and in ${knownFolders().join(', ')}.`;
  return `${path} lies where no facts are looked for, so it would be lost.${advice} ${where}`;
}

function strayWords(path: string): string {
  const known = languageFiles.map(({ name }) => name);
  const like = nearest(nameInLanguage(path), known, 1);
  const advice = like.length > 0 ? `Did you mean ${like[0]}.yaml?` : '';
  return (
    `Nothing reads ${path}, so its words would be lost. ${advice} ` +
    `A language folder may have: ${known.join(', ')}.`
  );
}

/** The schema of the path has just been met, which is what the casts rest on. */
function sortIn(path: string, filed: Filed<unknown>, into: FactSet): void {
  const folder = path.split('/')[0];
  if (path === 'places.yaml') into.places.push(filed as Filed<PlacesFile>);
  else if (folder === 'states') into.states.push(filed as Filed<State>);
  else if (folder === 'organisations') into.organisations.push(filed as Filed<Organisation>);
  else if (folder === 'leaders') into.leaders.push(filed as Filed<LeadersFile>);
  else if (folder === 'theatres') into.theatres.push(filed as Filed<Theatre>);
  else if (folder === 'agreements') into.agreements.push(filed as Filed<Agreement>);
  else into.free.set(path.replace(/\.yaml$/, ''), filed);
}
