import type { Actor, MentionKind } from '../../model/reading.ts';
import type { Tree } from '../grammar/tree.ts';
import type { NameSpan } from './name-span.ts';

/** What still has to be looked up in the rest of the report. */
export type OpenEnd =
  /** `the minister`: somebody introduced with that office. */
  | { readonly kind: 'role'; readonly lemma: string; readonly state?: string }
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
