import type { Agreement } from '../model/agreement.ts';
import type { OfficeHolder } from '../model/office-holder.ts';
import type { Organisation } from '../model/organisation.ts';
import type { State } from '../model/state.ts';
import type { Place, Theatre } from '../model/theatre.ts';
import type { Language } from './language.ts';

/** An office holder with the state's code or the organisation's id that the office belongs to. */
export type HeldOffice = OfficeHolder & { readonly of: string };

/** The checked facts of a data folder: everything the stages know about the world. */
export interface Reference {
  /** By code, as all maps here are by id; in the order of the files' names. */
  readonly states: ReadonlyMap<string, State>;
  readonly organisations: ReadonlyMap<string, Organisation>;
  readonly leaders: readonly HeldOffice[];
  readonly theatres: ReadonlyMap<string, Theatre>;
  readonly places: ReadonlyMap<string, Place>;
  readonly agreements: ReadonlyMap<string, Agreement>;
  /** The folders of `data/language`, by code. */
  readonly languages: ReadonlyMap<string, Language>;
  /** Files under `data/codebooks` and `data/wars`, by path without ending: `wars/korea-1950`. */
  readonly tables: ReadonlyMap<string, unknown>;
  /** SHA-256 over the names and bytes of all fact files: the `facts` of `Made`. */
  readonly hash: string;
}
