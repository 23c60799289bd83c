import type { DateMention } from '../../model/reading.ts';
import { overlapping } from '../../model/span.ts';
import { childrenBy, hangsOn, lemmaOf, lowerForm, relationOf } from '../grammar/phrase.ts';
import type { Tree } from '../grammar/tree.ts';
import type { Resolver } from '../names/resolver.ts';
import type { InstrumentMention } from './instrument.ts';
import type { InstrumentWords } from './instrument-words.ts';
import { spanBelow, subjectOf } from './parties.ts';

/** What a sentence says happened to an instrument. */
export interface StatusTold {
  readonly status: string;
  /** EDTF, where the sentence ties a date to it. */
  readonly on?: string;
}

interface Context {
  readonly words: InstrumentWords;
  readonly resolver: Resolver;
  readonly dates: readonly DateMention[];
}

/** The changes of status that the verbs, nouns and phrases around a mention assert. */
export function statusesOf(mention: InstrumentMention, context: Context): StatusTold[] {
  const { tree, head } = mention;
  const told: StatusTold[] = [];
  if (mention.told !== undefined) return [{ status: mention.told }];
  const add = (status: string | undefined, verb: number) => {
    if (status === undefined) return;
    const on = dateOf(tree, verb, context.dates);
    told.push({ status, ...(on === undefined ? {} : { on }) });
  };
  const verb = tree.tokens[head].head;
  const role = tree.tokens[head].deprel;
  const awaited = verb < 0 ? undefined : talksStatus(mention, verb, context);
  if (awaited) told.push({ status: awaited });
  else if (verb >= 0 && asserted(tree, verb, context.words)) {
    if (/^(obj|nsubj:pass)$/.test(role)) add(objectStatus(mention, verb, context), verb);
    else if (role === 'nsubj') add(subjectStatus(mention, verb, context), verb);
    else if (role === 'obl') add(obliqueStatus(mention, verb, context), verb);
    else if (relationOf(tree, head) === 'nmod') add(nounStatus(mention, verb, context), verb);
  }
  for (const child of tree.children[head]) {
    if (!/^acl/.test(tree.tokens[child].deprel) || !asserted(tree, child, context.words)) continue;
    add(objectStatus(mention, child, context), child);
  }
  add(phraseStatus(mention, context), verb >= 0 ? verb : head);
  if (mention.existing) told.push({ status: 'in force' });
  return told;
}

/** No modal, condition, negation or mere intention stands over the verb. */
function asserted(tree: Tree, verb: number, words: InstrumentWords): boolean {
  const over = [...tree.children[verb].filter((child) => child < verb)];
  const relation = relationOf(tree, verb);
  const head = tree.tokens[verb].head;
  if (/^(xcomp|ccomp|advcl|acl)$/.test(relation) && head >= 0) {
    over.push(head, ...tree.children[head].filter((child) => child < head));
  }
  const infinitive = tree.children[verb].some((child) => lowerForm(tree, child) === 'to');
  const willing = head >= 0 && /^(agree|decide|move|vote)$/.test(lemmaOf(tree, head));
  if (infinitive && !willing) return false;
  return !over.some((at) => {
    const relates = /^(aux|mark|advmod|xcomp|ccomp|root|conj|parataxis)/.test(
      tree.tokens[at].deprel,
    );
    return relates && (words.notSo.has(lemmaOf(tree, at)) || words.notSo.has(lowerForm(tree, at)));
  });
}

function objectStatus(mention: InstrumentMention, verb: number, context: Context) {
  const lemma = lemmaOf(mention.tree, verb);
  const found = context.words.statuses.filter(({ object }) => object.includes(lemma));
  if (found.length === 0) return undefined;
  if (!context.words.partiesOnly.has(lemma)) return found[0].status;
  const subject = subjectOf(mention.tree, verb);
  if (subject === undefined) return undefined;
  const { states } = context.resolver.resolve(...spanBelow(mention.tree, subject));
  const party = states.some((state) => mention.parties.includes(state));
  return party || mention.parties.length === 0 ? found[0].status : undefined;
}

function subjectStatus(mention: InstrumentMention, verb: number, context: Context) {
  const lemma = lemmaOf(mention.tree, verb);
  return context.words.statuses.find(({ subject }) => subject.includes(lemma))?.status;
}

/** `withdrew from the treaty`. */
function obliqueStatus(mention: InstrumentMention, verb: number, context: Context) {
  const { tree, head } = mention;
  const prepositions = childrenBy(tree, head, 'case').map((at) => lowerForm(tree, at));
  // `suspended the whole of the accord`: the tree may hang the accord on the verb.
  const object = childrenBy(tree, verb, 'obj')[0];
  if (prepositions.includes('of') && object !== undefined && partitive(tree, object)) {
    return objectStatus(mention, verb, context);
  }
  const agreed = prepositions.some((word) => /^(on|to|upon)$/.test(word));
  if (agreed && lemmaOf(tree, verb) === 'agree') return objectStatus(mention, verb, context);
  const from = prepositions.includes('from');
  return from && context.words.leaving.has(lemmaOf(tree, verb)) ? 'ended' : undefined;
}

/** `the signing of the pact`: the noun tells, unless it is only awaited. */
function nounStatus(mention: InstrumentMention, noun: number, context: Context) {
  const { tree, head } = mention;
  if (!childrenBy(tree, head, 'case').some((at) => /^(of|on)$/.test(lowerForm(tree, at)))) {
    return undefined;
  }
  if (partitive(tree, noun) && tree.tokens[noun].deprel === 'obj') {
    return objectStatus(mention, tree.tokens[noun].head, context);
  }
  const lemma = lemmaOf(tree, noun);
  return context.words.statuses.find(({ nouns }) => nouns.includes(lemma))?.status;
}

/** `will begin talks on a pact`: being negotiated or proposed needs no deed already done. */
function talksStatus(mention: InstrumentMention, verb: number, context: Context) {
  const { tree, head } = mention;
  const on = childrenBy(tree, head, 'case').some((at) =>
    /^(on|about|for|over)$/.test(lowerForm(tree, at)),
  );
  if (!on) return undefined;
  const nouns = [verb, ...childrenBy(tree, verb, 'obj')].map((at) => lemmaOf(tree, at));
  const found = context.words.statuses.find((row) =>
    row.nouns.some((noun) => nouns.includes(noun)),
  );
  return found && /^(proposed|negotiated)$/.test(found.status) ? found.status : undefined;
}

function partitive(tree: Tree, at: number): boolean {
  return /^(whole|part|all|rest|most|remainder|entirety|implementation)$/.test(lemmaOf(tree, at));
}

function phraseStatus(mention: InstrumentMention, context: Context): string | undefined {
  const { tree } = mention;
  const before = tree.text.slice(
    Math.max(tree.sentence.start, mention.fullStart - 40),
    mention.fullStart,
  );
  const after = tree.text.slice(mention.end, Math.min(tree.sentence.end, mention.fullEnd + 40));
  const [left, right] = [before.toLowerCase().trimEnd(), after.toLowerCase()];
  if (context.words.signatures.some((phrase) => left.endsWith(phrase))) return 'signed';
  const own = /^\W*(?:between|with|of)?[^.;]*$/;
  for (const { status, phrases } of context.words.statuses) {
    for (const phrase of phrases ?? []) {
      const at = right.indexOf(phrase);
      const near = at >= 0 && own.test(right.slice(0, at)) && !hedged(right.slice(0, at), context);
      if (near || left.endsWith(phrase)) return status;
    }
  }
  return undefined;
}

function hedged(text: string, { words }: Context): boolean {
  return (text.match(/[\p{L}'’]+/gu) ?? []).some((word) => words.notSo.has(word));
}

/** The date that hangs on the verb; a sentence with one date lends it to its main verb. */
export function dateOf(
  tree: Tree,
  verb: number,
  dates: readonly DateMention[],
): string | undefined {
  const here = overlapping(dates, tree.sentence).filter(
    ({ start, end, type }) =>
      type === 'DATE' && start >= tree.sentence.start && end <= tree.sentence.end,
  );
  const exact = here.filter(({ value }) => /^\d{4}(-\d{2}(-\d{2})?)?$/.test(value));
  const tied = exact.filter((date) => {
    const at = tree.tokens.findIndex((token) => token.start >= date.start);
    if (at < 0 || !hangsOn(tree, at, verb)) return false;
    // Another verb between the two has the date for itself.
    for (let up = at; up !== verb; up = tree.tokens[up].head) {
      if (up !== at && tree.tokens[up].upos === 'VERB') return false;
    }
    return true;
  });
  const best = [...tied].sort((a, b) => b.value.length - a.value.length)[0];
  if (best) return best.value;
  const whole = exact.filter(({ value }) => value.length === 10);
  const main = tree.tokens[verb].head < 0 || relationOf(tree, verb) === 'conj';
  return whole.length === 1 && exact.length === 1 && main ? whole[0].value : undefined;
}
