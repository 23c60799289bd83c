import type { Day } from '../../base/day.ts';
import type { Agreement, Provision } from '../../model/agreement.ts';
import { nameOfState } from '../../model/names/state-name.ts';
import type { Duty } from '../../model/outcome.ts';
import type { Source } from '../../model/source.ts';
import type { State } from '../../model/state.ts';
import type { Place, Theatre } from '../../model/theatre.ts';
import type { Binding } from '../../reference/validity/bindings.ts';
import type { Objection } from '../../reference/validity/objection.ts';
import type { Timeline } from '../../reference/validity/timeline.ts';
import type { Holds } from '../holds.ts';

/** The facts, indexed once. States are numbers inside the engine, in the order of their codes. */
export interface World {
  readonly states: ReadonlyMap<string, State>;
  readonly theatres: ReadonlyMap<string, Theatre>;
  readonly places: ReadonlyMap<string, Place>;
  readonly codes: readonly string[];
  readonly indexOf: ReadonlyMap<string, number>;
  /** In the order of their ids, whatever the order they came in. */
  readonly instruments: readonly Instrument[];
  /** By state: the agreements it is a party to, is bound by or is protected by. */
  readonly instrumentsOf: ReadonlyMap<number, readonly Instrument[]>;
  /** Views already made, by day: a cache of the last few. */
  readonly views: Map<string, DayView>;
  /** Names already looked up, by day and state. */
  readonly names: Map<Day, string[]>;
}

/** An agreement as the engine asks of it. */
export interface Instrument {
  readonly agreement: Agreement;
  readonly timeline: Timeline;
  /** Its parties of all days, each once. */
  readonly members: readonly number[];
  readonly commitments: readonly Commitment[];
}

/** A provision that can ask something of a state in a war. */
export interface Commitment {
  /** Counted through all agreements. */
  readonly ordinal: number;
  readonly provision: Provision;
  readonly instrument: Instrument;
  /** What it asks of the bound state in a war; a guarantee asks to defend, or only to consult. */
  readonly duty: Duty['duty'];
  readonly bound: 'all' | readonly number[];
  readonly towards: 'all' | readonly number[];
  /** By state: 1 where its act counts, 2 where it is heir to a named state that is gone. */
  readonly by?: Uint8Array;
  readonly notBy?: Uint8Array;
  readonly supportedBy?: readonly number[];
  /** Of the provision; where it names none, those of its agreement's days, or all. */
  readonly sources: readonly Source[];
}

/** One provision between the state it binds and the one it is owed to, as it stands on a day. */
export interface Bond {
  readonly commitment: Commitment;
  /** Index of the state that owes. */
  readonly bound: number;
  /** Index of the state it is owed to. */
  readonly towards: number;
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
  /** By agreement: the states that it binds on the day, or perhaps binds. */
  readonly parties: ReadonlyMap<Instrument, ReadonlyMap<number, Binding>>;
  /** Answers of the theatre test, which depend on nothing but the day. */
  readonly theatreAnswers: Map<Commitment, Map<string, TheatreAnswer>>;
}

/** The name a state is known by on a day, or its code where the facts have no name. */
export function nameOf(world: World, state: number, day: Day): string {
  const names = world.names.get(day) ?? [];
  if (!world.names.has(day)) world.names.set(day, names);
  names[state] ??= nameOfState(world.codes[state], world, day);
  return names[state];
}
