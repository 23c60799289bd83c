import type { NameDraft, Scan } from './known-names.ts';
import { adjacent } from './titled-names.ts';

/** Words that decide whether neighbours are one name. */
export interface NeighbourWords {
  /** Points of the compass and other words that open no name of their own. */
  readonly compass: ReadonlySet<string>;
  /** Last words of bodies: `Union`, `Party`, `Airlines`. */
  readonly bodyHeads: ReadonlySet<string>;
}

/**
 * Joins neighbours that are one name: `Russian` + `Defence Ministry`, `UN` + `Security Council`,
 * and the state's name inside another proper name, which is no state: `China Daily`.
 */
export function joinNeighbours(
  scan: Scan,
  drafts: readonly NameDraft[],
  { compass, bodyHeads }: NeighbourWords,
): NameDraft[] {
  const joined: NameDraft[] = [];
  for (const draft of drafts) {
    const left = joined.at(-1);
    const next = left && joinPair(scan, left, draft, { compass, bodyHeads });
    if (next) {
      joined.pop();
      joined.push(next);
    } else joined.push(draft);
  }
  return joined;
}

function joinPair(
  scan: Scan,
  left: NameDraft,
  right: NameDraft,
  { compass, bodyHeads }: NeighbourWords,
): NameDraft | undefined {
  const near = adjacent(scan, left, right);
  if (!near || scan.headline[right.from]) return undefined;
  const last = right.name.split(' ').at(-1) ?? '';
  const ownName = right.kind === 'unknown' && !right.single && bodyHeads.has(last);
  if ((left.kind === 'demonym' || left.kind === 'state') && ownName) {
    const name = nameOf(scan, left, right);
    const because = 'a body of its own by its name';
    return { from: left.from, to: right.to, kind: 'body', name, role: 'body', because };
  }
  const unknownRight = right.kind === 'unknown' && !isCompass(right, compass);
  if (left.kind === 'organisation' && unknownRight) {
    return { ...left, to: right.to, name: nameOf(scan, left, right), because: left.because };
  }
  if ((left.kind === 'state' || left.kind === 'capital') && unknownRight) {
    return inAnotherName(scan, left, right);
  }
  const exposed = right.ambiguous || right.usual || right.kind === 'capital';
  const open = left.kind === 'unknown' && !isCompass(left, compass);
  if (open && exposed && !scan.sentenceStart[left.from]) return inAnotherName(scan, left, right);
  return undefined;
}

/**
 * Joins an organ with its state: `Russian` + `Defence Ministry`, `Supreme Court of Israel`. A
 * possessor stays an actor of its own and only lends its state: `Iran's Foreign Ministry`.
 */
export function joinOrgans(scan: Scan, drafts: readonly NameDraft[]): NameDraft[] {
  const joined: NameDraft[] = [];
  for (const draft of drafts) {
    const left = joined.at(-1);
    const next = left && organPair(scan, left, draft);
    if (next === undefined) joined.push(draft);
    else if (next.from > (left?.from ?? 0)) joined.push(next);
    else joined[joined.length - 1] = next;
  }
  return joined;
}

function organPair(scan: Scan, left: NameDraft, right: NameDraft): NameDraft | undefined {
  const owns = ['demonym', 'state', 'organisation'].includes(left.kind);
  const organ = right.kind === 'organ' || isBody(right);
  if (owns && organ && adjacent(scan, left, right)) return organOf(left, right);
  if (right.kind === 'state' && left.kind === 'organ' && behindOf(scan, left, right)) {
    return organOf(right, left);
  }
  const possessive = right.from === left.to + 1 && scan.forms[left.to] === "'s";
  const lends = owns && left.state !== undefined && possessive && right.kind === 'organ';
  if (!lends || (right.state !== undefined && !right.usual)) return undefined;
  const { usual: _usual, ...rest } = right;
  return { ...rest, state: left.state, because: `${right.role ?? 'organ'} of ${left.state}` };
}

function isBody(draft: NameDraft): boolean {
  return draft.kind === 'body' && draft.role !== 'armed group';
}

function isCompass(draft: NameDraft, compass: ReadonlySet<string>): boolean {
  return compass.has(draft.name.split(' ')[0]) || compass.has(draft.name);
}

/** `Ministry of Defence of Ukraine`, `Supreme Court of the Philippines`. */
function behindOf(scan: Scan, left: NameDraft, right: NameDraft): boolean {
  const gap = scan.forms.slice(left.to, right.from).join(' ');
  return gap === 'of' || gap === 'of the';
}

function organOf(holder: NameDraft, organ: NameDraft): NameDraft {
  const state = holder.state ?? (holder.kind === 'organisation' ? undefined : organ.state);
  const { state: _state, usual: _usual, ...rest } = organ;
  const to = Math.max(holder.to, organ.to);
  return {
    ...rest,
    from: Math.min(holder.from, organ.from),
    to,
    ...(state === undefined ? {} : { state }),
    ...(holder.kind === 'organisation' ? { organisation: holder.id } : {}),
    parts: [holder, organ],
    because: `${organ.role ?? 'organ'} of ${state ?? holder.name}, which stands with it`,
  };
}

function inAnotherName(scan: Scan, left: NameDraft, right: NameDraft): NameDraft {
  return {
    from: left.from,
    to: right.to,
    kind: 'unknown',
    name: nameOf(scan, left, right),
    parts: [left, right],
    because: 'a proper name that holds the name of a state or capital',
  };
}

function nameOf(scan: Scan, left: NameDraft, right: NameDraft): string {
  return scan.text.slice(scan.words[left.from].start, scan.words[right.to - 1].end);
}
