import { parseDay } from '../base/day.ts';
import { exitCode, Failure } from '../base/failure.ts';
import type { Finding } from '../base/finding.ts';
import { shortFingerprint } from '../base/fingerprint.ts';
import type { ReportTaken } from '../model/report.ts';
import type { Language } from '../reference/language.ts';
import { decodeBytes } from './decode-bytes.ts';
import { inputKindOf } from './input-kind.ts';
import { createHtmlReader } from './read-html.ts';
import { type ReportLine, readNdjson } from './read-ndjson.ts';
import { createTextReader, type ReportFacts } from './read-text.ts';

/** The longest input taken, in bytes. A whole day's news of one outlet is far below it. */
export const mostBytes = 100 * 1024 * 1024;
/** The longest single report, in UTF-16 code units: about thirty novels. */
export const mostCharacters = 16 * 1024 * 1024;

/** Bytes as the edge got them, and how the user named them. */
export interface Input {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What the user stated of all reports in it. */
  readonly published?: string;
  readonly outlet?: string;
}

/** A report, or a finding that says why one could not be had. */
export type Taken =
  | ({ readonly kind: 'report' } & ReportTaken)
  | { readonly kind: 'fault'; readonly finding: Finding };

/** Prepares intake: bytes in, reports out, one by one; a broken one harms no other. */
export function createIntake(languages: ReadonlyMap<string, Language>) {
  const readText = createTextReader(languages);
  const readHtml = createHtmlReader(readText);

  function takeOne(
    body: { text?: string; html?: string },
    facts: ReportFacts,
    name: string,
  ): Taken {
    const content = body.text ?? body.html ?? '';
    if (content.trim() === '')
      return fault('empty', 'has no text: there is nothing to read.', name);
    if (content.length > mostCharacters) {
      const limit = `${mostCharacters.toLocaleString('en')} characters`;
      return fault('too-long', `is longer than ${limit}, the limit for one report.`, name);
    }
    if (body.text === undefined) {
      const { report, findings } = readHtml(content, facts);
      if (report.text === '') return fault('no-article', findings[0]?.message ?? '', name);
      return { kind: 'report', report, findings };
    }
    return { kind: 'report', report: readText(content, facts), findings: [] };
  }

  return function* takeReports(input: Input): Generator<Taken> {
    const { name, bytes } = input;
    if (bytes.length > mostBytes) {
      const limit = mostBytes / 1024 / 1024;
      throw new Failure(
        `${name} has ${Math.ceil(bytes.length / 1024 / 1024)} MB; the limit is ${limit} MB an input, ` +
          'so that one file cannot fill the memory. Split it, or give NDJSON in several files.',
        exitCode.refused,
      );
    }
    const decoded = decodeBytes(bytes, name);
    const kind = inputKindOf(decoded.text, name);
    const stated = statedBy(input);
    if (kind === 'feed' || kind === 'warc') {
      const what = kind === 'feed' ? 'a feed' : 'a web archive';
      yield fault('unread-kind', `is ${what}, which this version does not read.`, name);
    } else if (kind === 'ndjson') {
      for (const taken of readNdjson(decoded.text, name)) {
        if (taken.kind === 'fault') {
          yield taken;
          continue;
        }
        const facts = factsOf(taken.report, taken.line, input, stated);
        const one = takeOne(taken.report, facts, name);
        const noted = dayNoted(taken.report, taken.line, name);
        yield one.kind === 'fault' ? one : { ...one, findings: [...one.findings, ...noted] };
      }
    } else {
      const facts: ReportFacts = {
        id: name === '-' ? idOf(decoded.text) : name,
        path: name,
        ...stated,
      };
      const body = kind === 'html' ? { html: decoded.text } : { text: decoded.text };
      const taken = takeOne(body, facts, name);
      if (taken.kind === 'fault') yield taken;
      else yield { ...taken, findings: [...decoded.findings, ...taken.findings] };
    }
  };
}

function fault(code: string, message: string, file: string): Taken {
  return { kind: 'fault', finding: { code, message, file } };
}

function idOf(text: string): string {
  return `report-${shortFingerprint(text)}`;
}

function statedBy(input: Input): Partial<ReportFacts> {
  return {
    ...(input.published !== undefined && { published: input.published }),
    ...(input.outlet !== undefined && { outlet: input.outlet }),
  };
}

/** A publication date that is not a day is left out, and that is said. */
function dayNoted({ published }: ReportLine, line: number, file: string): Finding[] {
  if (published == null || parseDay(published.slice(0, 10)) !== undefined) return [];
  const message = `"${published}" is not a day of publication, so dates have no anchor: write 2024-06-19.`;
  return [{ code: 'no-such-day', message, file, line }];
}

function factsOf(
  line: ReportLine,
  number: number,
  input: Input,
  stated: Partial<ReportFacts>,
): ReportFacts {
  const day = line.published == null ? undefined : parseDay(line.published.slice(0, 10));
  const found = {
    path: input.name,
    title: line.title ?? undefined,
    outlet: line.outlet ?? undefined,
    byline: line.byline ?? undefined,
    url: line.url ?? undefined,
    published: day,
    language: line.language ?? undefined,
  };
  const given = Object.fromEntries(
    Object.entries(found).filter(([, value]) => value !== undefined),
  );
  return { ...stated, ...given, id: line.id ?? `${input.name}:${number}` };
}
