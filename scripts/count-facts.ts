// `node scripts/count-facts.ts`: how firm the facts under data/ are, as the table in docs/facts.md.
import { loadReference } from '../src/reference/load-reference.ts';

const firmness = ['text', 'reported', 'unverified', 'not marked'] as const;
type Marked = { readonly certainty?: (typeof firmness)[number] | undefined };

const reference = loadReference();
const agreements = [...reference.agreements.values()];
const provisions = agreements.flatMap((agreement) => agreement.provisions);
const fights = provisions.filter(({ duty }) => duty === 'defend' || duty === 'attack');
const standing = agreements.filter((agreement) => agreement.standing === 'in force');
const standingFights = standing
  .flatMap((agreement) => agreement.provisions)
  .filter(({ duty }) => duty === 'defend' || duty === 'attack');

const rows: readonly (readonly [string, readonly Marked[]])[] = [
  ['days of signature', agreements.flatMap(({ signed }) => signed ?? [])],
  ['days of entry into force', agreements.flatMap(({ inForce }) => inForce ?? [])],
  ['days of the end', agreements.flatMap(({ ended }) => ended ?? [])],
  ['memberships with days of their own', agreements.flatMap(ownDays)],
  ['promises, all', provisions],
  ['promises to fight', fights],
  ['promises to fight in agreements in force', standingFights],
  ['holders of offices', reference.leaders],
  ['organisations', [...reference.organisations.values()]],
  ['theatres', [...reference.theatres.values()]],
  ['states', [...reference.states.values()]],
];

process.stdout.write(`| fact | all | ${firmness.join(' | ')} |\n|---|${'--:|'.repeat(5)}\n`);
for (const [name, facts] of rows) {
  const counts = firmness.map((mark) => facts.filter((fact) => markOf(fact) === mark).length);
  process.stdout.write(`| ${name} | ${facts.length} | ${counts.join(' | ')} |\n`);
}
const withoutEntry = standing.filter(({ inForce }) => inForce === undefined).length;
const disputed = agreements.filter(({ disputes }) => disputes !== undefined).length;
process.stdout.write(
  `\n${agreements.length} agreements: ${standing.length} in force, ${withoutEntry} of them without ` +
    `a known day of entry; ${disputed} with values on which sources differ.\n`,
);

function ownDays({ parties }: (typeof agreements)[number]): Marked[] {
  return parties.filter(({ from, until }) => from !== undefined || until !== undefined);
}

function markOf({ certainty }: Marked): (typeof firmness)[number] {
  return certainty ?? 'not marked';
}
