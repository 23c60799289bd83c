import type { Agreement } from '../../model/agreement.ts';
import type { Organisation } from '../../model/organisation.ts';
import type { AgreementTold, Attribution, DateMention, Mention } from '../../model/reading.ts';
import { makeSpan } from '../../model/span.ts';
import type { AgreementLexicon } from '../../reference/agreement-lexicon.ts';
import type { Document } from '../document.ts';
import type { Tree } from '../grammar/tree.ts';
import type { Resolver } from '../names/resolver.ts';
import { chainInstruments, type InstrumentChain } from './chain-instruments.ts';
import { findInstruments } from './find-instruments.ts';
import { createPromiseFinder, type FindPromises } from './find-provisions.ts';
import { gatherProvisions } from './gather-provisions.ts';
import type { InstrumentMention } from './instrument.ts';
import { type StatusTold, statusesOf } from './instrument-status.ts';
import { buildInstrumentWords, type InstrumentWords } from './instrument-words.ts';
import { indexLedger, type LedgerIndex } from './match-ledger.ts';
import { findMemberships } from './memberships.ts';

/** What the finder is given of one report. */
export interface AgreementInput {
  readonly document: Document;
  readonly resolver: Resolver;
  readonly dates: readonly DateMention[];
  readonly attributions: readonly Attribution[];
}

/** The agreements a report tells of, and where it names them. */
export interface AgreementsFound {
  readonly agreements: readonly AgreementTold[];
  /** One for each place that names or points at an agreement, pronouns left out. */
  readonly mentions: readonly Mention[];
}

export type FindAgreements = (input: AgreementInput) => AgreementsFound;

/**
 * Prepares the finder once. `ledger` is what is known; what a report tells is matched to it by
 * parties, day and name, and gets its id. `foundings` gives the agreement that an organisation
 * rests on, by the organisation's id: who joins NATO becomes a party of it.
 */
export function createAgreementFinder(
  lexicon: AgreementLexicon,
  ledger: Iterable<Agreement>,
  foundings: ReadonlyMap<string, string>,
): FindAgreements {
  const words = buildInstrumentWords(lexicon.agreements);
  const guesses = new Set(lexicon.provisions.guesses);
  const findPromises = createPromiseFinder(lexicon.provisions);
  const index = indexLedger(ledger);
  return (input) => read(input, { words, guesses, findPromises, index, foundings });
}

/** What is prepared once for all reports. */
export interface Prepared {
  readonly words: InstrumentWords;
  readonly guesses: ReadonlySet<string>;
  readonly findPromises: FindPromises;
  readonly index: LedgerIndex;
  readonly foundings: ReadonlyMap<string, string>;
}

function read(input: AgreementInput, prepared: Prepared): AgreementsFound {
  const { document, resolver } = input;
  const named = prepared.index.namesIn(document.text);
  const { trees } = document;
  const mentions = trees.flatMap((tree) => {
    const memberships = findMemberships(tree, resolver, prepared);
    const found = findInstruments({ tree, resolver, words: prepared.words, named });
    return [...memberships, ...found].sort((a, b) => a.start - b.start);
  });
  const chains = chainInstruments(mentions, document.published);
  placeByYear(chains, input, prepared);
  const provisions = gatherProvisions(trees, resolver, chains, prepared);
  const told = chains.map((chain, at) => tell(input, prepared, chain, provisions[at]));
  linkPredecessors(chains, told, prepared.words);
  const kept = told.filter(({ agreement }) => agreement !== undefined);
  return {
    agreements: kept.flatMap(({ agreement }) => (agreement ? [agreement] : [])),
    mentions: kept.flatMap(({ chain, agreement }) =>
      mentionsOf(document.text, chain, agreement?.id),
    ),
  };
}

/** `the 1951 treaty` without its parties: the one of that year between states told of. */
function placeByYear(
  chains: readonly InstrumentChain[],
  input: AgreementInput,
  prepared: Prepared,
): void {
  const { document, resolver } = input;
  const open = chains.filter(
    ({ parties, ledgerId }) => parties.length < 2 && ledgerId === undefined,
  );
  if (open.length === 0) return;
  const told = new Set(
    resolver.mentionsIn(0, document.text.length).flatMap(({ state }) => state ?? []),
  );
  for (const chain of open) {
    const year = chain.year ?? signedDay(chain, input, prepared)?.slice(0, 4);
    const found = year === undefined ? undefined : prepared.index.ofYear(year, told);
    if (found === undefined || !chain.parties.every((state) => inParties(found, state))) continue;
    chain.ledgerId = found.id;
    chain.parties = found.parties.map(({ state }) => state);
  }
}

function inParties(agreement: Agreement, state: string): boolean {
  return agreement.parties.some((party) => party.state === state);
}

interface Told {
  readonly chain: InstrumentChain;
  agreement?: AgreementTold;
}

function tell(
  input: AgreementInput,
  prepared: Prepared,
  chain: InstrumentChain,
  provisions: AgreementTold['provisions'],
): Told {
  const { document } = input;
  const statuses = statusesOfChain(chain, input, prepared);
  const status = latestStatus(statuses, prepared.words);
  const told = statuses.find((one) => one.status === 'signed' && one.on !== undefined)?.on;
  const signed = told ?? chain.year;
  const types = new Set(provisions.map(({ type }) => type));
  const fresh = /^(signed|negotiated|proposed)$/.test(status ?? '') && chain.year === undefined;
  const definite = chain.mentions[0].definite || chain.mentions[0].existing;
  const named = chain.mentions.some((mention) => hasProperName(mention, document.text));
  const known = {
    parties: chain.parties,
    published: document.published,
    fresh,
    types,
    named,
    definite,
  };
  const id = chain.ledgerId ?? prepared.index.match({ ...known, ...(signed ? { signed } : {}) });
  if (id !== undefined && chain.parties.length === 0) chain.parties = prepared.index.partiesOf(id);
  if (id === undefined && chain.parties.length < 2) return { chain };
  const spans = chain.mentions.map(({ fullStart, fullEnd }) =>
    makeSpan(document.text, fullStart, fullEnd),
  );
  const attribution = attributionOf(input.attributions, chain.mentions[0]);
  const agreement: AgreementTold = {
    ...(id === undefined ? {} : { id }),
    ...nameOf(chain, document.text),
    parties: [...chain.parties],
    mentions: spans,
    ...(status === undefined ? {} : { status }),
    ...(signed === undefined ? {} : { signed }),
    provisions,
    ...(attribution === undefined ? {} : { attribution }),
  };
  return { chain, agreement };
}

/** `Indus Waters Treaty`: two capitals or more, the kind of promise not counted. */
function hasProperName({ start, end, kinds, year }: InstrumentMention, text: string): boolean {
  if (year !== undefined || kinds.length > 0) return false;
  return /^(?:\p{Lu}[\p{L}-]+\s+)+\p{Lu}\p{L}+$/u.test(text.slice(start, end));
}

function statusesOfChain(
  chain: InstrumentChain,
  { resolver, dates }: AgreementInput,
  { words }: Prepared,
): StatusTold[] {
  return chain.mentions.flatMap((mention) => {
    const whole = mention.parties.length > 0 ? mention : { ...mention, parties: chain.parties };
    return statusesOf(whole, { words, resolver, dates });
  });
}

function signedDay(
  chain: InstrumentChain,
  input: AgreementInput,
  prepared: Prepared,
): string | undefined {
  const statuses = statusesOfChain(chain, input, prepared);
  return statuses.find(({ status, on }) => status === 'signed' && on !== undefined)?.on;
}

/** The status furthest on in its life; `not made` only where nothing else is told. */
function latestStatus(statuses: readonly StatusTold[], words: InstrumentWords): string | undefined {
  const order = words.statuses.map(({ status }) => status);
  const rank = (status: string) => (status === 'not made' ? -1 : order.indexOf(status));
  return [...statuses].sort((a, b) => rank(b.status) - rank(a.status))[0]?.status;
}

/** The longest phrase without pronouns and articles, as the report has it. */
function nameOf(chain: InstrumentChain, text: string): { name?: string } {
  const best = chain.mentions
    .filter(({ strength }) => strength !== 'pronoun')
    .toSorted((a, b) => b.end - b.start - (a.end - a.start))[0];
  return best === undefined ? {} : { name: text.slice(best.start, best.end) };
}

function attributionOf(
  attributions: readonly Attribution[],
  mention: InstrumentMention | undefined,
): number | undefined {
  if (mention === undefined) return undefined;
  let best: number | undefined;
  let size = Number.POSITIVE_INFINITY;
  attributions.forEach(({ content }, at) => {
    for (const { start, end } of content.spans) {
      if (start > mention.start || end < mention.end || end - start >= size) continue;
      best = at;
      size = end - start;
    }
  });
  return best;
}

/** `The treaty replaces an accord of 1991`: the old one names its successor. */
function linkPredecessors(
  chains: readonly InstrumentChain[],
  told: readonly Told[],
  words: InstrumentWords,
): void {
  const ofHead = new Map<string, number>();
  chains.forEach((chain, at) => {
    for (const { tree, head } of chain.mentions) ofHead.set(`${tree.index} ${head}`, at);
  });
  for (const { mentions } of chains) {
    for (const { tree, head } of mentions) {
      const verb = tree.tokens[head].head;
      if (tree.tokens[head].deprel !== 'obj' || !replaces(tree, verb, words)) continue;
      const newer = tree.children[verb].find(
        (child) => ofHead.has(`${tree.index} ${child}`) && child !== head,
      );
      const subject =
        newer === undefined ? told[0] : told[ofHead.get(`${tree.index} ${newer}`) ?? 0];
      const older = told[ofHead.get(`${tree.index} ${head}`) ?? 0];
      const name = subject?.agreement?.id ?? subject?.agreement?.name;
      if (older?.agreement === undefined || older === subject || name === undefined) continue;
      older.agreement = { ...older.agreement, predecessorOf: name };
    }
  }
}

function replaces(tree: Tree, verb: number, words: InstrumentWords): boolean {
  const lemma = tree.tokens[verb]?.lemma.toLowerCase() ?? '';
  return words.replaces.has(lemma);
}

function mentionsOf(text: string, chain: InstrumentChain, id: string | undefined): Mention[] {
  return chain.mentions
    .filter(({ strength }) => strength !== 'pronoun')
    .map(({ start, end, parties }) => ({
      ...makeSpan(text, start, end),
      kind: 'agreement',
      ...(id === undefined ? {} : { id }),
      because:
        parties.length >= 2
          ? `an instrument of ${parties.join(' and ')}`
          : `points at the instrument of ${chain.parties.join(' and ')}`,
    }));
}

/** The agreement each organisation rests on, by the organisation's id. */
export function foundingsOf(organisations: Iterable<Organisation>): Map<string, string> {
  const foundings = new Map<string, string>();
  for (const { id, founding } of organisations) {
    if (founding !== undefined) foundings.set(id, founding);
  }
  return foundings;
}
