import type { Actor, MentionKind } from '../../../model/reading.ts';
import type { Tree } from '../../grammar/tree.ts';
import type { NameSpan } from '../name-span.ts';
import type { ActorRules } from './actor-rules.ts';

/** What still has to be looked up in the rest of the report. */
export type OpenEnd =
  /** `the minister`: somebody introduced with that office. */
  | { readonly kind: 'role'; readonly lemma: string }
  /** `the government`, `the country`: of the state in focus. */
  | { readonly kind: 'focus'; readonly what: string }
  /** `both leaders`: the last set of that size; without a size, the last set. */
  | { readonly kind: 'set'; readonly size?: number; readonly persons: boolean }
  /** `its army`: the possessor, a token of the same sentence. */
  | { readonly kind: 'owner'; readonly token: number };

/** Whom one nominal stands for, as far as its own phrase tells. */
export interface ActorReading {
  readonly tree: Tree;
  /** The token that heads the nominal. */
  readonly head: number;
  readonly start: number;
  readonly end: number;
  readonly kind: MentionKind;
  /** `adjective`: names where something is from; `place`: tells where. */
  readonly as: 'actor' | 'place' | 'adjective';
  readonly actors: readonly Actor[];
  /** States that speak or act through it. */
  readonly states: readonly string[];
  /** The state it belongs to or lies in, with or without authority to speak for it. */
  readonly state?: string;
  readonly id?: string;
  readonly role?: string;
  readonly number: 'one' | 'many';
  readonly person: boolean;
  readonly pronoun?: 'he' | 'she' | 'they';
  readonly open?: OpenEnd;
  readonly name?: NameSpan;
  /** Worth a mention of its own: it names somebody, or points at a group. */
  readonly shown: boolean;
  readonly because: string;
}

/** A nominal that acts and is worth a mention, before anything tells who it is. */
export const nobody = { actors: [], states: [], person: false, as: 'actor', shown: true } as const;

/** Reads the nominals of one report, each at most once. */
export interface ActorReader {
  readonly trees: readonly Tree[];
  readonly rules: ActorRules;
  /** The sentence in which the offset stands, or the next one. */
  treeAt(offset: number): Tree | undefined;
  /** The name that covers a token. */
  nameAt(tree: Tree, at: number): NameSpan | undefined;
  read(tree: Tree, at: number): ActorReading | undefined;
}
