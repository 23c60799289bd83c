import type { Metonyms } from '../../reference/actor-lexicon.ts';
import type { NameDraft, Scan } from './known-names.ts';

/** A capital better known for bodies than for its own government, likeliest body first. */
export interface BodySeat {
  readonly name: string;
  readonly bodies: readonly { readonly id: string; readonly name: string }[];
}

/** States that the report tells of under names that leave no doubt, with how often. */
export function statesToldOf(drafts: readonly NameDraft[]): Map<string, number> {
  const told = new Map<string, number>();
  for (const draft of drafts) {
    if (draft.state === undefined || draft.otherStates || draft.doubtful || draft.usual) continue;
    if (draft.kind === 'unknown' || draft.kind === 'place') continue;
    told.set(draft.state, (told.get(draft.state) ?? 0) + 1);
  }
  return told;
}

/**
 * Settles names that several states share, and capitals that are also everyday words, by the
 * states told of elsewhere in the report. What stays open has no state.
 */
export function settleByFocus(
  drafts: readonly NameDraft[],
  bodySeats: readonly BodySeat[],
): NameDraft[] {
  const told = statesToldOf(drafts);
  const settled: NameDraft[] = [];
  for (const draft of drafts) {
    if (draft.doubtful && !told.has(draft.state ?? '')) continue;
    const host = bodySeats.some(({ name }) => name === draft.name);
    if (draft.kind === 'capital' && (host || draft.organisation))
      settled.push(settleHost(draft, drafts, bodySeats));
    else settled.push(draft.otherStates ? settleShared(draft, told) : draft);
  }
  return settled;
}

/**
 * A capital that also houses an organisation stands for the host state, except where the seat is
 * known for the body and the report tells of the body, or of no other name of the host.
 */
function settleHost(
  draft: NameDraft,
  drafts: readonly NameDraft[],
  bodySeats: readonly BodySeat[],
): NameDraft {
  const { organisation: _organisation, ...host } = draft;
  const seat = bodySeats.find(({ name }) => name === draft.name);
  if (seat === undefined) return host;
  const hostTold = drafts.some(({ kind, state }) => state === draft.state && kind !== 'capital');
  const told = seat.bodies.find(({ id }) => drafts.some((other) => other.id === id));
  if (told === undefined && hostTold) return host;
  const { id, name } = told ?? seat.bodies[0];
  return { ...draft, organisation: id, bodyName: name };
}

function settleShared(draft: NameDraft, told: ReadonlyMap<string, number>): NameDraft {
  const all = [draft.state ?? '', ...(draft.otherStates ?? [])];
  const possible = all.filter((state) => told.has(state));
  if (possible.length === 1) {
    const state = possible[0];
    const { otherStates: _others, ...rest } = draft;
    const id = draft.kind === 'state' ? { id: state } : {};
    const because = `${all.join(' or ')}: the report tells of ${state}`;
    return { ...rest, ...id, state, because };
  }
  const { state: _state, id: _id, ...rest } = draft;
  return { ...rest, otherStates: all, because: `may be ${all.join(' or ')}: left open` };
}

/** `the North` is North Korea where the report tells of Korea, and no compass point follows. */
export function applyFocusNames(
  scan: Scan,
  drafts: readonly NameDraft[],
  names: Metonyms['focusNames'],
): NameDraft[] {
  const told = statesToldOf(drafts);
  const active = names.filter(
    (name) =>
      name.whereToldOf.some((state) => told.has(state)) &&
      !name.butNotOf?.some((state) => told.has(state)),
  );
  if (active.length === 0) return [...drafts];
  const taken = new Set<number>();
  for (const { from, to } of drafts) for (let at = from; at < to; at++) taken.add(at);
  const found = active.flatMap((name) => occurrences(scan, taken, name));
  const free = dropSwallowed(drafts, found);
  return [...free, ...found].toSorted((a, b) => a.from - b.from);
}

/** `the South` that a run of capitals took for a name of its own gives way. */
function dropSwallowed(drafts: readonly NameDraft[], found: readonly NameDraft[]): NameDraft[] {
  const begins = new Set(found.flatMap((draft) => [draft.from, draft.to - 1]));
  return drafts.filter((draft) => !begins.has(draft.from));
}

function occurrences(
  scan: Scan,
  taken: ReadonlySet<number>,
  name: Metonyms['focusNames'][number],
): NameDraft[] {
  const forms = name.name.split(' ');
  const found: NameDraft[] = [];
  for (let at = 0; at + forms.length <= scan.forms.length; at++) {
    const fits = forms.every((form, index) => {
      const word = scan.forms[at + index];
      return word === form || (form === 'the' && word === 'The');
    });
    if (!fits) continue;
    const to = at + forms.length;
    const next = scan.forms[to] ?? '';
    if (taken.has(at) || taken.has(to - 1) || name.notBefore.includes(next)) continue;
    if (next === '-' || /^\p{Lu}/u.test(next)) continue;
    found.push({
      from: at,
      to,
      kind: 'state',
      id: name.of,
      state: name.of,
      name: name.name,
      because: `the report tells of ${name.whereToldOf.join(' and ')}`,
    });
  }
  return found;
}
