import type { FocusName } from '../../../reference/actor-lexicon.ts';
import type { NameDraft } from './name-draft.ts';
import type { Scan } from './scan.ts';

/** The bodies for which a capital is better known than for its own government, likeliest first. */
export type BodySeats = ReadonlyMap<string, readonly Body[]>;
type Body = { readonly id: string; readonly name: string };

/**
 * Settles names that several states share, and capitals that are also everyday words, by the
 * states that the report names elsewhere. What stays open has no state.
 */
export function settleByFocus(drafts: readonly NameDraft[], bodySeats: BodySeats): NameDraft[] {
  const told = statesTold(drafts);
  return drafts.flatMap((draft) => {
    if (draft.doubtful && !told.has(draft.state)) return [];
    const bodies = bodySeats.get(draft.name);
    const hosts = bodies !== undefined || draft.organisation !== undefined;
    if (draft.kind === 'capital' && hosts) return settleHost(draft, drafts, bodies);
    return draft.otherStates ? settleShared(draft, told) : draft;
  });
}

/** States that the report names without leaving a doubt. */
function statesTold(drafts: readonly NameDraft[]): Set<string | undefined> {
  const sure = drafts.filter(
    ({ kind, otherStates, doubtful, usual }) =>
      kind !== 'unknown' && kind !== 'place' && !otherStates && !doubtful && !usual,
  );
  return new Set(sure.flatMap(({ state }) => state ?? []));
}

/**
 * A capital that also houses an organisation stands for the host state, except where the seat is
 * known for the body and the report tells of the body, or of no other name of the host.
 */
function settleHost(draft: NameDraft, drafts: readonly NameDraft[], bodies: readonly Body[] = []) {
  const told = bodies.find(({ id }) => drafts.some((other) => other.id === id));
  const hostTold = drafts.some(({ kind, state }) => state === draft.state && kind !== 'capital');
  const body = told ?? (hostTold ? undefined : bodies[0]);
  return { ...draft, organisation: body?.id, bodyName: body?.name };
}

function settleShared(draft: NameDraft, told: ReadonlySet<string | undefined>): NameDraft {
  const all = [draft.state ?? '', ...(draft.otherStates ?? [])];
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
  if (active.length === 0) return [...drafts];
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
