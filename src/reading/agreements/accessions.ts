import { caseOf, childrenBy, lemmaOf, type PhraseTree } from '../names/phrase-tree.ts';
import type { Resolver } from '../names/resolver.ts';
import type { InstrumentChain } from './chain-instruments.ts';
import type { Prepared } from './find-agreements.ts';
import { spanBelow, subjectOf } from './parties.ts';

/**
 * `Corland joined the Northern Pact`: whoever joins an organisation becomes a party of the
 * agreement it rests on. Adds the joiner to the chain of that agreement, or opens one.
 */
export function findAccessions(
  trees: readonly PhraseTree[],
  resolver: Resolver,
  chains: InstrumentChain[],
  prepared: Prepared,
): void {
  for (const tree of trees) {
    tree.tokens.forEach((token, verb) => {
      if (token.upos !== 'VERB' || !prepared.words.joining.has(lemmaOf(tree, verb))) return;
      const target = targetOf(tree, verb);
      const subject = subjectOf(tree, verb);
      if (target === undefined || subject === undefined) return;
      const body = resolver.mentionAt(tree.tokens[target].start);
      const id = body?.id === undefined ? undefined : prepared.foundings.get(body.id);
      if (id === undefined) return;
      const { states } = resolver.resolve(...spanBelow(tree, subject));
      if (states.length === 0 || intended(tree, verb, prepared)) return;
      const chain = chains.find(({ ledgerId }) => ledgerId === id);
      const joined = accession(tree, target, verb, { id, states: [...states] });
      if (chain === undefined) chains.push(joined);
      else {
        chain.mentions.push(...joined.mentions);
        chain.mentions.sort((a, b) => a.start - b.start);
        for (const state of states) addParty(chain, state);
      }
    });
  }
}

function addParty(chain: InstrumentChain, state: string): void {
  if (!chain.parties.includes(state)) chain.parties.push(state);
}

function targetOf(tree: PhraseTree, verb: number): number | undefined {
  const object = childrenBy(tree, verb, 'obj')[0];
  if (object !== undefined) return object;
  return childrenBy(tree, verb, 'obl').find((at) => /^(to|into)$/.test(caseOf(tree, at) ?? ''));
}

function intended(tree: PhraseTree, verb: number, { words }: Prepared): boolean {
  return tree.children[verb].some((child) => {
    const lemma = lemmaOf(tree, child);
    return child < verb && (lemma === 'to' || words.notSo.has(lemma));
  });
}

function accession(
  tree: PhraseTree,
  head: number,
  verb: number,
  told: { id: string; states: string[] },
): InstrumentChain {
  const { start } = tree.tokens[verb];
  const { end } = tree.tokens[head];
  const mention = {
    tree,
    head,
    start: tree.tokens[head].start,
    end,
    fullStart: start,
    fullEnd: end,
    strength: 'formal',
    definite: true,
    plural: false,
    existing: true,
    marked: true,
    kinds: [],
    parties: told.states,
    ledgerId: told.id,
  } as const;
  return { mentions: [mention], parties: told.states, ledgerId: told.id };
}
