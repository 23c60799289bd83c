import { compareText } from '../../base/text-order.ts';
import type { Agreement, Provision } from '../../model/agreement.ts';
import type { Duty } from '../../model/outcome.ts';
import type { Source } from '../../model/source.ts';
import type { State } from '../../model/state.ts';
import type { Place, Theatre } from '../../model/theatre.ts';
import { type Timeline, timelinesOf } from '../../reference/validity/timeline.ts';
import type { Commitment, Instrument, World } from './world.ts';

/** Everything the engine knows: agreements as a ledger holds them, and the facts about states. */
export interface Facts {
  readonly agreements: Iterable<Agreement>;
  readonly states: ReadonlyMap<string, State>;
  readonly theatres: ReadonlyMap<string, Theatre>;
  readonly places: ReadonlyMap<string, Place>;
}

/**
 * Indexes facts for the engine. About 20 ms for 700 agreements; make it once and keep it.
 * The order of the agreements given changes nothing.
 */
export function compileWorld(facts: Facts): World {
  const agreements = [...facts.agreements].sort((a, b) => compareText(a.id, b.id));
  const codes = [...codesIn(agreements, facts.states)].sort();
  const indexOf = new Map(codes.map((code, index) => [code, index]));
  const heirs = heirsOf(facts.states, indexOf);
  const next = { ordinal: 0 };
  const instruments = timelinesOf(agreements).map((timeline) =>
    compileInstrument(timeline, indexOf, heirs, next),
  );
  return {
    states: facts.states,
    theatres: facts.theatres,
    places: facts.places,
    codes,
    indexOf,
    instruments,
    instrumentsOf: byState(instruments),
    views: new Map(),
    names: new Map(),
  };
}

function codesIn(
  agreements: readonly Agreement[],
  states: ReadonlyMap<string, State>,
): ReadonlySet<string> {
  const codes = new Set(states.keys());
  const add = (list: 'all' | readonly string[] | undefined) => {
    if (list === 'all' || list === undefined) return;
    for (const code of list) codes.add(code);
  };
  for (const { parties, provisions } of agreements) {
    add(parties.map((party) => party.state));
    for (const { bound, towards, trigger } of provisions) {
      add(bound);
      add(towards);
      add(trigger?.by);
      add(trigger?.notBy);
      add(trigger?.supportedBy);
    }
  }
  return codes;
}

/** By state: those that its facts name as successors. */
function heirsOf(
  states: ReadonlyMap<string, State>,
  indexOf: ReadonlyMap<string, number>,
): ReadonlyMap<number, readonly number[]> {
  const heirs = new Map<number, readonly number[]>();
  for (const [code, state] of states) {
    const successors = (state.successors ?? []).flatMap((next) => indexOf.get(next.state) ?? []);
    const index = indexOf.get(code);
    if (index !== undefined && successors.length > 0) heirs.set(index, successors);
  }
  return heirs;
}

function compileInstrument(
  timeline: Timeline,
  indexOf: ReadonlyMap<string, number>,
  heirs: ReadonlyMap<number, readonly number[]>,
  next: { ordinal: number },
): Instrument {
  const index = (code: string) => indexOf.get(code) ?? -1;
  const commitments: Commitment[] = [];
  const { agreement } = timeline;
  const members = [...timeline.spellsOf.keys()].map(index);
  const instrument: Instrument = { agreement, timeline, members, commitments };
  for (const provision of agreement.provisions) {
    const duty = dutyOf(provision);
    if (duty === undefined) continue;
    const { trigger } = provision;
    commitments.push({
      ordinal: next.ordinal++,
      provision,
      instrument,
      duty,
      bound: provision.bound === 'all' ? 'all' : provision.bound.map(index),
      towards: provision.towards === 'all' ? 'all' : provision.towards.map(index),
      by: trigger?.by && marks(trigger.by.map(index), indexOf.size, heirs),
      notBy: trigger?.notBy && marks(trigger.notBy.map(index), indexOf.size, heirs),
      supportedBy: trigger?.supportedBy?.map(index),
      sources: sourcesOf(provision, agreement),
    });
  }
  return instrument;
}

/** Said where nothing better can be: such facts are marked unverified. */
const generalKnowledge: Source = { title: 'General knowledge, not verified' };

function sourcesOf(provision: Provision, agreement: Agreement): Source[] {
  const ids =
    provision.sources ??
    agreement.inForce?.sources ??
    agreement.signed?.sources ??
    Object.keys(agreement.sources);
  const named = ids.flatMap((id) => agreement.sources[id] ?? []);
  return named.length > 0 ? named : [generalKnowledge];
}

const warDuties = ['defend', 'attack', 'consult', 'stay neutral', 'not attack', 'aid'] as const;

function dutyOf(provision: Provision): Duty['duty'] | undefined {
  if (provision.duty === 'guarantee')
    return provision.strength === 'consult only' ? 'consult' : 'defend';
  return warDuties.find((duty) => duty === provision.duty);
}

function marks(
  named: readonly number[],
  size: number,
  heirs: ReadonlyMap<number, readonly number[]>,
): Uint8Array {
  const table = new Uint8Array(size);
  for (const state of named) for (const heir of heirs.get(state) ?? []) table[heir] = 2;
  for (const state of named) table[state] = 1;
  return table;
}

function byState(instruments: readonly Instrument[]): Map<number, Instrument[]> {
  const table = new Map<number, Instrument[]>();
  for (const instrument of instruments) {
    const states = new Set(instrument.members);
    for (const commitment of instrument.commitments) {
      if (commitment.bound !== 'all') for (const state of commitment.bound) states.add(state);
      if (commitment.towards !== 'all') for (const state of commitment.towards) states.add(state);
    }
    for (const state of states) {
      const list = table.get(state);
      if (list) list.push(instrument);
      else table.set(state, [instrument]);
    }
  }
  return table;
}
