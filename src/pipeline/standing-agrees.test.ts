import { expect, test } from 'vitest';
import { addDays, type Day } from '../base/day.ts';
import { dayRange } from '../base/edtf.ts';
import {
  objectionToAgreement,
  objectionToExistence,
  objectionToMember,
} from '../contingency/world/standing.ts';
import { compileWorld, type Instrument, type World } from '../contingency/world/world.ts';
import { loadReference } from '../reference/load-reference.ts';
import { agreementOn } from '../reference/validity/agreement-on.ts';

const reference = loadReference();
const world = compileWorld({ ...reference, agreements: reference.agreements.values() });

// The ledger sees one agreement alone: what takes its place is for the engine to know.
const alone = world.instruments.filter(({ replacedBy }) => replacedBy.length === 0);

test('the ledger and the engine say of every party, on every day that matters, the same', () => {
  const apart: string[] = [];
  for (const instrument of alone) {
    for (const on of daysThatMatter(instrument)) {
      const held = standingsInLedger(instrument, on);
      for (const [state, standing] of held) {
        const index = world.indexOf.get(state) ?? -1;
        if (objectionToExistence(world, index, on) !== undefined) continue;
        const binds = standingInEngine(world, instrument, index, on);
        if (binds !== standing) {
          apart.push(`${instrument.agreement.id} ${on} ${state}: ${standing}, engine ${binds}`);
        }
      }
    }
  }
  expect(apart).toEqual([]);
});

/** Each day told of the agreement and its parties, the one before and the one after. */
function daysThatMatter({ agreement }: Instrument): Day[] {
  const { signed, inForce, ended, suspended = [], parties } = agreement;
  const told = [
    ...[signed?.day, inForce?.day, ended?.day],
    ...suspended.flatMap(({ from, until }) => [from, until]),
    ...parties.flatMap(({ from, until }) => [from, until]),
  ].flatMap((day) => (day === undefined ? [] : (dayRange(day) ?? [])));
  const days = told.flatMap(({ from, last }) => [from, last]);
  return [...new Set(days.flatMap((day) => [addDays(day, -1), day, addDays(day, 1)]))];
}

function standingsInLedger({ agreement }: Instrument, on: Day): Map<string, string> {
  const { standing: whole, parties } = agreementOn(agreement, on);
  const best = new Map<string, string>();
  for (const { state, standing } of parties) {
    const binds = standing === 'bound' && whole !== 'suspended';
    const told = binds ? 'yes' : standing === 'not known' ? 'unknown' : 'no';
    const before = best.get(state);
    if (before === undefined || before === 'no' || told === 'yes') best.set(state, told);
  }
  return best;
}

function standingInEngine(within: World, instrument: Instrument, state: number, on: Day): string {
  const whole = objectionToAgreement(instrument, on);
  if (whole?.holds === 'no') return 'no';
  const own = objectionToMember(within, instrument, state, on);
  if (own?.holds === 'no') return 'no';
  return (own ?? whole)?.holds ?? 'yes';
}
