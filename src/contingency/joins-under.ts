import type { Scenario } from '../model/outcome.ts';
import type { Call } from './clash.ts';

/** Who fights once bound to: all, those whose promise leaves no choice, or nobody. */
export function joinsUnder(assume: Scenario['assume']): (call: Call) => boolean {
  if (assume === 'none') return () => false;
  if (assume === 'all') return (call) => call.bond.commitment.provision.strength !== 'consult only';
  return (call) => call.bond.commitment.provision.strength === 'automatic';
}
