import { type ChanceAnswer, simulateChance, withChance } from '../contingency/chance/chance.ts';
import { honourRatesSchema } from '../contingency/chance/honour-rates.ts';
import { decideOutcome, proveOutcome } from '../contingency/decide-outcome.ts';
import type { Proof } from '../contingency/outcome/proof.ts';
import { compileWorld, type World } from '../contingency/world/world.ts';
import { furnitureLexiconSchema } from '../intake/furniture-lexicon.ts';
import { createIntake, type Input, type Taken } from '../intake/take-reports.ts';
import { foldLedger } from '../ledger/fold-ledger.ts';
import { proposeFrom } from '../ledger/propose.ts';
import type { Agreement } from '../model/agreement.ts';
import type { Entry, Proposal } from '../model/entry.ts';
import type { Made } from '../model/made.ts';
import type { Outcome, Scenario } from '../model/outcome.ts';
import type { Reading } from '../model/reading.ts';
import type { Report, ReportTaken } from '../model/report.ts';
import type { Story } from '../model/story.ts';
import { createDocumentNamer } from '../reading/name-document.ts';
import { type CodePair, createPairCoder } from '../reading/read-pair.ts';
import { createReportReader } from '../reading/read-report.ts';
import { loadSyntax } from '../reading/syntax/load-syntax.ts';
import type { Sentence } from '../reading/syntax/sentence.ts';
import { loadReference } from '../reference/load-reference.ts';
import type { Reference } from '../reference/reference.ts';
import { compareReadings } from '../stories/compare-readings.ts';
import { stopWordsSchema } from '../stories/stop-words.ts';
import { programVersion } from './version.ts';

export type Ledger = ReadonlyMap<string, Agreement>;

/** An outcome with what stands behind it. */
export interface Answer {
  readonly outcome: Outcome;
  /** One tree for each duty looked at: owed ones first, round by round, then open, then refused. */
  readonly proofs: readonly Proof[];
  readonly chance?: ChanceAnswer;
}

/** The whole way through, each step a pure function of what it is given and the facts. */
export interface Flow {
  readonly reference: Reference;
  readonly made: Made;
  /** bytes → Report */
  take(input: Input): Iterable<Taken>;
  /** Report → its sentences as trees, as the reader sees them */
  parse(report: Report): readonly Sentence[];
  /** Report → Reading */
  read(taken: ReportTaken): Reading;
  /** The event from one stretch of a text to another, the pair being given. */
  codePair: CodePair;
  /** Reading[] → Story[] */
  compare(readings: readonly Reading[]): Story[];
  /** Entry[] → Agreement, as known on a day */
  fold(entries: readonly Entry[], known?: string): Ledger;
  /** Reading[] → Proposal[]: what differs from the ledger */
  propose(readings: readonly Reading[], ledger: Ledger): readonly Proposal[];
  /** The ledger and the facts, ready for many scenarios */
  world(ledger: Ledger): World;
  /** Scenario → Outcome */
  decide(scenario: Scenario, world: World): Outcome;
  /** The same with its proofs; with a seed also base rates of the past, never mixed with duties. */
  answer(scenario: Scenario, world: World, seed?: number): Answer;
}

/** Loads facts and weights once and joins the stages. The reader is prepared when first used. */
export function createFlow(options: { readonly dataFolder?: string } = {}): Flow {
  const reference = loadReference(options);
  const syntax = once(() => loadSyntax());
  const made = once(() => ({
    entente: programVersion(),
    model: syntax().hash,
    facts: reference.hash.slice(0, 16),
  }));
  const language = (file: string) => reference.language.get(`en/${file}`);
  const takeReports = once(() => createIntake(furnitureLexiconSchema.parse(language('furniture'))));
  const nameDocument = once(() => createDocumentNamer(reference, syntax()));
  const readReport = once(() => createReportReader(reference, nameDocument(), made()));
  const codePair = once(() => createPairCoder(reference, nameDocument()));
  const stopWords = once(() => new Set(stopWordsSchema.parse(language('stop-words')).words));

  return {
    reference,
    get made() {
      return made();
    },
    take: (input) => takeReports()(input),
    parse: (report) => nameDocument()(report).sentences,
    read: (taken) => readReport()(taken),
    codePair: (text, source, target) => codePair()(text, source, target),
    compare: (readings) => compareReadings(readings, stopWords()),
    fold: (entries, known) => foldLedger(reference.agreements.values(), entries, { known }),
    propose: (readings, ledger) => proposeFrom(readings, ledger),
    world: (ledger) => compileWorld({ ...reference, agreements: ledger.values() }),
    decide: (scenario, world) => decideOutcome(scenario, world, made()),
    answer(scenario, world, seed) {
      const { outcome, proofs } = proveOutcome(scenario, world, made());
      const told = [...outcome.rounds.flat(), ...outcome.undecided, ...outcome.notOwed];
      const trees = told.flatMap((duty) => proofs.get(duty) ?? []);
      if (seed === undefined) return { outcome, proofs: trees };
      const rates = honourRatesSchema.parse(reference.tables.get('codebooks/honour-rates'));
      const chance = simulateChance({ scenario, world, rates, seed });
      return { outcome: withChance(outcome, world, rates), proofs: trees, chance };
    },
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
