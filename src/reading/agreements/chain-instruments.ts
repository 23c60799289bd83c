import type { InstrumentMention } from './instrument.ts';

/** One instrument of the report in the making: its mentions in reading order. */
export interface InstrumentChain {
  readonly mentions: InstrumentMention[];
  parties: string[];
  year?: string;
  ledgerId?: string;
}

/**
 * Gathers mentions into instruments: by proper name, by the same parties, and by pointing back.
 * `the pact` is the last one told of, but after two sentences the report is back at its main one;
 * `new` and `previous` choose, so that `the treaty` never jumps to a predecessor unawares.
 */
export function chainInstruments(
  mentions: readonly InstrumentMention[],
  published: string | undefined,
): InstrumentChain[] {
  const chains: InstrumentChain[] = [];
  for (const mention of mentions) {
    const found = chainOf(chains, mention, published);
    if (found === 'none') continue;
    if (found) join(found, mention);
    else if (opensChain(mention)) chains.push(newChain(mention));
  }
  return chains;
}

function newChain(mention: InstrumentMention): InstrumentChain {
  const { parties, year, ledgerId } = mention;
  return {
    mentions: [mention],
    parties: [...parties],
    ...(year === undefined ? {} : { year }),
    ...(ledgerId === undefined ? {} : { ledgerId }),
  };
}

function join(chain: InstrumentChain, mention: InstrumentMention): void {
  chain.mentions.push(mention);
  chain.year ??= mention.year;
  chain.ledgerId ??= mention.ledgerId;
  if (chain.parties.length < 2 || mention.told !== undefined) {
    for (const state of mention.parties)
      if (!chain.parties.includes(state)) chain.parties.push(state);
  }
}

function chainOf(
  chains: readonly InstrumentChain[],
  mention: InstrumentMention,
  published: string | undefined,
): InstrumentChain | 'none' | undefined {
  const { ledgerId, parties } = mention;
  if (ledgerId !== undefined) {
    return chains.find((chain) => chain.ledgerId === ledgerId);
  }
  const beside = chains.find(({ mentions }) => isBeside(mention, mentions.at(-1)));
  if (beside) return beside;
  if (mention.plural && parties.length < 2) return 'none';
  if (parties.length >= 2) return sameParties(chains, mention, published);
  return pointedAt(chains, mention);
}

/** `the Budapest Memorandum, the document of 1994`. */
function isBeside({ tree, head }: InstrumentMention, other?: InstrumentMention): boolean {
  const { deprel, head: above } = tree.tokens[head];
  return deprel === 'appos' && other?.tree === tree && above === other.head;
}

function sameParties(
  chains: readonly InstrumentChain[],
  mention: InstrumentMention,
  published: string | undefined,
): InstrumentChain | undefined {
  const fits = chains.filter((chain) => sameSet(chain.parties, mention.parties));
  const { year } = mention;
  if (mention.age === 'older' && year === undefined) return fits[1];
  if (year === undefined) return mention.existing ? fits.at(-1) : fits[0];
  const exact = fits.find((chain) => chain.year === year);
  const thisYear = published?.slice(0, 4) === year;
  return exact ?? (thisYear ? fits.find((chain) => chain.year === undefined) : undefined);
}

function sameSet(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((state) => right.includes(state));
}

/** A phrase without parties of its own, or with one: which instrument does it point at? */
function pointedAt(
  chains: readonly InstrumentChain[],
  mention: InstrumentMention,
): InstrumentChain | 'none' | undefined {
  const { parties, year } = mention;
  const could = chains.filter((chain) => parties.every((state) => chain.parties.includes(state)));
  if (year !== undefined) {
    const dated = could.find((chain) => chain.year === year);
    return dated;
  }
  if (mention.age === 'older') return could.length > 1 ? could.at(-1) : 'none';
  const last = lastOf(could, mention);
  const main = could[0];
  if (mention.age === 'newer') return newest(could) ?? openOr(mention);
  const near = last && mention.tree.index - lastSentence(last) <= 1;
  const back = near ? last : (main ?? last);
  if (mention.definite || mention.strength === 'pronoun') return back ?? openOr(mention);
  return predicateOf(mention) ? back : openOr(mention);
}

/** Nothing is pointed at: the phrase may open an instrument of its own, or is nothing. */
function openOr(mention: InstrumentMention): 'none' | undefined {
  return mention.strength === 'pronoun' ? 'none' : undefined;
}

function lastOf(
  chains: readonly InstrumentChain[],
  mention: InstrumentMention,
): InstrumentChain | undefined {
  let best: InstrumentChain | undefined;
  for (const chain of chains) {
    const at = chain.mentions.at(-1)?.fullStart ?? 0;
    if (at < mention.fullStart && at >= (best?.mentions.at(-1)?.fullStart ?? 0)) best = chain;
  }
  return best;
}

function lastSentence(chain: InstrumentChain): number {
  return chain.mentions.at(-1)?.tree.index ?? 0;
}

/** Of several the one without an old year. */
function newest(chains: readonly InstrumentChain[]): InstrumentChain | undefined {
  return chains.toSorted((a, b) => Number(b.year ?? '9999') - Number(a.year ?? '9999'))[0];
}

/** `The pact is a treaty that ...`: the phrase says what the subject is. */
function predicateOf(mention: InstrumentMention): boolean {
  const { tree, head } = mention;
  return tree.children[head].some((child) => tree.tokens[child].deprel === 'cop');
}

/** Formal words open an instrument; others need parties, a kind of promise or a mark. */
function opensChain(mention: InstrumentMention): boolean {
  if (mention.ledgerId !== undefined) return true;
  const told = mention.parties.length >= 2;
  // `pacts with A and B` are several, each with its own parties.
  if (mention.plural && mention.parties.length > 2) return false;
  switch (mention.strength) {
    case 'formal':
      return !mention.plural || told;
    case 'middle':
      return told ? mention.marked || isObject(mention) || mention.definite : mention.marked;
    case 'soft':
      return told && mention.kinds.length > 0;
    case 'relation':
      return told && mention.kinds.length > 0;
    default:
      return false;
  }
}

function isObject(mention: InstrumentMention): boolean {
  return /^(obj|nsubj:pass)$/.test(mention.tree.tokens[mention.head].deprel);
}
