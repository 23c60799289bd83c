import { day } from '../base/day.ts';
import type { Agreement, Provision } from '../model/agreement.ts';
import type { Act, Scenario } from '../model/outcome.ts';
import type { State } from '../model/state.ts';
import type { Place, Theatre } from '../model/theatre.ts';
import type { Facts } from './world/compile-world.ts';

/** Small made-up facts for tests: states AAA, BBB ... and agreements written in one line. */

export const made = { entente: 'test', model: 'test', facts: 'test' };

export interface SmallProvision {
  readonly duty: Provision['duty'];
  readonly bound?: Provision['bound'];
  readonly towards?: Provision['towards'];
  readonly trigger?: Provision['trigger'];
  readonly strength?: Provision['strength'];
  readonly theatre?: string;
}

/** An agreement in force since 1950-01-01 unless `more` says otherwise. */
export function agreement(
  id: string,
  parties: readonly string[],
  provisions: readonly SmallProvision[],
  more: Partial<Agreement> = {},
): Agreement {
  return {
    id,
    name: `Treaty ${id}`,
    signed: { day: '1949-12-01', certainty: 'text' },
    inForce: { day: '1950-01-01', certainty: 'text' },
    standing: 'in force',
    parties: parties.map((state) => ({ state })),
    provisions: provisions.map((provision, i) => ({
      id: `art-${i + 1}`,
      article: String(i + 1),
      bound: 'all',
      towards: 'all',
      strength: 'automatic',
      text: 'The parties promise it.',
      certainty: 'text',
      sources: ['text'],
      ...provision,
    })),
    sources: { text: { title: `Text of ${id}` } },
    ...more,
  };
}

export function defence(more: Partial<SmallProvision> = {}): SmallProvision {
  return { duty: 'defend', trigger: { kind: 'armed attack' }, ...more };
}

export function state(code: string, more: Partial<State> = {}): State {
  return {
    code,
    exists: [{ from: day('1900-01-01') }],
    names: [{ name: code.toLowerCase(), kind: 'short' }],
    demonyms: [],
    capitals: [],
    regions: [],
    certainty: 'text',
    sources: {},
    ...more,
  };
}

export interface SmallFacts {
  readonly states?: readonly State[];
  readonly theatres?: readonly Theatre[];
  readonly places?: readonly Place[];
}

const codes = ['AAA', 'BBB', 'CCC', 'DDD', 'EEE', 'FFF', 'GGG', 'HHH'];

export function facts(agreements: readonly Agreement[], more: SmallFacts = {}): Facts {
  const states = new Map(codes.map((code) => [code, state(code)]));
  for (const own of more.states ?? []) states.set(own.code, own);
  return {
    agreements,
    states,
    theatres: new Map((more.theatres ?? []).map((theatre) => [theatre.id, theatre])),
    places: new Map((more.places ?? []).map((place) => [place.id, place])),
  };
}

/** `AAA>BBB` on 2000-01-01, or on the day after a blank: `AAA>BBB 2001-01-01`. */
export function acts(...lines: readonly string[]): Act[] {
  return lines.map((line) => {
    const [pair, on = '2000-01-01', place] = line.split(' ');
    const [attacker, target] = pair.split('>');
    return { attacker, target, on, ...(place === undefined ? {} : { in: place }) };
  });
}

export function scenario(given: readonly Act[], more: Partial<Scenario> = {}): Scenario {
  return { acts: [...given], reading: 'strict', assume: 'all', ledger: 'entente', ...more };
}
