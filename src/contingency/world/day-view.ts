import type { Day } from '../../base/day.ts';
import type { Holds } from '../holds.ts';
import {
  type Objection,
  objectionToAgreement,
  objectionToExistence,
  objectionToMember,
  objectionToTie,
} from './standing.ts';
import { type Clause, type Instrument, type Member, nameOf, type World } from './world.ts';

/** One provision between the state it binds and the one it is owed to, as it stands on a day. */
export interface Bond {
  readonly clause: Clause;
  /** Index of the state that owes. */
  readonly bound: number;
  /** Index of the state it is owed to. */
  readonly towards: number;
  /** The states it stands in for, `[bound, towards]`, where one of the two is an heir. */
  readonly inPlaceOf?: readonly [number, number];
  /** Absent: in force. Else why that is not known, or, among bonds asleep, why it is not. */
  readonly objection?: Objection;
}

/** Whether a place lies where a promise holds, and why. */
export interface TheatreAnswer {
  readonly holds: Holds;
  readonly because: string;
}

/** The bonds of one day, by the state they protect. */
export interface DayView {
  readonly day: Day;
  /** Called only where the state protected is attacked. */
  readonly ifAttacked: readonly (readonly Bond[])[];
  /** Called also where it moved first or came to another's help. */
  readonly ifAtWar: readonly (readonly Bond[])[];
  /** Promises not to attack, by `bound * states + towards`. */
  readonly notToAttack: ReadonlyMap<number, readonly Bond[]>;
  /** Whether a state is bound by an agreement, as a party, on the day. */
  readonly parties: ReadonlyMap<Instrument, ReadonlyMap<number, Holds>>;
  /** Answers of the theatre test, which depend on nothing but the day. */
  readonly theatreAnswers: Map<Clause, Map<string, TheatreAnswer>>;
}

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
export function callableUnattacked(clause: Clause): boolean {
  const kind = clause.provision.trigger?.kind;
  if (kind === 'war' || kind === 'any war') return true;
  return kind === undefined && (clause.duty === 'stay neutral' || clause.duty === 'attack');
}

function makeView(world: World, day: Day, without: ReadonlySet<string>): DayView {
  const lists = () => world.codes.map((): Bond[] => []);
  const view = {
    day,
    ifAttacked: lists(),
    ifAtWar: lists(),
    notToAttack: new Map<number, Bond[]>(),
    parties: new Map<Instrument, ReadonlyMap<number, Holds>>(),
    theatreAnswers: new Map<Clause, Map<string, TheatreAnswer>>(),
  };
  for (const instrument of world.instruments) {
    if (without.has(instrument.agreement.id)) continue;
    const whole = objectionToAgreement(instrument, day);
    if (whole?.holds === 'no') continue;
    const parties = partiesOn(world, instrument, day, whole);
    view.parties.set(
      instrument,
      new Map([...parties.bound].map(([state, objection]) => [state, objection?.holds ?? 'yes'])),
    );
    for (const bond of bondsOf(world, instrument, parties, day)) {
      if (bond.clause.duty === 'not attack') {
        const key = bond.bound * world.codes.length + bond.towards;
        const pledges = view.notToAttack.get(key);
        if (pledges) pledges.push(bond);
        else view.notToAttack.set(key, [bond]);
      } else if (callableUnattacked(bond.clause)) view.ifAtWar[bond.towards].push(bond);
      else view.ifAttacked[bond.towards].push(bond);
    }
  }
  return view;
}

interface Parties {
  /** States bound on the day, and what leaves that open. */
  readonly bound: ReadonlyMap<number, Objection | undefined>;
  /** Who perhaps stands in for whom. */
  readonly heirs: ReadonlyMap<number, number>;
}

/** Parties that are bound on the day, or perhaps; heirs of a party that is gone are perhaps. */
function partiesOn(
  world: World,
  instrument: Instrument,
  day: Day,
  whole: Objection | undefined,
): Parties {
  const bound = new Map<number, Objection | undefined>();
  const heirs = new Map<number, number>();
  for (const { state } of instrument.members) {
    if (bound.has(state)) continue;
    const own = objectionToMember(world, instrument, state, day);
    if (own?.holds !== 'no') bound.set(state, own ?? whole);
  }
  for (const { state } of instrument.members) {
    for (const [heir, objection] of heirsOn(world, instrument, state, day)) {
      if (bound.has(heir)) continue;
      bound.set(heir, objection ?? whole);
      heirs.set(heir, state);
    }
  }
  return { bound, heirs };
}

type Heir = readonly [state: number, objection: Objection | undefined];

/**
 * Who stands in for a party that is gone: the successor that its facts say carries on its
 * treaties, else perhaps every successor. Where the agreement's own parties name a successor, only
 * they say it.
 */
function heirsOn(world: World, instrument: Instrument, state: number, day: Day): readonly Heir[] {
  const facts = world.states.get(world.codes[state]);
  if (!facts?.successors || objectionToExistence(world, state, day) === undefined) return [];
  const { members } = instrument;
  const named = members.some(({ membership }) =>
    facts.successors?.some((next) => next.state === membership.state),
  );
  const goneBefore = instrument.spellsOf.get(state)?.some((member) => leftOn(member, day));
  if (named || goneBefore) return [];
  const continuing = facts.successors.filter((next) => next.continues);
  const candidates = continuing.length > 0 ? continuing : facts.successors;
  return candidates.flatMap((next): readonly Heir[] => {
    const heir = world.indexOf.get(next.state);
    if (heir === undefined || day < next.from) return [];
    if (!joinedBy(instrument, state, next.from)) return [];
    if (next.continues) return [[heir, undefined]];
    const says =
      `${nameOf(world, state, day)} was the party; whether ${nameOf(world, heir, day)} stands in ` +
      'for it is told neither by the agreement nor by the facts held about it.';
    return [[heir, { holds: 'unknown', says }]];
  });
}

/** A state that lived twice hands on only what it had joined in its life before. */
function joinedBy(instrument: Instrument, state: number, day: Day): boolean {
  const began = instrument.inForce ?? instrument.signed;
  return (instrument.spellsOf.get(state) ?? []).some(({ from }) => {
    const first = (from ?? began)?.from;
    return first === undefined || first <= day;
  });
}

/** Whether a member had left by a day, by its own exit and not by ceasing to exist. */
function leftOn({ until, membership }: Member, day: Day): boolean {
  return until !== undefined && until.from <= day && membership.left !== 'ceased to exist';
}

function* bondsOf(
  world: World,
  instrument: Instrument,
  parties: Parties,
  day: Day,
): Generator<Bond> {
  for (const clause of instrument.clauses) {
    const towards = statesOn(clause.towards, parties);
    for (const bound of statesOn(clause.bound, parties)) {
      if (!parties.bound.has(bound)) continue;
      for (const protectedState of towards) {
        if (protectedState === bound) continue;
        const tie = { bound, towards: protectedState };
        const objection = objectionToBond(world, clause, tie, { parties, day });
        if (objection?.holds === 'no') continue;
        const places = [parties.heirs.get(bound), parties.heirs.get(protectedState)] as const;
        if (places[0] === undefined && places[1] === undefined) yield { clause, ...tie, objection };
        else
          yield {
            clause,
            ...tie,
            objection,
            inPlaceOf: [places[0] ?? bound, places[1] ?? protectedState],
          };
      }
    }
  }
}

/** The states a clause names, and those that perhaps stand in for them. */
function statesOn(named: 'all' | readonly number[], parties: Parties): readonly number[] {
  if (named === 'all') return [...parties.bound.keys()];
  const heirs = [...parties.heirs].filter(([, gone]) => named.includes(gone));
  return heirs.length === 0 ? named : [...named, ...heirs.map(([heir]) => heir)];
}

function objectionToBond(
  world: World,
  clause: Clause,
  tie: { readonly bound: number; readonly towards: number },
  on: { readonly parties: Parties; readonly day: Day },
): Objection | undefined {
  const { bound } = on.parties;
  const apart = objectionToTie(world, clause, tie, on.day);
  if (apart) return apart;
  if (!bound.has(tie.towards)) {
    const isParty = clause.agreement.spellsOf.has(tie.towards);
    if (isParty) return { holds: 'no', says: 'The state it is owed to is no party on the day.' };
    const gone = objectionToExistence(world, tie.towards, on.day);
    if (gone) return gone;
  }
  return bound.get(tie.bound) ?? bound.get(tie.towards);
}
