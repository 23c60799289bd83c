import type { Day } from '../../base/day.ts';
import { longestMatch, type NameEntry, type NameIndex } from './name-index.ts';
import { officeOn, validOn } from './name-reading.ts';
import type { NameKind, NameSpan } from './name-span.ts';
import type { Word } from './scan-words.ts';
import type { LineMarks } from './text-lines.ts';
import type { TitleEntry } from './title-index.ts';

/** The raw text, cut into words, with where sentences and headlines stand. */
export interface Scan extends LineMarks {
  readonly text: string;
  readonly published?: Day;
  readonly words: readonly Word[];
  readonly forms: readonly string[];
}

/** A name in the making: word indexes, `to` exclusive. */
export interface NameDraft extends Omit<NameSpan, 'start' | 'end' | 'collapse' | 'parts' | 'kind'> {
  readonly from: number;
  readonly to: number;
  readonly kind: NameKind | 'title';
  readonly title?: TitleEntry;
  /** One capitalised word that nothing explains: dropped unless a later step links it. */
  readonly single?: true;
  readonly ambiguous?: true;
  readonly doubtful?: true;
  /** The state is only the usual one: another named beside it wins. */
  readonly usual?: true;
  /** The facts' entry of a person. */
  readonly entry?: NameEntry;
  /** The name behind the title, where no fact explains it. */
  readonly bare?: string;
  readonly parts?: readonly NameDraft[];
}

/** Longest match of all known names, from left to right. */
export function matchKnownNames(scan: Scan, index: NameIndex): NameDraft[] {
  const { words, forms, published } = scan;
  const drafts: NameDraft[] = [];
  const stop = (at: number) => words[at].breaks && /\n\s*\n/.test(before(scan, at));
  for (let at = 0; at < words.length; at++) {
    if (!words[at].capital) continue;
    const found = longestMatch(index.names, forms, at, stop) ?? shouted(scan, index, at, stop);
    if (found === undefined) continue;
    const behindArticle = /^the$/i.test(forms[at - 1] ?? '');
    const possible = found.entries.filter((entry) => !entry.article || behindArticle);
    if (possible.length === 0) continue;
    const entries = validOn(possible, published);
    const draft = draftOf(entries, { from: at, to: found.end, published });
    if (draft) {
      drafts.push(draft);
      at = found.end - 1;
    }
  }
  return drafts;
}

function before(scan: Scan, at: number): string {
  return scan.text.slice(scan.words[at - 1].end, scan.words[at].start);
}

/** Names set in capitals throughout, as in `RUSSIA SIGNS PACT`. */
function shouted(scan: Scan, index: NameIndex, at: number, stop: (at: number) => boolean) {
  const form = scan.forms[at];
  if (form.length < 4 || form !== form.toUpperCase() || !/^\p{Lu}+$/u.test(form)) return undefined;
  const calm: string[] = [];
  for (let next = at; next < Math.min(at + 4, scan.forms.length); next++) {
    const raw = scan.forms[next];
    calm[next] = raw.length > 1 ? raw[0] + raw.slice(1).toLowerCase() : raw;
  }
  return longestMatch(index.names, calm, at, stop);
}

function draftOf(
  entries: readonly NameEntry[],
  at: { from: number; to: number; published?: Day },
): NameDraft | undefined {
  const first = entries[0];
  if (first === undefined) return undefined;
  const { from, to } = at;
  if (first.kind === 'person') return personDraft(entries, at);
  const others = entries.filter(
    (entry) => entry.kind === first.kind && entry.state !== first.state,
  );
  const otherStates = [...new Set(others.map((entry) => entry.state ?? ''))].filter(Boolean);
  const seatOf = entries.find((entry) => entry.kind === 'seat' && entry.id !== undefined);
  const capital = entries.find((entry) => entry.kind === 'capital');
  const entry = first.kind === 'seat' && capital ? capital : first;
  return {
    from,
    to,
    kind: entry.kind,
    name: entry.name,
    ...(entry.id === undefined ? {} : { id: entry.id }),
    ...(entry.state === undefined ? {} : { state: entry.state }),
    ...(otherStates.length > 0 ? { otherStates } : {}),
    ...(entry.role === undefined ? {} : { role: entry.role }),
    ...(seatOf?.id === undefined ? {} : { organisation: seatOf.id }),
    ...(entry.ambiguous ? { ambiguous: true } : {}),
    ...(entry.doubtful ? { doubtful: true } : {}),
    ...(entry.usual ? { usual: true } : {}),
    because: whyKnown(entry),
  };
}

function whyKnown(entry: NameEntry): string {
  const of = entry.state ?? entry.id ?? '';
  switch (entry.kind) {
    case 'state':
      return `a name of ${of}${entry.until ? `, until ${entry.until}` : ''}`;
    case 'demonym':
      return `the adjective of ${of}`;
    case 'people':
      return `the people of ${of}`;
    case 'capital':
      return `the capital of ${of}`;
    case 'seat':
      return `${entry.role ?? 'seat'} of ${of} by its seat`;
    case 'organ':
      return `${entry.role ?? 'organ'}${of ? ` of ${of}` : ''} by name`;
    case 'organisation':
      return `the organisation ${of} by name`;
    default:
      return entry.role ? `${entry.role}, listed by name` : 'listed by name';
  }
}

/** A person of the facts, with the office that decides on the day. */
export function personDraft(
  entries: readonly NameEntry[],
  at: { from: number; to: number; published?: Day },
): NameDraft | undefined {
  const entry = entries[0];
  const found = officeOn(entry.offices ?? [], at.published);
  if (entry.kind !== 'person' || found === undefined) return undefined;
  const { office, standing } = found;
  const isState = /^[A-Z]{3}$/.test(office.of);
  const title = office.titles[0] ?? office.office;
  const left = standing === 'left' || standing === 'not yet';
  const since =
    standing === 'left' ? `left ${office.until}` : `from ${office.from ?? 'not stated'}`;
  return {
    from: at.from,
    to: at.to,
    kind: 'person',
    name: entry.name,
    entry,
    ...(entry.id === undefined ? {} : { id: entry.id }),
    ...(isState ? { state: office.of } : { organisation: office.of }),
    role: left ? `former ${title}` : title,
    authority: isState ? 'state' : 'organisation',
    ...(left ? { powerless: true } : {}),
    ...(office.pronoun === undefined ? {} : { pronoun: office.pronoun }),
    because: `${title} of ${office.of}: ${standing}, ${since}`,
  };
}
