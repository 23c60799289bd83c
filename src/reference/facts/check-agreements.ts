import { intersects } from '../../base/day.ts';
import { edtfInterval } from '../../base/edtf.ts';
import type { Finding } from '../../base/finding.ts';
import type { Agreement } from '../../model/agreement.ts';
import type { State } from '../../model/state.ts';
import type { FactSet, Filed } from './fact-set.ts';
import { type FactPath, factFault } from './yaml-file.ts';

/** What only a look at the whole agreement, at its parties and at its forerunners can show. */
export function checkAgreements(set: FactSet): Finding[] {
  const states = new Map(set.states.map((filed) => [filed.value.code, filed.value]));
  return [
    ...set.agreements.flatMap((filed) => checkPartiesExist(filed, states)),
    ...set.agreements.flatMap((filed) => checkOutsiders(filed, set.named.get('states'))),
    ...checkCircles(set.agreements),
  ];
}

/**
 * A state cannot join before it is there, nor after it is gone. One that signs shortly before its
 * independence is there on the day of entry into force, which is enough.
 */
function checkPartiesExist(filed: Filed<Agreement>, states: ReadonlyMap<string, State>): Finding[] {
  const { parties, signed, inForce } = filed.value;
  return parties.flatMap((party, index) => {
    const state = states.get(party.state);
    const written =
      party.from === undefined ? [party.signed ?? signed?.day, inForce?.day] : [party.from];
    const days = written.filter((day) => day !== undefined);
    const stretches = days.map(edtfInterval).filter((stretch) => stretch !== undefined);
    if (state === undefined || stretches.length === 0) return [];
    const there = stretches.some((days) => state.exists.some((life) => intersects(life, days)));
    if (there) return [];
    const fact = `${party.state} did not exist on ${days.join(' or ')}`;
    const message = `${fact}: it is there ${lives(state)}. ${advice(party.state)}`;
    return [factFault(filed.yaml, ['parties', index, 'state'], 'party-not-there', message)];
  });
}

function advice(code: string): string {
  return `Name the state of that day (a forerunner of ${code}?), or mend the day.`;
}

function lives(state: State): string {
  return state.exists
    .map(({ from, until }) => `${from ?? 'from long ago'} to ${until ?? 'today'}`)
    .join(', and ');
}

/** Only parties are bound, and only they are promised anything unless `protects` names others. */
function checkOutsiders(
  filed: Filed<Agreement>,
  known: ReadonlySet<string> = new Set(),
): Finding[] {
  const { parties, protects = [], provisions } = filed.value;
  const members = new Set(parties.map((party) => party.state));
  const fault = (path: FactPath, state: string, rest: string) =>
    factFault(filed.yaml, path, 'no-party', `${state} is not a party to this agreement${rest}`);
  return provisions.flatMap(({ bound, towards, duty }, index) => {
    const outsiders = (names: readonly string[] | 'all', also: readonly string[]) =>
      names === 'all'
        ? []
        : [...names.entries()].filter(
            ([, name]) => known.has(name) && !members.has(name) && !also.includes(name),
          );
    return [
      ...outsiders(bound, []).map(([at, state]) =>
        fault(['provisions', index, 'bound', at], state, ', so it cannot be bound by it.'),
      ),
      ...(duty === 'guarantee' ? [] : outsiders(towards, protects)).map(([at, state]) =>
        fault(
          ['provisions', index, 'towards', at],
          state,
          `. Where the text protects a third state, list it under "protects".`,
        ),
      ),
    ];
  });
}

/** An agreement that comes before itself. Said once, at the first of the circle by id. */
function checkCircles(agreements: readonly Filed<Agreement>[]): Finding[] {
  const byId = new Map(agreements.map((filed) => [filed.value.id, filed]));
  const said = new Set<string>();
  return [...byId.keys()].sort().flatMap((id) => {
    const circle = circleFrom(id, byId);
    const filed = byId.get(id);
    if (circle === undefined || filed === undefined || said.has(id)) return [];
    for (const member of circle) said.add(member);
    const way = [...circle, id].join(' after ');
    const message = `The predecessors go in a circle: ${way}. Take one of the links out.`;
    return [factFault(filed.yaml, ['predecessors'], 'circle', message)];
  });
}

function circleFrom(
  start: string,
  byId: ReadonlyMap<string, Filed<Agreement>>,
): readonly string[] | undefined {
  const ways: string[][] = [[start]];
  const seen = new Set<string>();
  for (let way = ways.pop(); way !== undefined; way = ways.pop()) {
    const links = byId.get(way[way.length - 1])?.value.predecessors ?? [];
    for (const { agreement } of links) {
      if (agreement === start) return way;
      if (seen.has(agreement)) continue;
      seen.add(agreement);
      ways.push([...way, agreement]);
    }
  }
  return undefined;
}
