import type { NameDraft } from './name-draft.ts';
import { adjacent, gapBetween, type Scan, textOf } from './scan.ts';

/**
 * Joins an organ with its state: `Russian` + `Defence Ministry`, `Supreme Court of Israel`. A
 * possessor stays an actor of its own and only lends its state: `Iran's Foreign Ministry`.
 */
export function joinOrgans(scan: Scan, drafts: readonly NameDraft[]): NameDraft[] {
  const { ownerLinks, possessives } = scan.lexicon.words;
  return joinPairs(drafts, (left, right) => {
    const owns = ['demonym', 'state', 'organisation'].includes(left.kind);
    const isBody = right.kind === 'body' && right.authority !== 'armed';
    if (owns && (right.kind === 'organ' || isBody) && adjacent(scan, left, right)) {
      return organOf(left, right);
    }
    const gap = gapBetween(scan, left, right);
    if (right.kind === 'state' && left.kind === 'organ' && ownerLinks.has(gap)) {
      return organOf(right, left);
    }
    const lends = owns && left.state !== undefined && possessives.has(gap);
    const isOpen = right.state === undefined || right.doubt === 'usual';
    if (!lends || right.kind !== 'organ' || !isOpen) return undefined;
    const because = `${right.role ?? 'organ'} of ${left.state}`;
    return { ...right, doubt: undefined, state: left.state, because };
  });
}

/**
 * Joins neighbours that are one name: `UN` + `Security Council`, and the state's name inside
 * another proper name, which is no state: `China Daily`.
 */
export function joinNeighbours(scan: Scan, drafts: readonly NameDraft[]): NameDraft[] {
  const { openers, bodyHeads } = scan.lexicon.words;
  const isOpen = ({ kind, name }: NameDraft) =>
    kind === 'unknown' && !openers.has(name.split(' ')[0]);
  return joinPairs(drafts, (left, right) => {
    if (!adjacent(scan, left, right) || scan.headline[right.from]) return undefined;
    const run = { from: left.from, to: right.to };
    const name = textOf(scan, run);
    const ownName = right.kind === 'unknown' && right.doubt !== 'single';
    const isBody = ownName && bodyHeads.has(right.name.split(' ').at(-1) ?? '');
    if ((left.kind === 'demonym' || left.kind === 'state') && isBody) {
      const role = scan.lexicon.labels.body;
      return { ...run, kind: 'body', name, role, because: 'a body of its own by its name' };
    }
    if (left.kind === 'organisation' && isOpen(right)) return { ...left, ...run, name };
    const because = 'a proper name that holds the name of a state or capital';
    const otherName: NameDraft = { ...run, kind: 'unknown', name, parts: [left, right], because };
    if ((left.kind === 'state' || left.kind === 'capital') && isOpen(right)) return otherName;
    const exposed = right.kind === 'capital' || /^(ambiguous|usual)$/.test(right.doubt ?? '');
    return isOpen(left) && exposed && !scan.sentenceStart[left.from] ? otherName : undefined;
  });
}

/** From left to right; one that leaves its left neighbour a name of its own stands behind it. */
function joinPairs(
  drafts: readonly NameDraft[],
  join: (left: NameDraft, right: NameDraft) => NameDraft | undefined,
): NameDraft[] {
  const joined: NameDraft[] = [];
  for (const draft of drafts) {
    const left = joined.at(-1);
    const whole = left && join(left, draft);
    if (whole && whole.from === left.from) joined.pop();
    joined.push(whole ?? draft);
  }
  return joined;
}

function organOf(holder: NameDraft, organ: NameDraft): NameDraft {
  const isOrganisation = holder.kind === 'organisation';
  const state = holder.state ?? (isOrganisation ? undefined : organ.state);
  return {
    ...organ,
    from: Math.min(holder.from, organ.from),
    to: Math.max(holder.to, organ.to),
    state,
    doubt: undefined,
    organisation: isOrganisation ? holder.id : organ.organisation,
    parts: [holder, organ],
    because: `${organ.role ?? 'organ'} of ${state ?? holder.name}, which stands with it`,
  };
}
