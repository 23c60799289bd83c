import type { Chance } from '../../base/chance.ts';

/** A draw from the beta distribution, as the share of one of two gamma draws. */
export function betaDraw(a: number, b: number, chance: Chance): number {
  const left = gammaDraw(a, chance);
  return left / (left + gammaDraw(b, chance));
}

/** A draw from the gamma distribution of scale 1 (Marsaglia and Tsang 2000). */
function gammaDraw(shape: number, chance: Chance): number {
  // Below 1 the method needs the shape raised by one, and a power of a uniform draw.
  if (shape < 1) return gammaDraw(shape + 1, chance) * positive(chance) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const normal = normalDraw(chance);
    const v = (1 + c * normal) ** 3;
    if (v <= 0) continue;
    if (Math.log(positive(chance)) < normal ** 2 / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** A standard normal draw (Box and Muller 1958). */
function normalDraw(chance: Chance): number {
  return Math.sqrt(-2 * Math.log(positive(chance))) * Math.cos(2 * Math.PI * chance());
}

/** Uniform, and never zero: its logarithm is taken. */
function positive(chance: Chance): number {
  return 1 - chance();
}
