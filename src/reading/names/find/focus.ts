import type { FocusName } from '../../../reference/words/actor-lexicon.ts';
import type { NameDraft } from './name-draft.ts';
import type { NameIndex } from './name-index.ts';
import type { Scan } from './scan.ts';

/**
 * Settles names that several states share, and capitals that are also everyday words, by the
 * states that the report names elsewhere. What stays open has no state.
 */
export function settleByFocus(
  { lexicon }: Scan,
  drafts: readonly NameDraft[],
  names: NameIndex['bodies'],
): NameDraft[] {
  const told = statesTold(drafts);
  return drafts.flatMap((draft) => {
    if (draft.doubt === 'everyday' && !told.has(draft.state)) return [];
    const seat = lexicon.bodySeats.find(({ name }) => name === draft.name);
    const hosts = seat !== undefined || draft.organisation !== undefined;
    if (draft.kind !== 'capital' || !hosts) return settleShared(draft, told);
    const organisation = hostedBy(draft, drafts, seat?.bodies ?? []);
    return { ...draft, organisation, bodyName: organisation && names.get(organisation) };
  });
}

/** States that the report names without leaving a doubt. */
function statesTold(drafts: readonly NameDraft[]): Set<string | undefined> {
  const sure = drafts.filter(
    ({ kind, otherStates, doubt }) =>
      !/^(unknown|place)$/.test(kind) && !otherStates && !/^(everyday|usual)$/.test(doubt ?? ''),
  );
  return new Set(sure.flatMap(({ state }) => state ?? []));
}

/**
 * A capital that also houses organisations stands for the host state, except where the seat is
 * known for them and the report tells of one, or of no other name of the host.
 */
function hostedBy(draft: NameDraft, drafts: readonly NameDraft[], bodies: readonly string[]) {
  const told = bodies.find((body) => drafts.some(({ id }) => id === body));
  const hostTold = drafts.some(({ kind, state }) => state === draft.state && kind !== 'capital');
  return told ?? (hostTold ? undefined : bodies[0]);
}

function settleShared(draft: NameDraft, told: ReadonlySet<string | undefined>): NameDraft {
  if (draft.otherStates === undefined) return draft;
  const all = [draft.state ?? '', ...draft.otherStates];
  const [state, ...others] = all.filter((possible) => told.has(possible));
  if (state !== undefined && others.length === 0) {
    const id = draft.kind === 'state' ? state : draft.id;
    const because = `${all.join(' or ')}: the report tells of ${state}`;
    return { ...draft, otherStates: undefined, id, state, because };
  }
  const because = `may be ${all.join(' or ')}: left open`;
  return { ...draft, state: undefined, id: undefined, otherStates: all, because };
}

/** `the North` is North Korea where the report tells of Korea, and no compass point follows. */
export function addFocusNames(scan: Scan, drafts: readonly NameDraft[]): NameDraft[] {
  const told = statesTold(drafts);
  const active = scan.lexicon.focusNames.filter(
    ({ whereToldOf, butNotOf }) =>
      whereToldOf.some((state) => told.has(state)) && !butNotOf.some((state) => told.has(state)),
  );
  const taken = new Set<number>();
  for (const { from, to } of drafts) for (let at = from; at < to; at++) taken.add(at);
  const found = active.flatMap((name) =>
    occurrencesOf(scan, name).filter(({ from, to }) => !taken.has(from) && !taken.has(to - 1)),
  );
  return [...drafts, ...found].toSorted((a, b) => a.from - b.from);
}

function occurrencesOf(
  { forms, lower, lexicon }: Scan,
  { name, of, whereToldOf, notBefore }: FocusName,
): NameDraft[] {
  const wanted = name.split(' ');
  const found: NameDraft[] = [];
  const because = `the report tells of ${whereToldOf.join(' and ')}`;
  for (let from = 0; from + wanted.length <= forms.length; from++) {
    const isIt = wanted.every((form, index) => {
      const at = from + index;
      return forms[at] === form || (lexicon.words.definiteArticles.has(form) && lower[at] === form);
    });
    const to = from + wanted.length;
    const next = forms[to] ?? '';
    if (!isIt || notBefore.includes(next) || /^[-\p{Lu}]/u.test(next)) continue;
    found.push({ from, to, kind: 'state', id: of, state: of, name, because });
  }
  return found;
}
