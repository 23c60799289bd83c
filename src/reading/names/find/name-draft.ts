import { officeOn } from '../../../reference/office-on-day.ts';
import type { NameKind, NameSpan } from '../name-span.ts';
import type { Doubt, NameEntry, TitleEntry } from './name-index.ts';
import type { Run, Scan } from './scan.ts';

/** A name in the making. */
export interface NameDraft
  extends Run,
    Omit<NameSpan, 'start' | 'end' | 'collapse' | 'parts' | 'kind'> {
  readonly kind: NameKind | 'title';
  readonly title?: TitleEntry;
  readonly doubt?: Doubt;
  /** The facts' entry of a person. */
  readonly entry?: NameEntry;
  /** The name behind the title, where no fact explains it. */
  readonly bare?: string;
  readonly parts?: readonly NameDraft[];
}

/** The name as the parser and the readers are given it. */
export function spanOf(scan: Scan, draft: NameDraft): NameSpan {
  const { from, to, kind, parts, title, doubt, entry, bare, ...facts } = draft;
  // An adjective stays one for the parser; an article is no part of what it sees as one word.
  const isNoun = kind !== 'demonym' && kind !== 'people';
  const opensBare = !scan.lexicon.words.definiteArticles.has(scan.lower[from]);
  return {
    ...facts,
    kind: kind === 'title' ? 'unknown' : kind,
    start: scan.words[from].start,
    end: scan.words[to - 1].end,
    collapse: isNoun && opensBare && to - from > 1,
    parts: parts?.map((part) => spanOf(scan, part)),
  };
}

/** A person of the facts, with the office that decides on the day. */
export function personDraft(entry: NameEntry, run: Run, scan: Scan): NameDraft {
  const { kind, name, id, offices = [] } = entry;
  const { office, standing } = officeOn(offices, scan.published);
  const { of, pronoun } = office;
  const isState = /^[A-Z]{3}$/.test(of);
  const owner = isState ? { state: of } : { organisation: of };
  const authority = isState ? 'state' : 'organisation';
  const title = office.titles[0] ?? office.office;
  const powerless = standing === 'left' || standing === 'not yet' || undefined;
  const role = powerless ? `${scan.lexicon.labels.former} ${title}` : title;
  const until = `left ${office.until}`;
  const since = standing === 'left' ? until : `from ${office.from ?? 'not stated'}`;
  const because = `${title} of ${of}: ${standing}, ${since}`;
  return { ...run, kind, name, entry, id, ...owner, role, authority, powerless, pronoun, because };
}
