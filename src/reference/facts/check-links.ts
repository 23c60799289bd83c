import type { Finding } from '../../base/finding.ts';
import { didYouMean, nearest } from '../../base/nearest.ts';
import type { Agreement } from '../../model/agreement.ts';
import type { FactSet, Filed } from './fact-set.ts';
import { type FactPath, factFault, type YamlFile } from './yaml-file.ts';

/** A name in a file that something else must bear. */
interface Link {
  readonly yaml: YamlFile;
  readonly path: FactPath;
  readonly kind: 'state' | 'organisation' | 'theatre' | 'place' | 'agreement' | 'region';
  readonly name: string;
}

type Known = Readonly<Record<Link['kind'], ReadonlySet<string>>>;

const listedIn: Readonly<Record<Link['kind'], string>> = {
  state: 'add data/states/',
  organisation: 'add data/organisations/',
  theatre: 'add data/theatres/',
  place: 'add it to data/places.yaml',
  agreement: 'add data/agreements/',
  region: 'name it under "regions" of a state or a place',
};

/** Every state, theatre, place, agreement, region and source that a file names must be known. */
export function checkLinks(set: FactSet): Finding[] {
  const known = knownNames(set);
  const links = [...agreementLinks(set), ...theatreLinks(set), ...stateLinks(set)];
  return [
    ...links.flatMap((link) => checkLink(link, known)),
    ...set.leaders.flatMap((filed) => checkHolderOf(filed, known)),
    ...[...set.agreements, ...set.states, ...set.organisations, ...set.theatres].flatMap((filed) =>
      checkSources(filed.yaml, filed.value, Object.keys(filed.value.sources)),
    ),
  ];
}

function knownNames(set: FactSet): Known {
  const named = (folder: string) => set.named.get(folder) ?? new Set<string>();
  const places = set.places.flatMap((filed) => filed.value.places);
  const withRegions = [...set.states.map((filed) => filed.value), ...places];
  return {
    state: named('states'),
    organisation: named('organisations'),
    theatre: named('theatres'),
    agreement: named('agreements'),
    place: new Set(places.map((place) => place.id)),
    region: new Set(withRegions.flatMap((one) => one.regions)),
  };
}

function checkLink({ yaml, path, kind, name }: Link, known: Known): Finding[] {
  if (known[kind].has(name)) return [];
  const like = alike(kind, name, known[kind]).map((one) => `"${one}"`);
  const where = listedIn[kind].endsWith('/') ? `${listedIn[kind]}${name}.yaml` : listedIn[kind];
  const advice = like.length > 0 ? `${didYouMean(like)} Else ${where}.` : ` Please ${where}.`;
  const message = `No ${kind} is called "${name}".${advice}`;
  return [factFault(yaml, path, `unknown-${kind}`, message)];
}

/** Codes have three letters only, so two of them must agree before one is offered for another. */
function alike(kind: Link['kind'], name: string, known: ReadonlySet<string>): string[] {
  if (kind !== 'state') return nearest(name, known);
  const agreeing = [...known].filter(
    (code) => [...code].filter((letter, index) => letter === name[index]).length >= 2,
  );
  return nearest(name, agreeing);
}

function agreementLinks(set: FactSet): Link[] {
  return set.agreements.flatMap(({ value, yaml }) => {
    const link = (kind: Link['kind'], path: FactPath, name: string): Link => ({
      yaml,
      path,
      kind,
      name,
    });
    const theatres = value.provisions.flatMap(({ theatre }, index) =>
      theatre === undefined ? [] : [link('theatre', ['provisions', index, 'theatre'], theatre)],
    );
    const earlier = (value.predecessors ?? []).map(({ agreement }, index) =>
      link('agreement', ['predecessors', index, 'agreement'], agreement),
    );
    const states = statesNamedIn(value).map(([path, state]) => link('state', path, state));
    return [...states, ...theatres, ...earlier];
  });
}

function statesNamedIn(agreement: Agreement): [FactPath, string][] {
  const found: [FactPath, string][] = [];
  const list = (path: FactPath, names: readonly string[] | 'all' | undefined) => {
    if (names === undefined || names === 'all') return;
    for (const [index, name] of names.entries()) found.push([[...path, index], name]);
  };
  for (const [index, { state }] of agreement.parties.entries()) {
    found.push([['parties', index, 'state'], state]);
  }
  list(['protects'], agreement.protects);
  for (const [index, { bound, towards, trigger }] of agreement.provisions.entries()) {
    const path = ['provisions', index];
    list([...path, 'bound'], bound);
    list([...path, 'towards'], towards);
    list([...path, 'trigger', 'by'], trigger?.by);
    list([...path, 'trigger', 'notBy'], trigger?.notBy);
    list([...path, 'trigger', 'supportedBy'], trigger?.supportedBy);
  }
  for (const [index, { between }] of (agreement.suspended ?? []).entries()) {
    list(['suspended', index, 'between'], between);
  }
  return found;
}

function theatreLinks(set: FactSet): Link[] {
  return set.theatres.flatMap(({ value, yaml }) => {
    const list = (kind: Link['kind'], key: string, names: readonly string[] | undefined): Link[] =>
      (names ?? []).map((name, index) => ({ yaml, path: [key, index], kind, name }));
    const placeOrState = (key: string, names: readonly string[] | undefined): Link[] =>
      (names ?? []).map((name, index) => {
        const kind = /^[A-Z]{3}$/.test(name) ? 'state' : 'place';
        return { yaml, path: [key, index], kind, name };
      });
    return [
      ...list('state', 'states', Array.isArray(value.states) ? value.states : undefined),
      ...list('region', 'regions', value.regions),
      ...list('region', 'within', value.within),
      ...list('region', 'holdings', value.holdings),
      ...placeOrState('includes', value.includes),
      ...placeOrState('excludes', value.excludes),
      ...placeOrState('open', value.open),
    ];
  });
}

function stateLinks(set: FactSet): Link[] {
  const successors = set.states.flatMap(({ value, yaml }) =>
    (value.successors ?? []).map(({ state }, index): Link => {
      return { yaml, path: ['successors', index, 'state'], kind: 'state', name: state };
    }),
  );
  const members = set.organisations.flatMap(({ value, yaml }) => {
    const found = (value.members ?? []).map(({ state }, index): Link => {
      return { yaml, path: ['members', index, 'state'], kind: 'state', name: state };
    });
    if (value.founding === undefined) return found;
    return [
      ...found,
      { yaml, path: ['founding'], kind: 'agreement' as const, name: value.founding },
    ];
  });
  const places = set.places.flatMap(({ value, yaml }) =>
    value.places.flatMap((place, index) => {
      const before = (place.heldBefore ?? []).map(({ of }, at) => [['heldBefore', at, 'of'], of]);
      const claims = (place.claimedBy ?? []).map((name, at) => [['claimedBy', at], name]);
      const now = [
        ...(place.of === undefined ? [] : [[['of'], place.of]]),
        ...(place.belongsTo === undefined ? [] : [[['belongsTo'], place.belongsTo]]),
      ];
      return ([...now, ...before, ...claims] as [FactPath, string][]).map(
        ([path, name]): Link => ({ yaml, path: ['places', index, ...path], kind: 'state', name }),
      );
    }),
  );
  return [...successors, ...members, ...places];
}

function checkHolderOf(filed: Filed<{ readonly of: string }>, known: Known): Finding[] {
  const name = filed.value.of;
  if (known.organisation.has(name)) return [];
  const kind = /^[A-Z]{3}$/.test(name) ? 'state' : 'organisation';
  return checkLink({ yaml: filed.yaml, path: ['of'], kind, name }, known);
}

/** Looks for `sources: [...]` anywhere below the top and looks for each among the file's own. */
function checkSources(yaml: YamlFile, value: unknown, keys: readonly string[]): Finding[] {
  const findings: Finding[] = [];
  const walk = (at: unknown, path: FactPath): void => {
    if (typeof at !== 'object' || at === null) return;
    for (const [key, inner] of Object.entries(at)) {
      const step = Array.isArray(at) ? Number(key) : key;
      if (key === 'sources' && Array.isArray(inner)) {
        for (const [index, name] of inner.entries()) {
          if (keys.includes(String(name))) continue;
          findings.push(unknownSource(yaml, [...path, step, index], String(name), keys));
        }
      } else walk(inner, [...path, step]);
    }
  };
  walk(value, []);
  return findings;
}

function unknownSource(
  yaml: YamlFile,
  path: FactPath,
  name: string,
  keys: readonly string[],
): Finding {
  const like = nearest(name, keys, 1).map((one) => `"${one}"`);
  const advice = didYouMean(like, ` It has: ${keys.join(', ') || 'none'}.`);
  const message = `This file names no source "${name}" under "sources".${advice}`;
  return factFault(yaml, path, 'unknown-source', message);
}
