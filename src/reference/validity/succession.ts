import { compareText } from '../../base/text-order.ts';
import type { Agreement } from '../../model/agreement.ts';

/** One step of a chain: an agreement and how it stands to the one nearer the middle. */
export interface Link {
  readonly agreement: string;
  readonly how: 'replaces' | 'echoes' | 'amends';
  /** 1 for a direct predecessor or successor. */
  readonly steps: number;
}

export interface Succession {
  /** Nearest first. */
  readonly before: readonly Link[];
  readonly after: readonly Link[];
}

/** What an agreement follows and what follows it, all steps; a cycle ends where it closes. */
export function successionOf(id: string, ledger: ReadonlyMap<string, Agreement>): Succession {
  const predecessors = (of: string) =>
    (ledger.get(of)?.predecessors ?? []).map(({ agreement, how }) => ({ agreement, how }));
  const successors = (of: string) =>
    [...ledger.values()].flatMap((later) =>
      (later.predecessors ?? [])
        .filter((earlier) => earlier.agreement === of)
        .map(({ how }) => ({ agreement: later.id, how })),
    );
  return { before: walk(id, predecessors), after: walk(id, successors) };
}

function walk(
  start: string,
  next: (of: string) => readonly Omit<Link, 'steps'>[],
): readonly Link[] {
  const seen = new Set([start]);
  const links: Link[] = [];
  let edge = [start];
  for (let steps = 1; edge.length > 0; steps++) {
    const fresh = edge.flatMap(next).filter((link) => {
      const isNew = !seen.has(link.agreement);
      seen.add(link.agreement);
      return isNew;
    });
    fresh.sort((a, b) => compareText(a.agreement, b.agreement));
    links.push(...fresh.map((link) => ({ ...link, steps })));
    edge = fresh.map((link) => link.agreement);
  }
  return links;
}
