import { opponentIn, type Rule } from '../clash.ts';
import { nameOf, type World } from '../world/world.ts';

/** The promise names the states whose act counts. */
export const namedFoeRule: Rule = {
  name: 'named foe',
  holds({ commitment }, clash, side) {
    if (commitment.by === undefined) return 'yes';
    const mark = commitment.by[opponentIn(clash, side)];
    return mark === 1 ? 'yes' : mark === 2 ? 'unknown' : 'no';
  },
  inWords({ bond, clash, side, war }, holds) {
    const { by } = bond.commitment.provision.trigger ?? {};
    if (by === undefined) return 'It names no foe: anyone counts.';
    const foe = nameOf(war.world, opponentIn(clash, side), clash.day);
    const named = listed(war.world, by);
    if (holds === 'yes') return `It names ${named} as the foe.`;
    if (holds === 'no') return `It names ${named} as the foe, and ${foe} is not among them.`;
    return `It names ${named}; whether ${foe} counts as its heir is not known.`;
  },
};

/** The promise leaves out acts of some states. */
export const exceptedFoeRule: Rule = {
  name: 'excepted foe',
  asked: ({ commitment }) => commitment.notBy !== undefined,
  holds({ commitment }, clash, side) {
    if (commitment.notBy === undefined) return 'yes';
    const mark = commitment.notBy[opponentIn(clash, side)];
    return mark === 1 ? 'no' : mark === 2 ? 'unknown' : 'yes';
  },
  inWords({ bond, clash, side, war }, holds) {
    const { notBy } = bond.commitment.provision.trigger ?? {};
    const named = listed(war.world, notBy ?? []);
    const foe = nameOf(war.world, opponentIn(clash, side), clash.day);
    if (holds === 'yes') return `It excepts ${named}; ${foe} is not among them.`;
    if (holds === 'no') return `It excepts acts of ${foe}.`;
    return `It excepts ${named}; whether ${foe} counts as its heir is not known.`;
  },
};

/** The promise asks that several states attack together. */
export const numberRule: Rule = {
  name: 'number of attackers',
  asked: ({ commitment }) => commitment.provision.trigger?.atLeast !== undefined,
  holds(bond, _clash, _side, war) {
    const least = bond.commitment.provision.trigger?.atLeast;
    if (least === undefined) return 'yes';
    return attackersOf(bond.towards, war.clashes).size >= least ? 'yes' : 'no';
  },
  inWords({ bond, clash, war }, holds) {
    const least = bond.commitment.provision.trigger?.atLeast;
    const count = attackersOf(bond.towards, war.clashes).size;
    const own = nameOf(war.world, bond.towards, clash.day);
    const enough = holds === 'yes' ? 'are enough' : 'are too few';
    return `It asks for ${least} attackers; ${own} has ${count}: they ${enough}.`;
  },
};

/** The promise asks that another named state stands behind the attacker. */
export const supportRule: Rule = {
  name: 'support',
  asked: ({ commitment }) => commitment.supportedBy !== undefined,
  holds({ commitment, towards }, clash, side, war) {
    if (commitment.supportedBy === undefined) return 'yes';
    const attackers = attackersOf(towards, war.clashes);
    const foe = opponentIn(clash, side);
    return commitment.supportedBy.some((state) => state !== foe && attackers.has(state))
      ? 'yes'
      : 'no';
  },
  inWords({ bond, clash, side, war }, holds) {
    const { supportedBy } = bond.commitment.provision.trigger ?? {};
    const named = listed(war.world, supportedBy ?? []);
    const foe = nameOf(war.world, opponentIn(clash, side), clash.day);
    return holds === 'yes'
      ? `It asks that ${named} stand behind the attacker, as happens here.`
      : `It asks that ${named} stand behind the attacker; the acts show nobody behind ${foe}.`;
  },
};

/** The promise asks that the victim gave no provocation. */
export const provocationRule: Rule = {
  name: 'provocation',
  asked: ({ commitment }) => commitment.provision.trigger?.unprovoked === true,
  holds({ commitment }, clash, side) {
    if (!commitment.provision.trigger?.unprovoked || side === 'attacker') return 'yes';
    return clash.provoked ? 'no' : 'yes';
  },
  inWords(_question, holds) {
    return holds === 'yes'
      ? 'It asks for an attack without provocation, and none is given in the scenario.'
      : 'It asks for an attack without provocation; this one is given as provoked.';
  },
};

/** States that attack another without answering an attack of its own. */
function attackersOf(
  target: number,
  clashes: readonly { attacker: number; target: number; answering: string }[],
): ReadonlySet<number> {
  const attackers = new Set<number>();
  for (const clash of clashes) {
    if (clash.target === target && clash.answering !== 'yes') attackers.add(clash.attacker);
  }
  return attackers;
}

function listed(world: World, codes: readonly string[]): string {
  const names = codes.map((code) => world.states.get(code)?.names[0]?.name ?? code);
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}
