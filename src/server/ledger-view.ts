import type { Day } from '../base/day.ts';
import type { Agreement } from '../model/agreement.ts';
import type { AgreementOn } from '../model/agreement-on.ts';
import { type Difference, withoutAndWith } from '../model/answers/difference.ts';
import type { Exposure } from '../model/answers/exposure.ts';
import type { Flow, Ledger, World } from '../pipeline/flow.ts';
import type { Workbench } from '../pipeline/workbench.ts';

/** The ledger as it stands, and what the pages ask of it. */
export interface LedgerView {
  readonly ledger: Ledger;
  readonly world: World;
  validOn(agreement: Agreement, on: Day): AgreementOn;
  difference(agreement: string, on: Day): Difference;
  exposure(state: string, on: Day): Exposure;
}

/** Gives the ledger as it stands when asked. */
export type LedgerViews = () => Promise<LedgerView>;

/** Differences tried over all pairs of states take about a second: so many are kept. */
const mostKept = 40;

/** Gives the view of the ledger as decided so far; made anew only after a decision. */
export function createLedgerViews({ archive, flow }: Workbench): LedgerViews {
  let latest: { readonly last: string; readonly view: LedgerView } | undefined;
  return async () => {
    const entries = await archive.entries();
    const last = entries.at(-1)?.hash ?? '';
    if (latest?.last !== last) {
      const ledger = flow.fold(entries);
      latest = { last, view: makeView(ledger, flow) };
    }
    return latest.view;
  };
}

function makeView(ledger: Ledger, flow: Flow): LedgerView {
  const world = flow.world(ledger);
  const differences = new Map<string, Difference>();
  return {
    ledger,
    world,
    difference(agreement, on) {
      const key = `${agreement} ${on}`;
      const known = differences.get(key);
      if (known) return known;
      const sides = withoutAndWith(agreement, on);
      const made = flow.difference({ ...sides, reading: 'strict', assume: 'all' }, world);
      const [oldest] = differences.keys();
      if (differences.size >= mostKept) differences.delete(oldest);
      differences.set(key, made);
      return made;
    },
    validOn: (agreement, on) => flow.validOn(agreement, on, ledger),
    exposure: (state, on) => flow.exposure(state, on, world),
  };
}
