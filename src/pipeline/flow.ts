import type { Day } from '../base/day.ts';
import { decideOutcome } from '../contingency/decide-outcome.ts';
import { explainProof } from '../contingency/outcome/explain.ts';
import type { Proof } from '../contingency/outcome/proof.ts';
import { owedDuties } from '../contingency/owed-duties.ts';
import { difference } from '../contingency/sweeps/difference.ts';
import { exposureOf } from '../contingency/sweeps/exposure.ts';
import { compileWorld } from '../contingency/world/compile-world.ts';
import type { World } from '../contingency/world/world.ts';
import { createLanguageIdentifier } from '../intake/identify-language.ts';
import { createIntake, type Input, type Taken } from '../intake/take-reports.ts';
import { foldLedger } from '../ledger/fold-ledger.ts';
import { proposeFrom } from '../ledger/propose.ts';
import { createReportWords } from '../ledger/report-words.ts';
import { showProposal } from '../ledger/show-proposal.ts';
import type { Agreement } from '../model/agreement.ts';
import type { AgreementOn } from '../model/agreement-on.ts';
import type { Comparison, Difference } from '../model/answers/difference.ts';
import type { Exposure } from '../model/answers/exposure.ts';
import type { Entry, Proposal, ProposalRow } from '../model/entry.ts';
import type { Made } from '../model/made.ts';
import type { Outcome, Scenario } from '../model/outcome.ts';
import type { Reading } from '../model/reading.ts';
import type { Report, ReportTaken } from '../model/report.ts';
import type { Story } from '../model/story.ts';
import type { CodePair } from '../reading/read-pair.ts';
import { createReaders, leaveUnread } from '../reading/reader.ts';
import { formatConllu } from '../reading/syntax/conllu.ts';
import { loadSyntax } from '../reading/syntax/load-syntax.ts';
import { constructionsInWords } from '../reference/constructions/constructions.ts';
import { packFor } from '../reference/language.ts';
import { type LoadOptions, loadReference } from '../reference/load-reference.ts';
import type { Reference } from '../reference/reference.ts';
import { agreementOn } from '../reference/validity/agreement-on.ts';
import { type Succession, successionOf } from '../reference/validity/succession.ts';
import type { NamedText } from '../research/alliances/import-atop.ts';
import { importDataSet } from '../research/alliances/import-data-set.ts';
import type { ImportedLedger } from '../research/alliances/imported-ledger.ts';
import { backtestInWords } from '../research/backtest/backtest-in-words.ts';
import { type BacktestInput, type Engine, runBacktest } from '../research/backtest/run-backtest.ts';
import { compareReadings } from '../stories/compare-readings.ts';
import { createStoryWords } from '../stories/story-words.ts';
import { type Answer, answerScenario } from './answer-scenario.ts';
import { once } from './once.ts';
import { programVersion } from './package-files.ts';

export type { ImportedLedger, NamedText, Proof, Reference, Succession, World };

export type Ledger = ReadonlyMap<string, Agreement>;

/** The whole way through, each step a pure function of what it is given and the facts. */
export interface Flow {
  readonly reference: Reference;
  readonly made: Made;

  /** bytes → Report */
  take(input: Input): Iterable<Taken>;
  /** text → the language it is in, `und` where that cannot be told */
  identify(text: string): string;
  /** Report → Reading */
  read(taken: ReportTaken): Reading;
  /** Language → what each of its constructions says, by the name that a finding gives as `rule` */
  constructions(language: string): ReadonlyMap<string, string>;
  /** Report → its sentences as trees, as the reader sees them, in CoNLL-U */
  trees(report: Report): string;
  /** The event from one stretch of a text to another, the pair being given. */
  codePair: CodePair;

  /** Reading[] → Story[] */
  compare(readings: readonly Reading[]): Story[];

  /** Reading[] → Proposal[]: what differs from the ledger */
  propose(readings: readonly Reading[], ledger: Ledger): readonly Proposal[];
  /** Proposal → its lines beside those of the ledger, for the reviewer */
  show(proposal: Proposal, ledger: Ledger): readonly ProposalRow[];
  /** Entry[] → Agreement, as known on a day */
  fold(entries: readonly Entry[], known?: string): Ledger;
  /** Agreement → who is bound by what on a day */
  validOn(agreement: Agreement, day: Day, ledger: Ledger): AgreementOn;
  /** What an agreement follows, and what follows it */
  succession(agreement: string, ledger: Ledger): Succession;

  /** The ledger and the facts, ready for many scenarios */
  world(ledger: Ledger): World;
  /** Scenario → Outcome */
  decide(scenario: Scenario, world: World): Outcome;
  /** Scenario → Outcome with its proofs; with a seed also base rates of the past */
  answer(scenario: Scenario, world: World, seed?: number): Answer;
  /** Proof → its tree as lines, down to article and source */
  explain(proof: Proof): string;
  /** Every attack whose answer differs between two sets of promises */
  difference(compared: Comparison, world: World): Difference;
  /** Who would stand by a state on a day, against whom, and where nobody would */
  exposure(state: string, on: Day, world: World): Exposure;

  /** Files of a research data set → ledgers of their own */
  importDataSet(project: 'atop' | 'cow', files: readonly NamedText[]): readonly ImportedLedger[];
  /** The recorded wars against the recorded alliances, as lines for people */
  backtest(given: BacktestInput): readonly string[];
}

/**
 * Loads facts and weights once and joins the stages. The reader of a language is prepared when a
 * report in it first comes.
 */
export function createFlow(options: LoadOptions = {}): Flow {
  const reference = loadReference(options);
  const english = packFor(reference.languages, 'en');
  const made = once(() => ({
    entente: programVersion(),
    model: english === undefined ? 'none' : loadSyntax(english).hash,
    facts: reference.hash.slice(0, 16),
  }));
  const takeReports = once(() => createIntake(reference.languages));
  const identify = once(() => createLanguageIdentifier(reference.languages));
  const readers = once(() => createReaders(reference, made()));
  const readerFor = (tag: string) => readers()(tag);
  const reportWords = once(() => createReportWords(reference.languages));
  const storyWords = once(() => createStoryWords(reference.languages));

  const engine: Engine = (agreements, reading) => {
    const world = compileWorld({ ...reference, agreements });
    return (acts) => owedDuties(acts, reading, world);
  };

  return {
    reference,
    get made() {
      return made();
    },

    take: (input) => takeReports()(input),
    identify: (text) => identify()(text),
    read: (taken) =>
      readerFor(taken.report.language)?.readReport(taken) ?? leaveUnread(taken, made()),
    constructions: (language) => constructionsInWords(reference, language),
    trees(report) {
      const sentences = readerFor(report.language)?.nameDocument(report).sentences ?? [];
      return formatConllu(report.text, sentences);
    },
    codePair: (text, source, target) => readerFor('en')?.codePair(text, source, target),

    compare: (readings) => compareReadings(readings, storyWords()),

    propose: (readings, ledger) => proposeFrom(readings, ledger, reportWords()),
    show: (proposal, ledger) => showProposal(proposal, ledger),
    fold: (entries, known) => foldLedger(reference.agreements.values(), entries, { known }),
    validOn: (agreement, day, ledger) =>
      agreementOn(agreement, day, { states: reference.states, agreements: ledger.values() }),
    succession: (agreement, ledger) => successionOf(agreement, ledger),

    world: (ledger) => compileWorld({ ...reference, agreements: ledger.values() }),
    decide: (scenario, world) => decideOutcome(scenario, world, made()),
    answer: (scenario, world, seed) =>
      answerScenario(scenario, world, { made: made(), tables: reference.tables, seed }),
    explain: (proof) => explainProof(proof),
    difference: (compared, world) => difference({ world, ...compared }),
    exposure: (state, on, world) => exposureOf(world, state, on),

    importDataSet: (project, files) => importDataSet(project, files, reference.tables),
    backtest: (given) => backtestInWords(runBacktest(given, reference, engine)),
  };
}
