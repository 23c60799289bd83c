import type { Mention } from '../../model/reading.ts';
import { spansOverlap } from '../../model/span.ts';
import type { ActorLexicon } from '../../reference/words/actor-lexicon.ts';
import type { GrammarWords } from '../../reference/words/grammar-words.ts';
import type { Document } from '../document.ts';
import type { NameSpan } from './name-span.ts';
import { createActorReader } from './read/actor-reader.ts';
import { createActorRules } from './read/actor-rules.ts';
import { findWeapons } from './read/find-weapons.ts';
import { createResolver } from './resolve/create-resolver.ts';
import { findMentions } from './resolve/find-mentions.ts';
import { createThread } from './resolve/follow-word.ts';
import type { Resolver } from './resolver.ts';

/** The mentions of a report, and the answers about whom any of its phrases stands for. */
export interface Actors {
  readonly mentions: readonly Mention[];
  readonly resolver: Resolver;
}

/** Reads the actors of one parsed report; `names` are those found before parsing. */
export type ReadActors = (document: Document, names: readonly NameSpan[]) => Actors;

/** Prepares rules and word lists once. The reader made depends on the report alone. */
export function createActorsReader(lexicon: ActorLexicon, grammar: GrammarWords): ReadActors {
  const rules = createActorRules(lexicon, grammar);
  return ({ report, datelines, trees }, names) => {
    // Names in page furniture and datelines stand for nobody.
    const dropped = [...report.boilerplate, ...datelines];
    const kept = names.filter((name) => !dropped.some((span) => spansOverlap(span, name)));
    const thread = createThread(createActorReader(trees, kept, rules));
    const weapons = trees.flatMap((tree) => findWeapons(tree, lexicon.words));
    const mentions = findMentions(thread, weapons);
    return { mentions, resolver: createResolver(thread, kept, mentions) };
  };
}
