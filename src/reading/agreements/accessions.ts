import type { Span } from '../../model/span.ts';
import { caseOf, childrenBy, lemmaOf, type PhraseTree } from '../names/phrase-tree.ts';
import type { Resolver } from '../names/resolver.ts';
import type { InstrumentChain } from './chain-instruments.ts';
import type { Prepared } from './find-agreements.ts';
import { spanBelow, subjectOf } from './parties.ts';

/**
 * `Corland joined the Northern Pact`, `left`, `froze its membership in`: who joins or leaves an
 * organisation does so with the agreement it rests on. Adds to its chain, or opens one.
 */
export function findAccessions(
  trees: readonly PhraseTree[],
  resolver: Resolver,
  chains: InstrumentChain[],
  prepared: Prepared,
): void {
  for (const tree of trees) {
    tree.tokens.forEach((token, verb) => {
      if (token.upos !== 'VERB') return;
      const change = changeOf(tree, verb, prepared);
      const subject = change === undefined ? undefined : subjectOf(tree, verb);
      if (change === undefined || subject === undefined) return;
      const body = resolver.mentionAt(tree.tokens[change.target].start);
      const id = body?.id === undefined ? undefined : prepared.foundings.get(body.id);
      if (body === undefined || id === undefined) return;
      const { states } = resolver.resolve(...spanBelow(tree, subject));
      if (states.length === 0 || intended(tree, verb, prepared)) return;
      const chain = chains.find(({ ledgerId }) => ledgerId === id);
      const told = { id, states: [...states], status: change.status };
      const opened = membershipChain(tree, change.target, verb, { ...told, name: body });
      if (chain === undefined) chains.push(opened);
      else {
        chain.mentions.push(...opened.mentions);
        chain.mentions.sort((a, b) => a.start - b.start);
        for (const state of states) addParty(chain, state);
      }
    });
  }
}

interface Change {
  readonly status: string;
  /** The token that names the organisation. */
  readonly target: number;
}

function changeOf(tree: PhraseTree, verb: number, { words }: Prepared): Change | undefined {
  const lemma = lemmaOf(tree, verb);
  if (words.joining.has(lemma)) return withTarget(targetOf(tree, verb, /^(to|into)$/), 'in force');
  if (words.leaving.has(lemma)) return withTarget(targetOf(tree, verb, /^(from|of)$/), 'ended');
  if (!words.halting.has(lemma)) return undefined;
  const object = childrenBy(tree, verb, 'obj')[0];
  if (object === undefined || !words.membership.has(lemmaOf(tree, object))) return undefined;
  const inside = (at: number) => /^(in|of)$/.test(caseOf(tree, at) ?? '');
  const target = [...childrenBy(tree, object, 'nmod'), ...childrenBy(tree, verb, 'obl')].find(
    inside,
  );
  return withTarget(target, 'suspended');
}

function withTarget(target: number | undefined, status: string): Change | undefined {
  return target === undefined ? undefined : { target, status };
}

function addParty(chain: InstrumentChain, state: string): void {
  if (!chain.parties.includes(state)) chain.parties.push(state);
}

function targetOf(tree: PhraseTree, verb: number, preposition: RegExp): number | undefined {
  const object = childrenBy(tree, verb, 'obj')[0];
  if (object !== undefined) return object;
  return childrenBy(tree, verb, 'obl').find((at) => preposition.test(caseOf(tree, at) ?? ''));
}

function intended(tree: PhraseTree, verb: number, { words }: Prepared): boolean {
  return tree.children[verb].some((child) => {
    const lemma = lemmaOf(tree, child);
    return child < verb && (lemma === 'to' || words.notSo.has(lemma));
  });
}

function membershipChain(
  tree: PhraseTree,
  head: number,
  verb: number,
  told: { id: string; states: string[]; status: string; name: Span },
): InstrumentChain {
  const { start } = tree.tokens[verb];
  const { end } = told.name;
  const mention = {
    tree,
    head,
    start: told.name.start,
    end,
    fullStart: start,
    fullEnd: end,
    strength: 'formal',
    definite: true,
    plural: false,
    existing: false,
    marked: true,
    kinds: [],
    parties: told.states,
    ledgerId: told.id,
    told: told.status,
  } as const;
  return { mentions: [mention], parties: told.states, ledgerId: told.id };
}
