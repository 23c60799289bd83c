import { nameOfState } from '../../model/names/state-name.ts';
import type { Duty } from '../../model/outcome.ts';
import type { CertaintyOfFact, Source } from '../../model/source.ts';
import { opponentIn, type Question } from '../clash.ts';
import { both, type Holds } from '../holds.ts';
import { rules, inForceTest as test } from '../rules/judge.ts';
import type { Bond } from '../world/world.ts';
import { type Instrument, nameOf, type World } from '../world/world.ts';
import { objectionInWords } from './objection-in-words.ts';

/** Why a duty is owed, refused or open: a conclusion, what it rests on, down to the facts. */
export interface Proof {
  readonly says: string;
  /** Name of the test that this step is. */
  readonly test?: string;
  readonly holds?: Holds;
  readonly parts: readonly Proof[];
  /** The fact this step ends in. */
  readonly leaf?: Leaf;
}

export interface Leaf {
  readonly agreement: string;
  readonly provision: string;
  readonly article?: string;
  readonly sources: readonly Source[];
}

/** The proof of one bond in one clash. For a refusal it ends with the test that fails. */
export function prove(question: Question): Proof {
  const { bond, clash, side, war } = question;
  const inForce = inForceStep(question);
  const parts = [actStep(question), articleStep(bond), inForce];
  let verdict = inForce.holds ?? 'yes';
  for (const rule of rules) {
    if (verdict === 'no') break;
    if (rule.asked && !rule.asked(bond)) continue;
    const holds = rule.holds(bond, clash, side, war);
    parts.push({ says: rule.inWords(question, holds), test: rule.name, holds, parts: [] });
    verdict = both(verdict, holds);
  }
  if (verdict !== 'no') parts.push(...strengthSteps(bond));
  parts.push(...doubtSteps(question));
  return { says: conclusion(question, verdict), holds: verdict, parts };
}

/** The step that settles it: the failing test of a refusal, the open one of an undecided duty. */
export function decidingStep(proof: Proof): Proof | undefined {
  if (proof.holds === undefined || proof.holds === 'yes') return undefined;
  return proof.parts.find((part) => part.test !== undefined && part.holds === proof.holds);
}

/** The proof as sentences in reading order; a refusal opens with what decides it. */
export function proofInSentences(proof: Proof): string[] {
  const deciding = decidingStep(proof);
  const sentences = deciding ? [`${deciding.test}: ${deciding.says}`] : [];
  for (const part of proof.parts) if (part !== deciding) addSentences(part, sentences);
  return sentences;
}

function addSentences(proof: Proof, to: string[]): void {
  to.push(proof.says);
  for (const part of proof.parts) addSentences(part, to);
}

/** How firm the least firm fact is that a duty rests on. */
export function certaintyOf(bond: Bond, world: World): CertaintyOfFact {
  let least: CertaintyOfFact = 'text';
  for (const { certainty } of factsUnder(bond, world)) {
    if (certainty === 'unverified') return certainty;
    if (certainty === 'reported') least = certainty;
  }
  return least;
}

/** `Article 4 of Treaty ...`, or the agreement alone where no article was seen. */
export function articleName({ commitment }: Bond): string {
  const { article } = commitment.provision;
  const { name } = commitment.instrument.agreement;
  if (article === undefined) return name;
  return /^[\dIVXL]/.test(article) ? `Article ${article} of ${name}` : `${article} of ${name}`;
}

function conclusion({ bond, clash, side, war }: Question, verdict: Holds): string {
  const name = (state: number) => nameOf(war.world, state, clash.day);
  const [state, own] = [name(bond.bound), name(bond.towards)];
  const foe = name(opponentIn(clash, side));
  const what = promiseWords(bond.commitment.duty, own, foe);
  if (verdict === 'yes') return `${state} has promised ${what}, and this calls it.`;
  if (verdict === 'no') return `${state} has promised ${what}; this does not call it.`;
  return `${state} has perhaps promised ${what}; whether this calls it is undecided.`;
}

function promiseWords(duty: Duty['duty'], own: string, foe: string): string {
  switch (duty) {
    case 'defend':
      return `to defend ${own}, here against ${foe}`;
    case 'attack':
      return `to join ${own} in war, here against ${foe}`;
    case 'aid':
      return `to aid ${own}, here against ${foe}`;
    case 'consult':
      return `to consult with ${own}, here about ${foe}`;
    case 'stay neutral':
      return `to stay neutral towards ${own}, here at war with ${foe}`;
    case 'not attack':
      return `not to attack ${own}`;
  }
}

function actStep({ clash, war }: Question): Proof {
  const name = (state: number) => nameOf(war.world, state, clash.day);
  const place = war.world.places.get(clash.place)?.name;
  const index = war.world.indexOf.get(clash.place);
  const where =
    index === clash.target
      ? 'in its territory'
      : `in ${place ?? (index === undefined ? clash.place : name(index))}`;
  const [attacker, target] = [name(clash.attacker), name(clash.target)];
  if (clash.given)
    return { says: `On ${clash.day} ${attacker} attacks ${target}, ${where}.`, parts: [] };
  return { says: `${attacker}, bound by a promise, acts against ${target}.`, parts: [] };
}

function articleStep(bond: Bond): Proof {
  const { provision, instrument } = bond.commitment;
  const leaf: Leaf = {
    agreement: instrument.agreement.id,
    provision: provision.id,
    article: provision.article,
    sources: bond.commitment.sources,
  };
  return { says: `${articleName(bond)}: ${provision.text}`, parts: [], leaf };
}

function inForceStep({ bond, clash, war }: Question): Proof {
  if (bond.objection) {
    const says = objectionInWords(bond.objection, bond.commitment.instrument, war.world, clash.day);
    return { says, test, holds: bond.objection.holds, parts: [] };
  }
  const name = (state: number) => nameOf(war.world, state, clash.day);
  const [state, own] = [name(bond.bound), name(bond.towards)];
  const says = `In force between ${state} and ${own} since ${since(bond, war.world)}.`;
  const parties = war.view.parties.get(bond.commitment.instrument);
  const heirs = [bond.bound, bond.towards].flatMap((state) => {
    const { inPlaceOf } = parties?.get(state) ?? {};
    if (inPlaceOf === undefined) return [];
    const gone = nameOfState(inPlaceOf, war.world, clash.day);
    return [`${name(state)} carries on the treaties of ${gone}, which is gone.`];
  });
  return { says, test, holds: 'yes', parts: heirs.map((line) => ({ says: line, parts: [] })) };
}

/** The latest of the days from which the agreement, its two members and the provision bind. */
function since({ commitment, bound, towards }: Bond, world: World): string {
  const { instrument, provision } = commitment;
  const days = [instrument.agreement.inForce?.day, provision.from].filter(
    (date) => date !== undefined,
  );
  for (const { membership } of spellsBetween(instrument, world, [bound, towards])) {
    if (membership.from !== undefined) days.push(membership.from);
  }
  return days.sort().at(-1) ?? 'a day not stated';
}

const strengthWords: Record<Duty['strength'], string> = {
  automatic: 'Strength: automatic; the text leaves no choice.',
  'own judgement': 'Strength: own judgement; the bound state judges what is to be done.',
  'constitutional process': 'Strength: the bound state acts by its constitutional processes.',
  'collective decision': 'Strength: an organ of the parties decides.',
  'consult only': 'Strength: consultation, and nothing beyond it.',
  'not known': 'Strength: not known.',
};

function strengthSteps({ commitment }: Bond): Proof[] {
  const { provision, instrument } = commitment;
  const steps: Proof[] = [{ says: strengthWords[provision.strength], parts: [] }];
  if (provision.duty === 'guarantee')
    steps.push({ says: 'It is a guarantee: what it asks is disputed more than most.', parts: [] });
  for (const condition of provision.conditions ?? [])
    steps.push({ says: `Told, not decided here: ${condition}.`, parts: [] });
  for (const { about, values } of instrument.agreement.disputes ?? []) {
    const sides = values.map(({ value }) => value).join(' | ');
    steps.push({ says: `Sources differ on ${about}: ${sides}.`, parts: [] });
  }
  if (provision.without !== undefined)
    steps.push({ says: `The text ranks other promises: ${provision.without}`, parts: [] });
  return steps;
}

function doubtSteps({ bond, war }: Question): Proof[] {
  if (certaintyOf(bond, war.world) !== 'unverified') return [];
  const doubtful = factsUnder(bond, war.world)
    .filter((fact) => fact.certainty === 'unverified')
    .map((fact) => fact.what);
  return [{ says: `Unverified, from general knowledge: ${doubtful.join(', ')}.`, parts: [] }];
}

interface FactUnder {
  readonly what: string;
  readonly certainty: CertaintyOfFact;
}

function factsUnder({ commitment, bound, towards }: Bond, world: World): FactUnder[] {
  const { provision, instrument } = commitment;
  const facts: FactUnder[] = [{ what: 'the provision', certainty: provision.certainty }];
  const { inForce } = instrument.agreement;
  if (inForce) facts.push({ what: 'the entry into force', certainty: inForce.certainty });
  for (const { membership } of spellsBetween(instrument, world, [bound, towards])) {
    const { certainty } = membership;
    if (certainty !== undefined && hasDays(instrument, membership.from))
      facts.push({ what: `the membership of ${membership.state}`, certainty });
  }
  const theatre =
    provision.theatre === undefined ? undefined : world.theatres.get(provision.theatre);
  if (theatre) facts.push({ what: `the theatre "${theatre.name}"`, certainty: theatre.certainty });
  return facts;
}

/** A member without days of its own rests on the agreement's. */
function hasDays({ agreement }: Instrument, from: string | undefined): boolean {
  return from !== undefined || agreement.inForce === undefined;
}

function spellsBetween({ timeline }: Instrument, { codes }: World, states: readonly number[]) {
  return states.flatMap((state) => timeline.spellsOf.get(codes[state]) ?? []);
}
