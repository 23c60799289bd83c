import { officeOn } from '../../../reference/office-on-day.ts';
import type { NameDraft } from './name-draft.ts';
import type { NameEntry } from './name-index.ts';
import type { Run, Scan } from './scan.ts';

/** A person of the facts, with the office that decides on the day. */
export function personDraft(
  entry: NameEntry,
  { from, to }: Run,
  { published, lexicon }: Scan,
): NameDraft {
  const { kind, name, id, offices = [] } = entry;
  const { office, standing } = officeOn(offices, published);
  const { of, pronoun } = office;
  const isState = /^[A-Z]{3}$/.test(of);
  const title = office.titles[0] ?? office.office;
  const powerless = standing === 'left' || standing === 'not yet' || undefined;
  const since =
    standing === 'left' ? `left ${office.until}` : `from ${office.from ?? 'not stated'}`;
  return {
    from,
    to,
    kind,
    name,
    entry,
    id,
    state: isState ? of : undefined,
    organisation: isState ? undefined : of,
    role: powerless ? `${lexicon.labels.former} ${title}` : title,
    authority: isState ? 'state' : 'organisation',
    powerless,
    pronoun,
    because: `${title} of ${of}: ${standing}, ${since}`,
  };
}
