import { type Day, type Interval, intersects } from '../../base/day.ts';
import type { Finding } from '../../base/finding.ts';
import type { State } from '../../model/state.ts';
import type { FactSet, Filed } from './fact-set.ts';
import { type FactPath, factFault } from './yaml-file.ts';

/** A name that something in a file bears, and where it stands. */
interface Named {
  readonly id: string;
  readonly filed: Filed<unknown>;
  readonly path: FactPath;
}

/** Every id is borne once and is its file's name; no two states share a name on a day unmarked. */
export function checkNames(set: FactSet): Finding[] {
  const kinds: readonly (readonly [string, readonly Named[]])[] = [
    ['state', set.states.map((filed) => ({ id: filed.value.code, filed, path: ['code'] }))],
    ['organisation', set.organisations.map(byId)],
    ['theatre', set.theatres.map(byId)],
    ['agreement', set.agreements.map(byId)],
    ['leaders of', set.leaders.map((filed) => ({ id: filed.value.of, filed, path: ['of'] }))],
  ];
  return [
    ...kinds.flatMap(([, named]) => named.flatMap(checkFileName)),
    ...kinds.flatMap(([what, named]) => checkTwice(what, named)),
    ...checkTwice('place', placesOf(set)),
    ...set.agreements.flatMap((filed) => checkTwice('provision', provisionsOf(filed))),
    ...checkSharedNames(set.states),
  ];
}

function byId(filed: Filed<{ readonly id: string }>): Named {
  return { id: filed.value.id, filed, path: ['id'] };
}

function placesOf(set: FactSet): Named[] {
  return set.places.flatMap((filed) =>
    filed.value.places.map((place, index) => ({
      id: place.id,
      filed,
      path: ['places', index, 'id'],
    })),
  );
}

function provisionsOf(filed: FactSet['agreements'][number]): Named[] {
  return filed.value.provisions.map((provision, index) => ({
    id: provision.id,
    filed,
    path: ['provisions', index, 'id'],
  }));
}

function checkFileName({ id, filed, path }: Named): Finding[] {
  const name = filed.yaml.file.path.split('/').at(-1) ?? '';
  if (name === `${id}.yaml`) return [];
  const fact = `The file is called ${name} but has "${id}".`;
  const message = `${fact} Call it ${id}.yaml, or mend the id.`;
  return [factFault(filed.yaml, path, 'id-and-file', message)];
}

function checkTwice(what: string, named: readonly Named[]): Finding[] {
  const first = new Map<string, Named>();
  const findings: Finding[] = [];
  for (const one of named) {
    const before = first.get(one.id);
    if (before === undefined) {
      first.set(one.id, one);
      continue;
    }
    const where = before.filed.yaml.file.shown;
    const fact = `There is another ${what} "${one.id}" in ${where}.`;
    const message = `${fact} Give one of them its own id.`;
    findings.push(factFault(one.filed.yaml, one.path, 'id-twice', message));
  }
  return findings;
}

/** A name on one day stands for one state, else both files list it under `ambiguous`. */
function checkSharedNames(states: readonly Filed<State>[]): Finding[] {
  const bearers = new Map<string, { state: State; days: Interval[] }[]>();
  const findings: Finding[] = [];
  for (const filed of states) {
    for (const [index, { name, from, until }] of filed.value.names.entries()) {
      const days = borneBy(filed.value, { from, until });
      const known = bearers.get(name) ?? [];
      const other = known.find(
        ({ state, days: others }) =>
          state.code !== filed.value.code &&
          days.some((one) => others.some((two) => intersects(one, two))) &&
          !(isAmbiguous(state, name) && isAmbiguous(filed.value, name)),
      );
      if (other !== undefined) {
        const fact = `"${name}" is also a name of ${other.state.code} on the same days.`;
        const message = `${fact} Date both, or list it under "ambiguous" in both files.`;
        findings.push(factFault(filed.yaml, ['names', index, 'name'], 'name-shared', message));
      }
      known.push({ state: filed.value, days });
      bearers.set(name, known);
    }
  }
  return findings;
}

/** The stretches in which the state is there and bears the name. */
function borneBy(state: State, days: Interval): Interval[] {
  return state.exists
    .filter((life) => intersects(life, days))
    .map((life) => ({ from: later(life.from, days.from), until: earlier(life.until, days.until) }));
}

function later(a: Day | undefined, b: Day | undefined): Day | undefined {
  return a === undefined || (b !== undefined && b > a) ? b : a;
}

function earlier(a: Day | undefined, b: Day | undefined): Day | undefined {
  return a === undefined || (b !== undefined && b < a) ? b : a;
}

function isAmbiguous(state: State, name: string): boolean {
  return state.ambiguous?.includes(name) === true;
}
