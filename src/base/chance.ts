/** A stream of random numbers in [0, 1) that a seed decides wholly. */
export type Chance = () => number;

/**
 * Seeded chance by the mulberry32 generator (Tommy Ettinger, public domain): 32 bits of state,
 * full period, quick, and good enough for simulations and property tests. Not for secrets.
 */
export function seededChance(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A whole number from 0 up to, not including, `below`. */
export function pickNumber(chance: Chance, below: number): number {
  return Math.floor(chance() * below);
}
