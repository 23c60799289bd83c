import { compareText } from '../../base/text-order.ts';
import type { Duty } from '../../model/outcome.ts';
import { bondKey, type Clash, type Side, type War } from '../clash.ts';
import { viewOn } from '../world/day-view.ts';
import type { Bond, World } from '../world/world.ts';
import { certaintyOf, decidingStep, type Proof, proofInSentences, prove } from './proof.ts';

/** A bond that was called, refused or left open, before it becomes a line of the outcome. */
export interface Found {
  readonly bond: Bond;
  readonly clash: Clash;
  readonly side: Side;
  readonly foes: ReadonlySet<number>;
  /** Index of the act that calls it, or for which it was looked at. */
  readonly act: number;
  /** How many clashes there were then. */
  readonly seen: number;
}

/** By state, agreement, provision and whom it is owed to: the order of the facts shows nowhere. */
export function inOrder<F extends Found>(found: readonly F[], world: World): F[] {
  const keyed = found.map((one) => {
    const { commitment, bound, towards } = one.bond;
    const { id } = commitment.instrument.agreement;
    const key = [world.codes[bound], id, commitment.provision.id, world.codes[towards]].join(' ');
    return { one, key };
  });
  keyed.sort((a, b) => compareText(a.key, b.key));
  return keyed.map(({ one }) => one);
}

/** One line for each bond, with all the foes it is called against; the first decides its proof. */
export function mergedByBond(found: readonly Found[], world: World): Found[] {
  const merged = new Map<number, Found & { readonly foes: Set<number> }>();
  for (const one of found) {
    const key = bondKey(one.bond, 0, world);
    const known = merged.get(key);
    if (known) for (const foe of one.foes) known.foes.add(foe);
    else merged.set(key, { ...one, foes: new Set(one.foes) });
  }
  return inOrder([...merged.values()], world);
}

/**
 * The line of the outcome with its proof.
 * @param warThen the war as it stood when this was decided; its view is set to the day
 */
export function dutyFound(
  found: Found,
  warThen: War,
  without: readonly string[] | undefined,
): { readonly duty: Duty; readonly proof: Proof } {
  const { bond, clash, side, foes, act } = found;
  const { world } = warThen;
  warThen.view = viewOn(world, clash.day, without);
  const proof = prove({ bond, clash, side, war: warThen });
  const { provision, instrument } = bond.commitment;
  const pledge = bond.commitment.duty === 'not attack';
  // States are numbered in the order of their codes.
  const against = pledge ? [] : [...foes].sort((a, b) => a - b).map((foe) => world.codes[foe]);
  const because = [proof.says, ...proofInSentences(proof)];
  if (against.length > 1) because.push(`The same against ${against.join(', ')}.`);
  const test = decidingStep(proof)?.test;
  const duty: Duty = {
    state: world.codes[bond.bound],
    duty: bond.commitment.duty,
    towards: [world.codes[bond.towards]],
    against,
    agreement: instrument.agreement.id,
    provision: provision.id,
    ...(provision.article === undefined ? {} : { article: provision.article }),
    strength: provision.strength,
    because,
    sources: [...bond.commitment.sources],
    certainty: certaintyOf(bond, world),
    act,
    ...(test === undefined ? {} : { test }),
  };
  return { duty, proof };
}
