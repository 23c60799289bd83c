import { officeOn } from '../../../reference/office-on-day.ts';
import { hasEnding } from '../../grammar/endings.ts';
import { personId } from '../name-span.ts';
import { type NameDraft, personDraft } from './name-draft.ts';
import { type NameEntry, type NameIndex, shortFormsOf } from './name-index.ts';
import type { Scan } from './scan.ts';

/**
 * Explains capitalised words by people: first those introduced in full anywhere in the report,
 * then those of the facts who alone bear the short name among the holders of the day.
 */
export function linkShortNames(
  scan: Scan,
  drafts: readonly NameDraft[],
  index: NameIndex,
): NameDraft[] {
  const personOf = (entry: NameEntry | undefined, { from, to }: NameDraft) =>
    entry && personDraft(entry, { from, to }, scan);
  const spelled = drafts.map((draft) => {
    const person = personOf(spelledAlike(scan, draft, index), draft);
    return person && draft.bare !== undefined ? titledAgain(draft, person) : (person ?? draft);
  });
  const introduced = gatherIntroduced(spelled, scan);
  return spelled.flatMap((draft) => {
    const bearer = () => personOf(bearerOf(scan, draft, index), draft);
    if (draft.bare !== undefined) {
      const told = introduced.get(draft.bare);
      const person = told && told.from !== draft.from ? told : bearer();
      return person ? titledAgain(draft, person) : draft;
    }
    if (draft.kind !== 'unknown') return draft;
    const told = introduced.get(draft.name) ?? introduced.get(personId(draft.name));
    if (draft.doubt !== 'single' && told?.kind !== 'person') return draft;
    const person = told ?? bearer();
    return person ? shortFor(person, draft) : [];
  });
}

function shortFor(person: NameDraft, { from, to }: NameDraft): NameDraft {
  const because = `short for ${person.name}, ${person.because}`;
  return { ...person, doubt: undefined, bare: undefined, parts: undefined, from, to, because };
}

/** `President Kim` after `Kim Jong Un`: the person of before with the title of now. */
function titledAgain(draft: NameDraft, person: NameDraft): NameDraft {
  if (draft.state && person.state && draft.state !== person.state) return draft;
  const honour = draft.authority === undefined;
  return {
    ...draft,
    bare: undefined,
    name: person.name,
    id: person.id,
    state: draft.state ?? person.state,
    organisation: person.organisation ?? draft.organisation,
    pronoun: person.pronoun ?? draft.pronoun,
    role: honour ? person.role : draft.role,
    authority: draft.authority ?? person.authority,
    powerless: honour && person.powerless ? true : draft.powerless,
    because: `${draft.because}; ${person.name}, ${person.because}`,
  };
}

/** The holder of the day whose given name a run spells another way: `Sergey Lavrov`. */
function spelledAlike(scan: Scan, draft: NameDraft, index: NameIndex): NameEntry | undefined {
  const name = draft.bare ?? (draft.kind === 'unknown' ? draft.name : '');
  if (!name.includes(' ')) return undefined;
  const bearers = index.shortNames.get(name.split(' ').at(-1) ?? '') ?? [];
  const start = name.slice(0, 3).toLowerCase();
  return holderOfTheDay(
    bearers.filter((entry) => entry.name.slice(0, 3).toLowerCase() === start),
    scan,
  );
}

function holderOfTheDay(bearers: readonly NameEntry[], scan: Scan): NameEntry | undefined {
  const serving = bearers.filter(({ offices = [] }) =>
    /^(in office|as last known)$/.test(officeOn(offices, scan.published).standing),
  );
  return serving.length === 1 ? serving[0] : undefined;
}

/** Short forms of everybody named in full: the facts' own, the last word, or the surname first. */
function gatherIntroduced(drafts: readonly NameDraft[], { lexicon }: Scan): Map<string, NameDraft> {
  const introduced = new Map<string, NameDraft>();
  const put = (short: string | undefined, draft: NameDraft) => {
    if (short && short.length > 1 && !introduced.has(short)) introduced.set(short, draft);
  };
  const people = drafts.filter(({ kind }) => kind === 'person');
  for (const draft of people) for (const form of shortFormsOf(draft.entry)) put(form, draft);
  for (const draft of people) {
    const name = draft.bare ?? draft.name;
    const words = name.split(' ');
    if (draft.bare !== undefined && words.length === 1) continue;
    const surname = words.at(lexicon.words.surnameFirst.has(draft.state ?? '') ? 0 : -1);
    put(name, draft);
    put(draft.id, draft);
    if (draft.entry === undefined) put(surname, draft);
  }
  for (const draft of people) if (!draft.bare?.includes(' ')) put(draft.bare, draft);
  for (const draft of drafts) {
    if (draft.kind !== 'unknown' || draft.doubt === 'single' || /\d/.test(draft.name)) continue;
    put(draft.name.split(' ').at(-1), { ...draft, id: personId(draft.name) });
  }
  return introduced;
}

/** The one holder of the day with that short name; a state named with the title narrows it. */
function bearerOf(scan: Scan, draft: NameDraft, index: NameIndex): NameEntry | undefined {
  const titled = draft.bare !== undefined;
  const name = draft.bare ?? draft.name;
  if (name.length < (titled ? 2 : 4)) return undefined;
  // A first word may be a plain word: alone it is not enough to tell a name.
  if (!titled && scan.sentenceStart[draft.from] && !showsName(scan, draft.to)) return undefined;
  const short = index.shortNames.get(name) ?? [];
  const all = titled ? [...short, ...(index.titledNames.get(name) ?? [])] : short;
  const holds = ({ offices = [] }: NameEntry) => offices.some(({ of }) => of === draft.state);
  const fitting = draft.state === undefined ? all : all.filter(holds);
  return holderOfTheDay(fitting, scan) ?? (titled && fitting.length === 1 ? fitting[0] : undefined);
}

/** A verb or another word that stands behind names. */
function showsName({ forms, lexicon }: Scan, at: number): boolean {
  const { behindNames, verbEndings } = lexicon.words;
  return behindNames.has(forms[at]) || hasEnding(forms[at] ?? '', verbEndings);
}
