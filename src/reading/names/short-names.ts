import { type NameDraft, personDraft, type Scan } from './known-names.ts';
import { type NameEntry, type NameIndex, personId, shortFormsOf } from './name-index.ts';
import { officeOn } from './name-reading.ts';

/** What linking needs to know about names. */
export interface ShortNameFacts {
  readonly index: NameIndex;
  readonly surnameFirst: ReadonlySet<string>;
  /** Verbs that show a first word to be a name: `said`, `told`. */
  readonly verbsBehind: ReadonlySet<string>;
}

/**
 * Explains capitalised words by people: first those introduced in full anywhere in the report,
 * then those of the facts who alone bear the short name among the holders of the day.
 */
export function linkShortNames(
  scan: Scan,
  drafts: readonly NameDraft[],
  facts: ShortNameFacts,
): NameDraft[] {
  const spelled = drafts.map((draft) => respell(scan, draft, facts.index));
  const introduced = gatherIntroduced(spelled, facts);
  const linked: NameDraft[] = [];
  for (const draft of spelled) {
    const person = explain(scan, draft, introduced, facts);
    if (person) linked.push(person);
    else if (!draft.single) linked.push(draft);
  }
  return linked;
}

function explain(
  scan: Scan,
  draft: NameDraft,
  introduced: ReadonlyMap<string, NameDraft>,
  facts: ShortNameFacts,
): NameDraft | undefined {
  const { from, to } = draft;
  if (draft.bare !== undefined) {
    const told = introduced.get(draft.bare);
    const before = told && told.from !== from ? told : bearer(scan, draft, draft.bare, facts);
    if (before === undefined) return draft;
    if (draft.state !== undefined && before.state !== undefined && draft.state !== before.state) {
      return draft;
    }
    return titledAgain(draft, before);
  }
  if (draft.kind !== 'unknown') return undefined;
  const again = introduced.get(draft.name) ?? introduced.get(personId(draft.name));
  if (!draft.single && again?.kind !== 'person') return undefined;
  const person = again ?? bearer(scan, draft, draft.name, facts);
  if (person === undefined) return undefined;
  const { single: _single, bare: _bare, parts: _parts, ...rest } = person;
  return { ...rest, from, to, because: `short for ${person.name}, ${person.because}` };
}

/** `President Kim` after `Kim Jong Un`: the person of before with the title of now. */
function titledAgain(draft: NameDraft, person: NameDraft): NameDraft {
  const { bare: _bare, ...rest } = draft;
  const honour = draft.authority === undefined;
  const state = draft.state ?? person.state;
  return {
    ...rest,
    name: person.name,
    id: person.id,
    ...(state === undefined ? {} : { state }),
    ...(person.organisation === undefined ? {} : { organisation: person.organisation }),
    ...(person.pronoun === undefined ? {} : { pronoun: person.pronoun }),
    role: honour ? person.role : draft.role,
    ...(draft.authority === undefined && person.authority ? { authority: person.authority } : {}),
    ...(honour && person.powerless ? { powerless: true } : {}),
    because: `${draft.because}; ${person.name}, ${person.because}`,
  };
}

/** A run that spells a known holder's given name another way: `Sergey Lavrov`. */
function respell(scan: Scan, draft: NameDraft, index: NameIndex): NameDraft {
  const name = draft.bare ?? draft.name;
  const open = draft.kind === 'unknown' || draft.bare !== undefined;
  if (!open || !name.includes(' ')) return draft;
  const bearers = index.shortNames.get(name.split(' ').at(-1) ?? '') ?? [];
  const alike = bearers.filter((entry) => sameStart(entry.name, name));
  const entry = holderOfTheDay(alike, scan);
  const { from, to } = draft;
  const person = entry && personDraft([entry], { from, to, published: scan.published });
  if (person === undefined) return draft;
  if (draft.bare === undefined) return person;
  return draft.state === undefined || draft.state === person.state
    ? titledAgain(draft, person)
    : draft;
}

function sameStart(a: string, b: string): boolean {
  return a.slice(0, 3).toLowerCase() === b.slice(0, 3).toLowerCase();
}

function holderOfTheDay(bearers: readonly NameEntry[], scan: Scan): NameEntry | undefined {
  const serving = bearers.filter((entry) => {
    const standing = officeOn(entry.offices ?? [], scan.published)?.standing;
    return standing === 'in office' || standing === 'as last known';
  });
  return serving.length === 1 ? serving[0] : undefined;
}

/** Short forms of everybody named in full: the facts' own, the last word, or the surname first. */
function gatherIntroduced(
  drafts: readonly NameDraft[],
  facts: ShortNameFacts,
): Map<string, NameDraft> {
  const introduced = new Map<string, NameDraft>();
  const put = (short: string | undefined, draft: NameDraft) => {
    if (short && short.length > 1 && !introduced.has(short)) introduced.set(short, draft);
  };
  const people = drafts.filter((draft) => draft.kind === 'person');
  for (const draft of people) {
    if (draft.entry) for (const short of shortFormsOf(draft.entry)) put(short, draft);
  }
  for (const draft of people) {
    const words = (draft.bare ?? draft.name).split(' ');
    if (draft.bare !== undefined && words.length === 1) continue;
    const first = draft.state !== undefined && facts.surnameFirst.has(draft.state);
    put(draft.bare ?? draft.name, draft);
    put(draft.id, draft);
    if (draft.entry === undefined) put(first ? words[0] : words.at(-1), draft);
  }
  for (const draft of people) {
    if (draft.bare !== undefined && !draft.bare.includes(' ')) put(draft.bare, draft);
  }
  for (const draft of drafts) {
    if (draft.kind !== 'unknown' || draft.single || /\d/.test(draft.name)) continue;
    put(draft.name.split(' ').at(-1), { ...draft, id: personId(draft.name) });
  }
  return introduced;
}

/** The one holder of the day with that short name; a state named with the title narrows it. */
function bearer(
  scan: Scan,
  draft: NameDraft,
  name: string,
  facts: ShortNameFacts,
): NameDraft | undefined {
  const { index } = facts;
  const titled = draft.bare !== undefined;
  if (name.length < (titled ? 2 : 4)) return undefined;
  // A first word may be a plain word: alone it is no proof of a name.
  const verbs = facts.verbsBehind;
  const alone = !titled && scan.sentenceStart[draft.from];
  const doubtful = alone && !followedByVerb(scan, draft.to, verbs);
  if (doubtful) return undefined;
  const all = [
    ...(index.shortNames.get(name) ?? []),
    ...((titled && index.titledNames.get(name)) || []),
  ];
  const fitting = draft.state === undefined ? all : all.filter((entry) => holds(entry, draft));
  const entry = holderOfTheDay(fitting, scan) ?? (titled && fitting.length === 1 && fitting[0]);
  const { from, to } = draft;
  return entry ? personDraft([entry], { from, to, published: scan.published }) : undefined;
}

function holds(entry: NameEntry, draft: NameDraft): boolean {
  return (entry.offices ?? []).some((office) => office.of === draft.state);
}

function followedByVerb(scan: Scan, at: number, verbs: ReadonlySet<string>): boolean {
  const form = scan.forms[at] ?? '';
  return form === "'s" || form === 'and' || form === ',' || verbs.has(form) || /(ed|s)$/.test(form);
}
