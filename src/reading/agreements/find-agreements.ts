import type {
  AgreementTold,
  Attribution,
  DateMention,
  Mention,
  Reading,
} from '../../model/reading.ts';
import { makeSpan, spansOverlap } from '../../model/span.ts';
import type { KnownAgreements } from '../../reference/known-agreements.ts';
import type { Language } from '../../reference/language.ts';
import { attributionAround } from '../attributions/attribution-around.ts';
import type { NamedDocument } from '../document.ts';
import { createAgreementNameFinder } from '../names/find/agreement-names.ts';
import { makeAgreementLexicon } from './agreement-lexicon.ts';
import { chainInstruments } from './chain-instruments.ts';
import { findInstruments } from './find-instruments.ts';
import { findMembers } from './find-members.ts';
import { findPromises } from './find-promises.ts';
import { findSteps } from './find-steps.ts';
import { gatherProvisions } from './gather-provisions.ts';
import type { InstrumentChain, InstrumentMention } from './instrument.ts';
import { matchAgreement } from './match-ledger.ts';

/**
 * Prepares the finder once. It gives the agreements that a report tells of, and a mention for each
 * place that names or points at one, pronouns left out. Agreements are matched to those known by
 * parties, day and name; who joins an organisation becomes a party of the agreement it rests on.
 */
export function createAgreementFinder(language: Language, known: KnownAgreements) {
  const lexicon = makeAgreementLexicon(language);
  const namesIn = createAgreementNameFinder(known.all, lexicon.words.articles);
  return function findAgreements(
    document: NamedDocument,
    dates: readonly DateMention[],
    attributions: readonly Attribution[],
  ): Pick<Reading, 'agreements' | 'mentions'> {
    const { text, trees, resolver, published } = document;
    const named = namesIn(text);
    const sentences = trees.map((tree) => {
      const names = named.filter((name) => spansOverlap(name, tree.sentence));
      return { tree, names, promises: findPromises(tree, lexicon.promises) };
    });
    const mentions = sentences.flatMap((sentence) =>
      [
        ...findMembers(sentence.tree, resolver, lexicon, known),
        ...findInstruments(sentence, resolver, lexicon),
      ].sort((a, b) => a.start - b.start),
    );
    const chains = chainInstruments(mentions, published);
    for (const chain of chains) {
      placeByParties(chain, document, findSteps(chain, dates, lexicon).signed, known);
    }
    const provisions = gatherProvisions(sentences, chains, resolver, lexicon);
    const described = chains.map((chain, at) => {
      const found = { ...findSteps(chain, dates, lexicon), provisions: provisions[at] };
      const agreement = describe(chain, found, document, known);
      const attribution = attributionAround(attributions, chain.mentions[0]);
      return agreement && { ...agreement, ...(attribution !== undefined && { attribution }) };
    });
    return {
      agreements: described.flatMap((one, at) =>
        one ? [withSuccessor(one, at, chains, described)] : [],
      ),
      mentions: chains.flatMap((chain, at) =>
        described[at] === undefined ? [] : mentionsOf(text, chain, described[at].id),
      ),
    };
  };
}

/**
 * `the 1951 treaty`, `the Nancy Treaty` without its parties: the one of that year or name between
 * states that the report names.
 */
function placeByParties(
  chain: InstrumentChain,
  { text, resolver }: NamedDocument,
  signed: string | undefined,
  known: KnownAgreements,
): void {
  const { parties: few, ledgerId: id, year = signed?.slice(0, 4), mentions } = chain;
  const sign = id === undefined ? year && { year } : { id };
  if (few.length >= 2 || mentions.some(({ of }) => of) || !sign) return;
  const states = resolver.mentionsIn(0, text.length).flatMap(({ state }) => state ?? []);
  const found = known.byParties(sign, new Set(states));
  const parties = found?.parties.map(({ state }) => state) ?? [];
  if (found === undefined || !few.every((state) => parties.includes(state))) return;
  chain.ledgerId = found.id;
  chain.parties = parties;
}

/** Statuses of an instrument that is just being made. */
const fresh = new Set(['proposed', 'negotiated', 'signed']);

/** The agreement as the report tells of it; nothing where it is not known whose it is. */
function describe(
  { mentions, parties: named, year, ledgerId }: InstrumentChain,
  found: Pick<AgreementTold, 'provisions' | 'steps' | 'status' | 'signed'>,
  { text, published }: NamedDocument,
  known: KnownAgreements,
): AgreementTold | undefined {
  const { signed = year, status = '', provisions } = found;
  const [{ definite, existing }] = mentions;
  const wanted = {
    signed,
    published,
    isFresh: year === undefined && fresh.has(status),
    types: provisions.map(({ type }) => type),
    isKnown: (definite || existing) && !mentions.some((mention) => isProperName(mention, text)),
  };
  const id = ledgerId ?? matchAgreement(known.among(named), wanted);
  const parties = named.length > 0 || id === undefined ? named : known.fewParties(id);
  if (id === undefined && parties.length < 2) return undefined;
  const [longest] = namedIn(mentions).sort((a, b) => b.end - b.start - (a.end - a.start));
  return {
    ...(id !== undefined && { id }),
    ...(longest && { name: text.slice(longest.start, longest.end) }),
    parties: [...parties],
    mentions: mentions.map(({ fullStart, fullEnd }) => makeSpan(text, fullStart, fullEnd)),
    ...found,
    ...(signed !== undefined && { signed }),
  };
}

/** `Indus Waters Treaty`: two capitals or more, the kind of promise not counted. */
function isProperName({ start, end, kinds, year }: InstrumentMention, text: string): boolean {
  if (year !== undefined || kinds.length > 0) return false;
  return /^(?:\p{Lu}[\p{L}-]+\s+)+\p{Lu}\p{L}+$/u.test(text.slice(start, end));
}

/** `The treaty replaces an accord of 1991`: the old one names what takes its place. */
function withSuccessor(
  older: AgreementTold,
  at: number,
  chains: readonly InstrumentChain[],
  described: readonly (AgreementTold | undefined)[],
): AgreementTold {
  const [newer] = chains[at].mentions.flatMap(({ tree, deeds }) =>
    deeds.flatMap(({ newer: head }) => (head === undefined ? [] : [{ tree, head }])),
  );
  if (newer === undefined) return older;
  const place = chains.findIndex(({ mentions }) =>
    mentions.some(({ tree, head }) => tree === newer.tree && head === newer.head),
  );
  // The first instrument where the words name none.
  const successor = described[Math.max(0, place)];
  const name = successor?.id ?? successor?.name;
  return name === undefined || Math.max(0, place) === at
    ? older
    : { ...older, predecessorOf: name };
}

function mentionsOf(text: string, { mentions, parties }: InstrumentChain, id?: string): Mention[] {
  return namedIn(mentions).map(({ start, end, parties: own }) => ({
    ...makeSpan(text, start, end),
    kind: 'agreement',
    ...(id !== undefined && { id }),
    because:
      own.length >= 2
        ? `an instrument of ${own.join(' and ')}`
        : `points at the instrument of ${parties.join(' and ')}`,
  }));
}

function namedIn(mentions: readonly InstrumentMention[]): InstrumentMention[] {
  return mentions.filter(({ strength }) => strength !== 'pronoun');
}
