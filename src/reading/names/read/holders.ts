import { childrenOf, isUnder, type Tree } from '../../grammar/tree.ts';
import type { NameSpan } from '../name-span.ts';
import type { ActorReader } from './actor-reading.ts';
import type { ActorRules } from './actor-rules.ts';

/** Whose an organ, office or group is, as its phrase tells. */
export interface Holders {
  /** Tokens of the names in the phrase. */
  readonly names: readonly number[];
  readonly states: readonly string[];
  /** The organ it speaks for: `State Department`. */
  readonly organ?: string;
  readonly organisation?: { readonly id?: string; readonly name: string };
  /** Token of a possessive pronoun: `its`. */
  readonly pronoun?: number;
  /** It is of no single state (`Western`), or a state only backs or leads it: `Russian-backed`. */
  readonly apart: boolean;
  readonly because: string;
}

/**
 * Finds the holder in front of the noun (`Russian`, `Japan's`, `State Department`), behind it
 * (`of Georgia`) or in a possessive pronoun. The words are taken as they stand, since the tree is
 * least sure inside such phrases.
 */
export function findHolders(reader: ActorReader, tree: Tree, head: number, edge: number): Holders {
  const { words, links } = reader.rules;
  const named = (at: number) => reader.nameAt(tree, at) !== undefined;
  const front: number[] = [];
  let apart = false;
  let pronoun: number | undefined;
  for (let at = edge; at < head; at++) {
    const { deprel, upos, start } = tree.tokens[at];
    if (deprel === 'nmod:poss' && upos === 'PRON' && isUnder(tree, at, head)) pronoun ??= at;
    const name = reader.nameAt(tree, at);
    const begins = name?.start === start;
    const backs = begins && isBacker(tree.text, name, words);
    if (begins && !backs) front.push(at);
    apart ||= backs || words.regions.has(tree.words[at]);
  }
  const holds = (at: number) => links('holder', tree, at).length > 0;
  const behind = childrenOf(tree, head, 'nmod').filter(holds);
  const joined = behind
    .filter(named)
    .flatMap((at) => [at, ...childrenOf(tree, at, 'conj').filter(named)]);
  const names = [...front, ...joined];
  const last = behind.findLast((at) => !named(at));
  const nominal = names.length > 0 || last === undefined ? undefined : reader.read(tree, last);
  if (nominal) {
    // `a spokesman for the Corlander government`: whoever stands behind the noun.
    const { kind, states, actors, because } = nominal;
    const organ = kind === 'organisation' ? actors[0]?.name : undefined;
    return { names, states, organ, because, pronoun, apart };
  }
  const owners = front.length < 2 ? names : nearest(reader, tree, front);
  return { names, ...tellHolders(reader, tree, owners), pronoun, apart };
}

/** Only a backer, or what somebody is for or against: `Russian-backed`, `pro-Russian`. */
function isBacker(text: string, { start, end }: NameSpan, words: ActorRules['words']): boolean {
  const before = /(\p{L}+)[-‑]$/u.exec(text.slice(Math.max(0, start - 24), start))?.[1] ?? '';
  const behind = /^[-‑](\p{L}+)/u.exec(text.slice(end, end + 24))?.[1] ?? '';
  return words.stancePrefixes.has(before.toLowerCase()) || words.hyphened.has(behind.toLowerCase());
}

/** Joined names count all; else the one nearest to the noun does: `Russia's Foreign Ministry`. */
function nearest(reader: ActorReader, tree: Tree, front: readonly number[]): readonly number[] {
  const isLinked = (left: number, at: number) => {
    const end = reader.nameAt(tree, left)?.end;
    return reader.rules.words.nameLinks.has(tree.text.slice(end, tree.tokens[at].start).trim());
  };
  const first = front.findLastIndex((at, index) => index === 0 || !isLinked(front[index - 1], at));
  return front.slice(first);
}

function tellHolders(reader: ActorReader, tree: Tree, tokens: readonly number[]) {
  const holders = tokens.flatMap((at) => {
    const name = reader.nameAt(tree, at);
    return name ? { ...name, state: name.state ?? ownState(reader, tree, at) } : [];
  });
  const speaking = holders.filter(({ kind }) => !/^(organisation|body|unknown|place)$/.test(kind));
  return {
    states: [...new Set(speaking.flatMap(({ state }) => state ?? []))],
    organ: speaking.findLast(({ kind }) => kind === 'organ' || kind === 'seat')?.name,
    organisation: holders.findLast(({ kind }) => kind === 'organisation' || kind === 'body'),
    because: speaking.map(({ because }) => because).join('; '),
  };
}

/** An organ without a state of its own takes its possessor's: `Russia's Foreign Ministry`. */
function ownState({ nameAt }: ActorReader, tree: Tree, at: number): string | undefined {
  const within = childrenOf(tree, at, 'nmod').map((child) => nameAt(tree, child)?.state);
  const own = within.find((state) => state !== undefined);
  // The tree may hang the possessor on the noun behind the organ.
  if (own !== undefined || tree.tokens[at - 1]?.xpos !== 'POS') return own;
  for (let left = at - 2; left >= 0 && left > at - 7; left--) {
    const name = nameAt(tree, left);
    if (name) return name.state;
  }
  return undefined;
}
