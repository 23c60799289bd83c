import {
  caseOf,
  childrenBy,
  formOf,
  hangsOn,
  lemmaOf,
  lowerForm,
  relationOf,
} from '../grammar/phrase.ts';
import type { ActorReading } from './actor-reading.ts';
import type { NounContext } from './noun-actors.ts';

/** Whose an organ, office or group is, as its phrase tells. */
export interface Holders {
  readonly names: readonly number[];
  readonly states: readonly string[];
  /** The organ it speaks for: `State Department`. */
  readonly organ?: string;
  readonly organisation?: { readonly id?: string; readonly name: string };
  /** Token of a possessive pronoun: `its`. */
  readonly pronoun?: number;
  /** An adjective of no single state: `Western`. */
  readonly regional: boolean;
  /** A state stands there only as backer or leader: `Russian-backed`. */
  readonly relation: boolean;
  readonly because: string;
}

/**
 * Finds the holder in front of the noun (`Russian`, `Japan's`, `State Department`), behind it
 * (`of Georgia`) or in a possessive pronoun. The words are taken as they stand, since the tree is
 * least sure inside such phrases.
 */
export function findHolders(context: NounContext, head: number, edge: number): Holders {
  const { tree, nameAt, lexicon } = context;
  const found: number[] = [];
  let relation = false;
  let regional = false;
  let pronoun: number | undefined;
  let behind: ActorReading | undefined;
  const role = lexicon.nouns.get(lemmaOf(tree, head))?.kind === 'role';
  for (let at = head - 1; at >= edge; at--) {
    if (tree.tokens[at].deprel === 'nmod:poss' && tree.tokens[at].upos === 'PRON') {
      if (hangsOn(tree, at, head)) pronoun = at;
    }
    if (lexicon.regions.has(lowerForm(tree, at))) regional = true;
    const name = nameAt[at];
    if (name === undefined || tree.tokens[at].start !== name.start) continue;
    if (isRelation(context, name.end) || isStance(tree.text, name.start)) relation = true;
    else found.push(at);
  }
  found.reverse();
  for (const at of childrenBy(tree, head, 'nmod')) {
    const preposition = caseOf(tree, at);
    if (at < head || preposition === undefined) continue;
    const owns = /^(of|from)$/.test(preposition) || (preposition === 'for' && role);
    if (owns && nameAt[at]) found.push(at, ...conjunctsOf(context, at));
    else if (owns) behind = context.read(at);
  }
  const told =
    found.length === 0 && behind
      ? ofReading(behind)
      : tellHolders(context, nearest(context, found, head));
  return {
    names: found,
    ...told,
    ...(pronoun === undefined ? {} : { pronoun }),
    regional,
    relation,
  };
}

/** `a spokesman for the Corlander government`: whoever stands behind the noun. */
function ofReading(reading: ActorReading): ReturnType<typeof tellHolders> {
  const organ = reading.kind === 'organisation' ? { organ: reading.actors[0]?.name } : {};
  return { states: [...reading.states], ...organ, because: reading.because };
}

function conjunctsOf(context: NounContext, at: number): number[] {
  return childrenBy(context.tree, at, 'conj').filter((other) => context.nameAt[other]);
}

/** `Russian-backed`: a hyphen and a word that makes the state only a backer. */
function isRelation(context: NounContext, end: number): boolean {
  const rest = context.tree.text.slice(end, end + 24);
  const word = /^[-‑](\p{L}+)/u.exec(rest)?.[1];
  return word !== undefined && context.lexicon.hyphened.has(word.toLowerCase());
}

/** `pro-Russian`, `anti-Dravian`. */
function isStance(text: string, start: number): boolean {
  return /(?:pro|anti|ex|non)[-‑]$/i.test(text.slice(Math.max(0, start - 6), start));
}

/** Joined names count all; else the one nearest to the noun does: `Russia's Foreign Ministry`. */
function nearest(context: NounContext, found: readonly number[], head: number): readonly number[] {
  const { tree, nameAt } = context;
  const front = found.filter((at) => at < head);
  if (front.length < 2) return found;
  const kept = [front[front.length - 1]];
  for (let index = front.length - 2; index >= 0; index--) {
    const end = nameAt[front[index]]?.end ?? 0;
    const between = tree.text.slice(end, tree.tokens[kept[0]].start).trim();
    if (!/^(and|or|,|, and|-|–|\/)$/.test(between)) break;
    kept.unshift(front[index]);
  }
  return kept;
}

function tellHolders(
  context: NounContext,
  found: readonly number[],
): Pick<Holders, 'states' | 'organ' | 'organisation' | 'because'> {
  const states: string[] = [];
  const because: string[] = [];
  let organ: string | undefined;
  let organisation: Holders['organisation'];
  for (const at of found) {
    const name = context.nameAt[at];
    if (name === undefined) continue;
    const speaks = name.kind === 'organ' || name.kind === 'seat';
    if (name.kind === 'organisation' || name.kind === 'body') {
      organisation = { ...(name.id ? { id: name.id } : {}), name: name.name };
      continue;
    }
    if (name.kind === 'unknown' || name.kind === 'place') continue;
    if (speaks) organ = name.name;
    const state = name.state ?? ownState(context, at);
    if (state !== undefined && !states.includes(state)) states.push(state);
    because.push(name.because);
  }
  return {
    states,
    ...(organ === undefined ? {} : { organ }),
    ...(organisation === undefined ? {} : { organisation }),
    because: because.join('; '),
  };
}

/** An organ without a state of its own takes its possessor's: `Russia's Foreign Ministry`. */
function ownState(context: NounContext, at: number): string | undefined {
  const { tree, nameAt } = context;
  for (const child of tree.children[at]) {
    if (relationOf(tree, child) === 'nmod' && nameAt[child]?.state) return nameAt[child].state;
  }
  // The tree may hang the possessor on the noun behind the organ.
  const before = at - 1;
  const mark = formOf(tree, before);
  if (!/^(['’]s?)$/.test(mark)) return undefined;
  for (let left = before - 1; left >= 0 && left > before - 6; left--) {
    if (nameAt[left]) return nameAt[left]?.state;
  }
  return undefined;
}
