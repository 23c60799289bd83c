import type { NameKind, NameSpan } from '../name-span.ts';
import type { NameEntry } from './name-index.ts';
import type { Run, Scan } from './scan.ts';
import type { TitleEntry } from './title-trie.ts';

/** A name in the making. */
export interface NameDraft
  extends Run,
    Omit<NameSpan, 'start' | 'end' | 'collapse' | 'parts' | 'kind'> {
  readonly kind: NameKind | 'title';
  readonly title?: TitleEntry;
  /** One capitalised word that nothing explains: dropped unless a later step links it. */
  readonly single?: boolean;
  readonly ambiguous?: boolean;
  readonly doubtful?: boolean;
  /** The state is only the usual one: another named beside it wins. */
  readonly usual?: boolean;
  /** The facts' entry of a person. */
  readonly entry?: NameEntry;
  /** The name behind the title, where no fact explains it. */
  readonly bare?: string;
  readonly parts?: readonly NameDraft[];
}

/** The name as the parser and the readers are given it. */
export function spanOf(scan: Scan, draft: NameDraft, articles: ReadonlySet<string>): NameSpan {
  const { from, to, kind, name, id, state, otherStates, role, authority, organisation } = draft;
  const { bodyName, powerless, pronoun, because } = draft;
  // An adjective stays one for the parser; an article is no part of what it sees as one word.
  const whole = kind !== 'demonym' && kind !== 'people' && kind !== 'title' && to - from > 1;
  return {
    start: scan.words[from].start,
    end: scan.words[to - 1].end,
    kind: kind === 'title' ? 'unknown' : kind,
    collapse: whole && !articles.has(scan.lower[from]),
    name,
    id,
    state,
    otherStates,
    role,
    authority,
    organisation,
    bodyName,
    powerless,
    pronoun,
    parts: draft.parts?.map((part) => spanOf(scan, part, articles)),
    because,
  };
}
