import type { ActorLexicon, Authority } from '../../../reference/words/actor-lexicon.ts';
import type { GrammarWords } from '../../../reference/words/grammar-words.ts';
import { compileNameRules, type NameRules } from './name-rules.ts';

/** What a common noun says about whom it stands for. */
export interface NounEntry {
  readonly kind: 'organ' | 'role';
  /** The role or the organ in words. */
  readonly role: string;
  readonly authority: Authority;
  /** Several even in the singular: `delegation`. */
  readonly many: boolean;
  /** A body, not a person. */
  readonly body: boolean;
}

/** The lexicon with what is looked up by word, made once. */
export interface ActorRules extends ActorLexicon, NameRules {
  readonly nouns: ReadonlyMap<string, NounEntry>;
  /** Words that may stand in the name of an office before its noun: `foreign`, `prime`. */
  readonly officeWords: ReadonlySet<string>;
}

export function createActorRules(lexicon: ActorLexicon, grammar: GrammarWords): ActorRules {
  const nouns = new Map<string, NounEntry>();
  for (const { role, authority, number, body = false, words } of lexicon.roles) {
    const entry = { kind: 'role', role, authority, many: number === 'many', body } as const;
    for (const word of words) nouns.set(word, entry);
  }
  for (const { organ: role, words } of lexicon.common) {
    const entry = { kind: 'organ', role, authority: 'state', many: true, body: true } as const;
    for (const word of words) nouns.set(word, entry);
  }
  const fields = lexicon.composed.fields.map(({ word }) => word.toLowerCase());
  const officeWords = new Set([...fields, ...lexicon.words.officeFirsts]);
  const roleNouns = new Set([...nouns.keys()].filter((noun) => nouns.get(noun)?.kind === 'role'));
  const classes = { ...grammar, ...lexicon.words, roleNouns };
  return { ...lexicon, nouns, officeWords, ...compileNameRules(lexicon.constructions, classes) };
}
