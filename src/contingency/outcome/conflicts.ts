import type { Conflict } from '../../model/outcome.ts';
import type { Binding } from '../../reference/validity/bindings.ts';
import { type Call, type Clash, foeOf, type War } from '../clash.ts';
import { viewOn } from '../world/day-view.ts';
import { type Commitment, nameOf } from '../world/world.ts';
import { articleName } from './proof.ts';

/** An owed call and where its duty stands in the outcome, counted through all rounds. */
export interface NumberedCall {
  readonly call: Call;
  readonly duty: number;
}

/**
 * Promises that cannot all be kept. Each names the duties and says why; none is chosen between.
 * Where a text ranks its promises, the rank is named.
 */
export function conflictsIn(
  war: War,
  owed: readonly NumberedCall[],
  without: readonly string[] = [],
): Conflict[] {
  const fighting = owed.filter(({ call }) => fights(call));
  const towards = Map.groupBy(owed, ({ call }) => pairOf(call.bond.bound, call.bond.towards, war));
  const toFoe = ({ call }: NumberedCall) =>
    towards.get(pairOf(call.bond.bound, foeOf(call), war)) ?? [];
  const found = [
    ...fighting.flatMap((one) => againstOthers(war, one, toFoe(one))),
    ...fighting.flatMap((one) => againstOwnAlly(war, one, without)),
    ...insideOneAgreement(war, without),
  ];
  return merged(found);
}

function fights({ bond }: Call): boolean {
  return bond.commitment.duty === 'defend' || bond.commitment.duty === 'attack';
}

/** A state and the one it owes something, as one number: an outcome may have 70,000 calls. */
function pairOf(bound: number, towards: number, { world }: War): number {
  return bound * world.codes.length + towards;
}

/** @param toFoe what the same state owes the one that it is bound to fight */
function againstOthers(
  war: War,
  one: NumberedCall,
  toFoe: readonly NumberedCall[],
): readonly Conflict[] {
  const { bond } = one.call;
  const found: Conflict[] = [];
  for (const other of toFoe) {
    const kind = kindOfConflict(one.call, other.call);
    if (kind === undefined || (kind === 'both sides' && other.duty <= one.duty)) continue;
    found.push({
      state: war.world.codes[bond.bound],
      duties: [one.duty, other.duty],
      kind,
      because: [
        callInWords(war, one.call),
        callInWords(war, other.call),
        ...ranks([one.call, other.call]),
      ],
    });
  }
  return found;
}

function kindOfConflict(one: Call, other: Call): Conflict['kind'] | undefined {
  switch (other.bond.commitment.duty) {
    case 'defend':
    case 'attack':
      return foeOf(other) === one.bond.towards ? 'both sides' : undefined;
    case 'not attack':
      return 'promised not to attack';
    case 'stay neutral':
      return 'neutral or ally';
    default:
      return undefined;
  }
}

/** The one to be fought is an ally too, though nothing calls that alliance. */
function againstOwnAlly(
  war: War,
  { call, duty }: NumberedCall,
  without: readonly string[],
): readonly Conflict[] {
  const { bound } = call.bond;
  const foe = foeOf(call);
  const view = viewOn(war.world, call.clash.day, without);
  const allied = [...view.ifAttacked[foe], ...view.ifAtWar[foe]].filter(
    (bond) => bond.bound === bound && bond.commitment.duty === 'defend' && !bond.objection,
  );
  if (allied.length === 0) return [];
  const name = (state: number) => nameOf(war.world, state, call.clash.day);
  const alliances = allied.map(
    (bond) => `${name(bound)} has promised to defend ${name(foe)} as well: ${articleName(bond)}.`,
  );
  const state = war.world.codes[bound];
  const because = [callInWords(war, call), ...new Set(alliances)];
  return [{ state, duties: [duty], kind: 'own ally attacks', because }];
}

/** One agreement holds the attacker and the attacked; listed once, for the attacker. */
function insideOneAgreement(war: War, without: readonly string[]): readonly Conflict[] {
  const found: Conflict[] = [];
  for (const clash of war.clashes) {
    if (!clash.given) continue;
    const view = viewOn(war.world, clash.day, without);
    for (const [instrument, parties] of view.parties) {
      if (!bothBound(parties, clash)) continue;
      if (!instrument.commitments.some((commitment) => defendsBoth(commitment, clash))) continue;
      const name = (state: number) => nameOf(war.world, state, clash.day);
      const others = [...parties.keys()]
        .filter((state) => state !== clash.attacker && state !== clash.target)
        .map(name)
        .sort();
      const [attacker, target] = [name(clash.attacker), name(clash.target)];
      const because = [`${instrument.agreement.name} holds both ${attacker} and ${target}.`];
      if (others.length > 0) because.push(`Allied to both by it: ${others.join(', ')}.`);
      found.push({
        state: war.world.codes[clash.attacker],
        duties: [],
        kind: 'both sides',
        because,
      });
    }
  }
  return found;
}

function bothBound(parties: ReadonlyMap<number, Binding>, { attacker, target }: Clash): boolean {
  const [one, other] = [parties.get(attacker), parties.get(target)];
  return one !== undefined && other !== undefined && !one.objection && !other.objection;
}

/** A guarantee of one state alone allies nobody to its other parties. */
function defendsBoth({ duty, towards }: Commitment, { attacker, target }: Clash): boolean {
  if (duty !== 'defend') return false;
  return towards === 'all' || (towards.includes(attacker) && towards.includes(target));
}

function callInWords({ world }: War, call: Call): string {
  const { bond, clash } = call;
  const name = (state: number) => nameOf(world, state, clash.day);
  const own = name(bond.towards);
  const foe = name(foeOf(call));
  const words = {
    defend: `must defend ${own} against ${foe}`,
    attack: `must join ${own} against ${foe}`,
    aid: `must aid ${own} against ${foe}`,
    consult: `must consult with ${own}`,
    'stay neutral': `must stay neutral towards ${own}`,
    'not attack': `must not attack ${own}`,
  };
  return `${name(bond.bound)} ${words[bond.commitment.duty]}: ${articleName(bond)}.`;
}

function ranks(calls: readonly Call[]): string[] {
  return calls.flatMap(({ bond }) => {
    const { without } = bond.commitment.provision;
    return without === undefined ? [] : [`${articleName(bond)} ranks promises: ${without}`];
  });
}

/** One conflict for each state, kind and pair of duties. */
function merged(found: readonly Conflict[]): Conflict[] {
  const seen = new Map<string, Conflict>();
  for (const conflict of found) {
    const { state, kind, duties, because } = conflict;
    const key = [state, kind, ...duties, ...(duties.length === 0 ? because : [])].join(' ');
    if (!seen.has(key)) seen.set(key, conflict);
  }
  return [...seen.values()];
}
