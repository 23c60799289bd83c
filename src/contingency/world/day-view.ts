import type { Day } from '../../base/day.ts';
import { type Binding, bindingsOn } from '../../reference/validity/bindings.ts';
import type { Objection } from '../../reference/validity/objection.ts';
import { objectionToExistence } from '../../reference/validity/party-objection.ts';
import { objectionToPromise } from '../../reference/validity/promise-objection.ts';
import type { Bond, Commitment, DayView, Instrument, TheatreAnswer, World } from './world.ts';

const viewsKept = 4;

/** All bonds in force on a day, or perhaps in force, without the agreements left out. */
export function viewOn(world: World, day: Day, without: readonly string[] = []): DayView {
  const key = [day, ...without].join(' ');
  const known = world.views.get(key);
  if (known) return known;
  const view = makeView(world, day, new Set(without));
  if (world.views.size >= viewsKept) world.views.delete([...world.views.keys()][0]);
  world.views.set(key, view);
  return view;
}

/** Whether the wording can call a promise though nobody attacked the state protected. */
export function callableUnattacked(commitment: Commitment): boolean {
  const kind = commitment.provision.trigger?.kind;
  if (kind === 'war' || kind === 'any war') return true;
  return kind === undefined && (commitment.duty === 'stay neutral' || commitment.duty === 'attack');
}

function makeView(world: World, day: Day, without: ReadonlySet<string>): DayView {
  const lists = () => world.codes.map((): Bond[] => []);
  const view = {
    day,
    ifAttacked: lists(),
    ifAtWar: lists(),
    notToAttack: new Map<number, Bond[]>(),
    parties: new Map<Instrument, Bindings>(),
    theatreAnswers: new Map<Commitment, Map<string, TheatreAnswer>>(),
  };
  for (const instrument of world.instruments) {
    if (without.has(instrument.agreement.id)) continue;
    const parties = bindingsOf(world, instrument, day);
    if (parties.size === 0) continue;
    view.parties.set(instrument, parties);
    for (const bond of bondsOf(world, instrument, parties, day)) {
      if (bond.commitment.duty === 'not attack') {
        const key = bond.bound * world.codes.length + bond.towards;
        const pledges = view.notToAttack.get(key);
        if (pledges) pledges.push(bond);
        else view.notToAttack.set(key, [bond]);
      } else if (callableUnattacked(bond.commitment)) view.ifAtWar[bond.towards].push(bond);
      else view.ifAttacked[bond.towards].push(bond);
    }
  }
  return view;
}

type Bindings = ReadonlyMap<number, Binding>;

/** Everyone whom an agreement binds on a day, or perhaps binds, by the numbers of the states. */
function bindingsOf(world: World, { timeline }: Instrument, day: Day): Bindings {
  const bindings = new Map<number, Binding>();
  for (const [code, binding] of bindingsOn(timeline, day, world.states)) {
    const state = world.indexOf.get(code);
    if (state !== undefined) bindings.set(state, binding);
  }
  return bindings;
}

function* bondsOf(
  world: World,
  instrument: Instrument,
  parties: Bindings,
  day: Day,
): Generator<Bond> {
  for (const commitment of instrument.commitments) {
    const protectedStates = statesMeant(commitment.towards, parties, world);
    for (const bound of statesMeant(commitment.bound, parties, world)) {
      if (!parties.has(bound)) continue;
      for (const towards of protectedStates) {
        if (towards === bound) continue;
        const tie = { bound, towards };
        const objection = objectionToBond({ commitment, ...tie }, parties, world, day);
        if (objection?.holds !== 'no') yield { commitment, ...tie, objection };
      }
    }
  }
}

/** The states a provision names, and those that perhaps stand in for them. */
function statesMeant(
  named: 'all' | readonly number[],
  parties: Bindings,
  { indexOf }: World,
): readonly number[] {
  if (named === 'all') return [...parties.keys()];
  const heirs = [...parties].filter(
    ([, { inPlaceOf }]) => inPlaceOf !== undefined && named.includes(indexOf.get(inPlaceOf) ?? -1),
  );
  return heirs.length === 0 ? named : [...named, ...heirs.map(([heir]) => heir)];
}

function objectionToBond(
  { commitment, bound, towards }: Bond,
  parties: Bindings,
  { codes, states }: World,
  day: Day,
): Objection | undefined {
  const { agreement, timeline } = commitment.instrument;
  const tie = { bound: codes[bound], towards: codes[towards] };
  const apart = objectionToPromise(agreement, commitment.provision, tie, day);
  if (apart) return apart;
  if (!parties.has(towards)) {
    if (timeline.spellsOf.has(tie.towards))
      return { holds: 'no', kind: 'not a party', state: tie.towards };
    const gone = objectionToExistence(tie.towards, day, states);
    if (gone) return gone;
  }
  return parties.get(bound)?.objection ?? parties.get(towards)?.objection;
}
