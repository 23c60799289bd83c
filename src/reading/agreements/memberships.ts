import type { Span } from '../../model/span.ts';
import { caseOf, childrenBy, lemmaOf } from '../grammar/phrase.ts';
import type { Tree } from '../grammar/tree.ts';
import type { Resolver } from '../names/resolver.ts';
import type { Prepared } from './find-agreements.ts';
import type { InstrumentMention } from './instrument.ts';
import { spanBelow, subjectOf } from './parties.ts';

/**
 * `Corland joined the Northern Pact`, `left`, `froze its membership in`: who joins or leaves an
 * organisation does so with the agreement it rests on, so these are mentions of that agreement.
 */
export function findMemberships(
  tree: Tree,
  resolver: Resolver,
  prepared: Pick<Prepared, 'words' | 'foundings'>,
): InstrumentMention[] {
  return tree.tokens.flatMap((token, verb) => {
    if (token.upos !== 'VERB') return [];
    const change = changeOf(tree, verb, prepared);
    const subject = change === undefined ? undefined : subjectOf(tree, verb);
    if (change === undefined || subject === undefined) return [];
    const name = resolver.mentionAt(tree.tokens[change.target].start);
    const id = name?.id === undefined ? undefined : prepared.foundings.get(name.id);
    if (name === undefined || id === undefined || intended(tree, verb, prepared)) return [];
    const { states } = resolver.resolve(...spanBelow(tree, subject));
    if (states.length === 0) return [];
    return [membership(tree, { change, verb, name, id, states })];
  });
}

interface Change {
  readonly status: string;
  /** The token that names the organisation. */
  readonly target: number;
}

function changeOf(
  tree: Tree,
  verb: number,
  { words }: Pick<Prepared, 'words'>,
): Change | undefined {
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

function targetOf(tree: Tree, verb: number, preposition: RegExp): number | undefined {
  const object = childrenBy(tree, verb, 'obj')[0];
  if (object !== undefined) return object;
  return childrenBy(tree, verb, 'obl').find((at) => preposition.test(caseOf(tree, at) ?? ''));
}

function intended(tree: Tree, verb: number, { words }: Pick<Prepared, 'words'>): boolean {
  return tree.children[verb].some((child) => {
    const lemma = lemmaOf(tree, child);
    return child < verb && (lemma === 'to' || words.notSo.has(lemma));
  });
}

function membership(
  tree: Tree,
  told: { change: Change; verb: number; name: Span; id: string; states: readonly string[] },
): InstrumentMention {
  const { change, verb, name, id, states } = told;
  return {
    tree,
    head: change.target,
    start: name.start,
    end: name.end,
    fullStart: Math.min(tree.tokens[verb].start, name.start),
    fullEnd: name.end,
    strength: 'formal',
    definite: true,
    plural: false,
    existing: false,
    marked: true,
    kinds: [],
    parties: states,
    ledgerId: id,
    told: change.status,
  };
}
