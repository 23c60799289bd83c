import { type Clash, opponentIn, type Rule, type Side, type War } from '../clash.ts';
import type { Holds } from '../holds.ts';
import type { Bond } from '../world/world.ts';
import { nameOf } from '../world/world.ts';

/** Whether the article names an act that calls it at all. */
export const namedActRule: Rule = {
  name: 'trigger',
  holds({ commitment }) {
    if (commitment.provision.trigger !== undefined) return 'yes';
    switch (commitment.duty) {
      case 'consult':
      case 'aid':
        return 'no';
      case 'defend':
        return commitment.provision.strength === 'not known' ? 'unknown' : 'yes';
      default:
        return 'yes';
    }
  },
  inWords({ bond }, holds) {
    const { trigger } = bond.commitment.provision;
    if (holds === 'no') return 'The provision names no act of war that calls it.';
    if (holds === 'unknown') return 'The words that call it are not known.';
    if (trigger === undefined) return unnamedTrigger(bond);
    return `It is called by ${actsMeant[trigger.kind]}, and an attack is one.`;
  },
};

const actsMeant = {
  'armed attack': 'an armed attack',
  aggression: 'aggression',
  threat: 'a threat or worse',
  war: 'war',
  'any war': 'any war, whoever began it',
};

function unnamedTrigger({ commitment }: Bond): string {
  switch (commitment.duty) {
    case 'not attack':
      return 'It holds at all times.';
    case 'stay neutral':
    case 'attack':
      return 'It names no condition: any war of the other calls it.';
    default:
      return 'It names no condition: an armed attack calls it.';
  }
}

/**
 * First striker: who moved first in a pair is not attacked when struck back, nor when others come
 * to the help of its victim (strict). The loose reading drops this. Wording that asks only for
 * war, and duties other than fighting on the side of the one at war, are free of it.
 */
export const firstStrikerRule: Rule = {
  name: 'first striker',
  holds: attackedFirst,
  inWords({ bond, clash, side, war }, holds) {
    const name = (state: number) => nameOf(war.world, state, clash.day);
    const [own, foe] = [name(bond.towards), name(opponentIn(clash, side))];
    if (bond.commitment.duty === 'not attack')
      return holds === 'no'
        ? `${own} struck first: striking back breaks no promise.`
        : `${own} has not attacked ${name(bond.bound)}.`;
    if (holds === 'unknown')
      return `Whether ${foe} only comes to the help of a victim of ${own} is not decided.`;
    if (holds === 'no') return firstMove(own, foe, clash, side);
    if (restsOnLooseReading(bond, clash, side, war))
      return `Loose reading: ${own} moved first, and is counted as attacked when fought by ${foe}.`;
    if (freeOfFirstStriker(bond)) return 'Who struck first makes no difference to this wording.';
    return side === 'target'
      ? `${foe} attacks ${own}, which has not attacked it.`
      : `${own} is at war with ${foe} and did not begin it.`;
  },
};

/** Nobody owes help, neutrality or counsel to the one it is itself at war with. */
export const ownEnemyRule: Rule = {
  name: 'own enemy',
  asked: ({ commitment }) => commitment.duty !== 'not attack',
  holds({ commitment, bound, towards }, _clash, _side, { pairs, world }) {
    if (commitment.duty === 'not attack') return 'yes';
    const states = world.codes.length;
    const atWar = pairs.has(bound * states + towards) || pairs.has(towards * states + bound);
    return atWar ? 'no' : 'yes';
  },
  inWords({ bond, clash, war }, holds) {
    const [state, own] = [bond.bound, bond.towards].map((one) => nameOf(war.world, one, clash.day));
    return holds === 'no'
      ? `${state} and ${own} are themselves at war with one another.`
      : `${state} and ${own} are not at war with one another.`;
  },
};

/** Whether a duty stands only because the loose reading drops the first-striker rule. */
export function restsOnLooseReading(bond: Bond, clash: Clash, side: Side, war: War): boolean {
  if (war.reading !== 'loose' || bond.commitment.duty === 'not attack') return false;
  return strictAnswer(bond, clash, side) === 'no';
}

function attackedFirst(bond: Bond, clash: Clash, side: Side, war: War): Holds {
  if (bond.commitment.duty === 'not attack') return notStruckBy(bond, war);
  const strict = strictAnswer(bond, clash, side);
  return war.reading === 'loose' ? 'yes' : strict;
}

/** A promise not to attack falls away towards the one that struck first. */
function notStruckBy({ bound, towards }: Bond, war: War): Holds {
  for (const { attacker, target, answering } of war.clashes) {
    if (attacker === towards && target === bound && answering === 'no') return 'no';
  }
  return 'yes';
}

function strictAnswer(bond: Bond, clash: Clash, side: Side): Holds {
  if (freeOfFirstStriker(bond)) return 'yes';
  if (side === 'target') return negate(clash.answering);
  // The protected state acts: it is at war, but nobody has attacked it.
  return bond.commitment.provision.trigger?.kind === 'war' ? clash.answering : 'no';
}

function freeOfFirstStriker({ commitment }: Bond): boolean {
  const kind = commitment.provision.trigger?.kind;
  if (kind === 'any war') return true;
  const fights = commitment.duty === 'defend' || commitment.duty === 'aid';
  if (kind === 'war') return !fights;
  return kind === undefined && (commitment.duty === 'stay neutral' || commitment.duty === 'attack');
}

function negate(holds: Holds): Holds {
  if (holds === 'unknown') return 'unknown';
  return holds === 'yes' ? 'no' : 'yes';
}

function firstMove(own: string, foe: string, clash: Clash, side: Side): string {
  if (side === 'attacker' && clash.answering !== 'yes')
    return `${own} moved first: nobody has attacked it.`;
  if (side === 'attacker') return `${own} came in by its own act: ${foe} has not attacked it.`;
  return `${own} struck first: who answers for the victim does not attack it.`;
}
