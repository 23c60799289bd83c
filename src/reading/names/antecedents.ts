import { firstEndingAfter } from '../../model/span.ts';
import { childrenBy, relationOf } from '../grammar/phrase.ts';
import type { Tree } from '../grammar/tree.ts';
import { isNominal } from '../grammar/tree.ts';
import type { Stretch } from '../syntax/sentence.ts';
import type { ActorReader } from './actor-reader.ts';
import type { ActorReading } from './actor-reading.ts';

/** An actor where it was named, with what decides whether a later word may mean it. */
export interface Occurrence {
  readonly reading: ActorReading;
  readonly sentence: number;
  readonly at: number;
  readonly start: number;
  readonly subject: boolean;
  readonly quoted: boolean;
}

/** Actors that stand together: `Putin and Kim`, `talks between Sestra and Oln`. */
export interface ActorSet {
  readonly start: number;
  readonly members: readonly ActorReading[];
}

export interface Antecedents {
  readonly occurrences: readonly Occurrence[];
  readonly bySentence: readonly (readonly Occurrence[])[];
  readonly sets: readonly ActorSet[];
  /** Where the sentences lie; as many as there are trees. */
  readonly sentences: readonly Stretch[];
  quotedAt(offset: number): boolean;
}

/** All actors of the report in reading order, and the sets they form. */
export function gatherAntecedents(reader: ActorReader, text: string): Antecedents {
  const quotes = findQuotes(text);
  const quotedAt = (offset: number) => {
    const quote = quotes[firstEndingAfter(quotes, offset)];
    return quote !== undefined && quote.start < offset;
  };
  const bySentence: Occurrence[][] = [];
  const sets: ActorSet[] = [];
  for (const tree of reader.trees) {
    const found: Occurrence[] = [];
    tree.tokens.forEach((token, at) => {
      if (!isNominal(tree, at) && reader.nameAt(tree, at) === undefined) return;
      const reading = reader.read(tree, at);
      if (reading === undefined) return;
      const { start } = token;
      const subject = relationOf(tree, at) === 'nsubj';
      const place = { sentence: tree.index, at, start, subject, quoted: quotedAt(start) };
      found.push({ reading, ...place });
    });
    sets.push(...setsOf(tree, found).sort((a, b) => a.start - b.start));
    bySentence.push(found);
  }
  const sentences = reader.trees.map(({ sentence }) => sentence);
  return { occurrences: bySentence.flat(), bySentence, sets, sentences, quotedAt };
}

/** Quotations by their marks; straight marks are paired within a paragraph. */
function findQuotes(text: string): { start: number; end: number }[] {
  const quotes: { start: number; end: number }[] = [];
  for (const match of text.matchAll(/“[^”]{1,4000}”?|"[^"\n]{1,4000}"/g)) {
    quotes.push({ start: match.index, end: match.index + match[0].length });
  }
  return quotes;
}

function setsOf(tree: Tree, found: readonly Occurrence[]): ActorSet[] {
  const at = new Map(found.map((occurrence) => [occurrence.at, occurrence]));
  const actors = found.filter(({ reading }) => isMember(reading));
  const sets: ActorSet[] = [];
  for (const { at: head, start, reading } of actors) {
    const joined = childrenBy(tree, head, 'conj').flatMap((other) => at.get(other) ?? []);
    const members = joined.map((other) => other.reading).filter(isMember);
    if (members.length > 0) sets.push({ start, members: [reading, ...members] });
  }
  for (let index = 1; index < actors.length; index++) {
    const [left, right] = [actors[index - 1], actors[index]];
    const between = tree.text.slice(left.reading.end, right.reading.start);
    if (/^(?:\s?[-–/]\s?|,? and (?:the )?)$/.test(between)) {
      sets.push({ start: left.start, members: [left.reading, right.reading] });
    }
  }
  return [...sets, ...partnersOf(tree, actors)];
}

/** Somebody may be one of a set under a name; groups and anonymous officials are not. */
function isMember(reading: ActorReading): boolean {
  if (reading.as === 'place' || reading.open !== undefined) return false;
  if (reading.as === 'adjective') return reading.state !== undefined;
  return reading.kind !== 'group' && (reading.states.length > 0 || reading.name !== undefined);
}

/** `A signed a pact with B`, `A met B`: subject and partner form a set. */
function partnersOf(tree: Tree, actors: readonly Occurrence[]): ActorSet[] {
  const sets: ActorSet[] = [];
  const subjects = actors.filter((actor) => actor.subject && actor.reading.as === 'actor');
  for (const subject of subjects) {
    const verb = tree.tokens[subject.at].head;
    const partner = actors.find((other) => {
      if (other.at <= subject.at || other.reading.as !== 'actor') return false;
      const head = tree.tokens[other.at].head;
      const marks = childrenBy(tree, other.at, 'case').map((mark) => tree.tokens[mark].lemma);
      const near = head === verb || tree.tokens[head]?.head === verb;
      return near && (marks.includes('with') || meets(tree, verb, other.at));
    });
    if (partner === undefined) continue;
    sets.push({ start: subject.start, members: [subject.reading, partner.reading] });
  }
  return sets;
}

function meets(tree: Tree, verb: number, other: number): boolean {
  return tree.tokens[other].deprel === 'obj' && /^(meet|host|visit)$/.test(tree.tokens[verb].lemma);
}
