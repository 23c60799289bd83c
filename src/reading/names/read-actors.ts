import type { Mention } from '../../model/reading.ts';
import type { ActorLexicon } from '../../reference/actor-lexicon.ts';
import type { Document } from '../document.ts';
import { type ActorRules, createActorReader, createActorRules } from './actor-reader.ts';
import { gatherAntecedents } from './antecedents.ts';
import { createResolver } from './create-resolver.ts';
import { findMentions } from './find-mentions.ts';
import { createWeaponFinder } from './find-weapons.ts';
import type { NameSpan } from './name-span.ts';
import type { Resolver } from './resolver.ts';

/** The mentions of a report, and the answers about whom any of its phrases stands for. */
export interface Actors {
  readonly mentions: readonly Mention[];
  readonly resolver: Resolver;
}

/** Reads the actors of one parsed report; `names` are those found before parsing. */
export type ReadActors = (document: Document, names: readonly NameSpan[]) => Actors;

/** Prepares rules and word lists once. The reader made depends on the report alone. */
export function createActorsReader(lexicon: ActorLexicon): ReadActors {
  const rules: ActorRules = createActorRules(lexicon);
  const findWeapons = createWeaponFinder(lexicon.words);
  return (document, names) => {
    const read = dropFurniture(document, names);
    const reader = createActorReader(document, read, rules);
    const antecedents = gatherAntecedents(reader, document.text);
    const weapons = reader.trees.flatMap(findWeapons);
    const mentions = findMentions({ reader, antecedents }, document.text, weapons);
    return { mentions, resolver: createResolver({ reader, antecedents, names: read, mentions }) };
  };
}

/** Names in page furniture and datelines stand for nobody. */
function dropFurniture(document: Document, names: readonly NameSpan[]): readonly NameSpan[] {
  const dropped = [...document.report.boilerplate, ...document.datelines];
  if (dropped.length === 0) return names;
  return names.filter(
    ({ start, end }) => !dropped.some((span) => span.start < end && start < span.end),
  );
}
