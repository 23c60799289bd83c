import type { KnownAgreements } from '../../reference/known-agreements.ts';
import { tokenAt, topOf } from '../grammar/phrase.ts';
import type { Tree } from '../grammar/tree.ts';
import type { Resolver } from '../names/resolver.ts';
import type { AgreementLexicon } from './agreement-lexicon.ts';
import { deedsOn } from './find-deeds.ts';
import type { InstrumentMention } from './instrument.ts';

/**
 * `Corland joined the Northern Pact`, `left`, `froze its membership in`: who joins or leaves an
 * organisation does so with the agreement it rests on, so these are mentions of that agreement.
 */
export function findMembers(
  tree: Tree,
  resolver: Resolver,
  lexicon: AgreementLexicon,
  known: KnownAgreements,
): InstrumentMention[] {
  const names = resolver.mentionsIn(tree.sentence.start, tree.sentence.end);
  return names.flatMap(({ start, end, id = '' }) => {
    const ledgerId = known.foundingOf(id);
    if (ledgerId === undefined) return [];
    const head = topOf(tree, tokenAt(tree, start), tokenAt(tree, end - 1));
    const name = { head, start, end, fullStart: start, fullEnd: end };
    const place = { ...name, of: 'organisation' } as const;
    const deed = deedsOn(tree, place, resolver, lexicon).find(
      ({ status, by }) => status === 'reported' && by.length > 0,
    );
    if (deed === undefined) return [];
    const fullStart = Math.min(tree.tokens[deed.at].start, start);
    const sure = { definite: true, plural: false, existing: false, marked: true } as const;
    const about = { kinds: [], parties: deed.by, deeds: [deed], ledgerId };
    return [{ ...place, ...sure, ...about, fullStart, tree, strength: 'formal' }];
  });
}
