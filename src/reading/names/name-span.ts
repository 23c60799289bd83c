import type { Authority } from '../../reference/words/actor-lexicon.ts';

/** What a name is before grammar has spoken. */
export type NameKind =
  /** A state under one of its names: `North Korea`, `DPRK`. */
  | 'state'
  /** An adjective of a state, or of no single state (`Western`): `Russian`. */
  | 'demonym'
  /** Its people as a noun: `Russians`. */
  | 'people'
  /** A capital, which stands for a place or for a government. */
  | 'capital'
  /** A building or street that stands for an organ: `the Kremlin`. */
  | 'seat'
  /** An organ of a state with a name of its own: `the State Department`, `the Duma`. */
  | 'organ'
  /** A party, state medium or armed group: an actor of its own, not the voice of its state. */
  | 'body'
  /** An international organisation, alliance or bloc. */
  | 'organisation'
  /** A person, with or without title. */
  | 'person'
  /** A proper name of a place that is no state: `Crimea`, `the Korean Peninsula`. */
  | 'place'
  /** Capitalised words that no fact explains. */
  | 'unknown';

/** What a name says of whom it stands for. */
export interface NameFacts {
  readonly kind: NameKind;
  /** Full name of what it stands for. */
  readonly name: string;
  /** Stable id: alpha-3 for states, the organisation's id, the person's name in kebab case. */
  readonly id?: string;
  /** Alpha-3: the state itself, whose it is, or in which it lies. */
  readonly state?: string;
  /** Office, organ or seat in words: `president`, `foreign ministry`. */
  readonly role?: string;
  /** For whom the holder of the title speaks; absent where no title tells. */
  readonly authority?: Authority;
  readonly because: string;
}

/** A name in the raw text, found before parsing. UTF-16 code units, `end` exclusive. */
export interface NameSpan extends NameFacts {
  readonly start: number;
  readonly end: number;
  /** The parser should see these words as one. */
  readonly collapse: boolean;
  /** Other states it may mean on that day. */
  readonly otherStates?: readonly string[];
  /** The organisation whose office or seat it is. */
  readonly organisation?: string;
  /** Full name of the organisation, where a capital or seat stands for it. */
  readonly bodyName?: string;
  /** The office gives no authority any more, or not yet: `former`, `-elect`. */
  readonly powerless?: boolean;
  readonly pronoun?: 'he' | 'she' | 'they';
  /** Smaller names inside, in reading order: the demonym in a titled name. */
  readonly parts?: readonly NameSpan[];
}

/** `Luiz Inácio Lula da Silva` → `luiz-inacio-lula-da-silva`. */
export function personId(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '');
}
