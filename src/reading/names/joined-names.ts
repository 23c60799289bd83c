import type { NameDraft, Scan } from './known-names.ts';
import { adjacent } from './titled-names.ts';

/**
 * Joins neighbours that are one name: `Russian` + `Defence Ministry`, `UN` + `Security Council`,
 * and the state's name inside another proper name, which is no state: `China Daily`.
 */
export function joinNeighbours(
  scan: Scan,
  drafts: readonly NameDraft[],
  compass: ReadonlySet<string>,
): NameDraft[] {
  const joined: NameDraft[] = [];
  for (const draft of drafts) {
    const left = joined.at(-1);
    const next = left && joinPair(scan, left, draft, compass);
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
  compass: ReadonlySet<string>,
): NameDraft | undefined {
  const near = adjacent(scan, left, right);
  const owns = ['demonym', 'state', 'organisation'].includes(left.kind);
  if (near && owns && (right.kind === 'organ' || isBody(right))) return organOf(left, right);
  if (right.kind === 'state' && left.kind === 'organ' && behindOf(scan, left, right)) {
    return organOf(right, left);
  }
  if (!near || scan.headline[right.from]) return undefined;
  const unknownRight = right.kind === 'unknown' && !isCompass(right, compass);
  if (left.kind === 'organisation' && unknownRight) {
    return { ...left, to: right.to, name: nameOf(scan, left, right), because: left.because };
  }
  if ((left.kind === 'state' || left.kind === 'capital') && unknownRight) {
    return inAnotherName(scan, left, right);
  }
  const exposed = right.ambiguous || right.kind === 'capital';
  const open = left.kind === 'unknown' && !isCompass(left, compass);
  if (open && exposed && !scan.sentenceStart[left.from]) return inAnotherName(scan, left, right);
  return undefined;
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
