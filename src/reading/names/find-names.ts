import type { Day } from '../../base/day.ts';
import type { ActorLexicon } from '../../reference/actor-lexicon.ts';
import type { Reference } from '../../reference/reference.ts';
import { markCapitalised } from './capitalised-names.ts';
import { applyFocusNames, settleByFocus } from './focus.ts';
import { joinNeighbours, joinOrgans } from './joined-names.ts';
import { matchKnownNames, type NameDraft, type Scan } from './known-names.ts';
import { buildNameIndex } from './name-index.ts';
import type { NameSpan } from './name-span.ts';
import { scanWords } from './scan-words.ts';
import { linkShortNames } from './short-names.ts';
import { markLines } from './text-lines.ts';
import { buildTitleIndex } from './title-index.ts';
import { joinTitledNames } from './titled-names.ts';

/**
 * Finds names in raw text before it is parsed: states under the names of the day, demonyms,
 * capitals, seats, organs, organisations, people with their titles, and capitalised words that
 * nothing explains. Spans stand in reading order and do not overlap; offsets are UTF-16 code
 * units. Names of a past that the day does not know stay what they were: `the Soviet Union`.
 */
export type FindNames = (text: string, published?: Day) => NameSpan[];

/** Builds the name index once (some tens of milliseconds); the finder then runs in linear time. */
export function createNameFinder(reference: Reference, lexicon: ActorLexicon): FindNames {
  const titles = buildTitleIndex(lexicon.titles);
  const index = buildNameIndex(reference, lexicon, titles);
  const capitals = {
    particles: new Set(lexicon.titles.particles),
    notNames: new Set(lexicon.titles.notNames),
    openers: new Set(lexicon.titles.openers),
    hyphened: new Set(lexicon.groups.hyphened),
    titles,
  };
  const bodySeats = lexicon.metonyms.bodySeats.map(({ name, bodies }) => ({
    name,
    bodies: bodies.map((id) => ({ id, name: reference.organisations.get(id)?.names[0] ?? id })),
  }));
  const neighbours = {
    compass: capitals.openers,
    bodyHeads: new Set(lexicon.organs.bodyHeads),
  };
  const verbsBehind = new Set(lexicon.titles.verbsBehind);
  const surnameFirst = new Set(lexicon.titles.surnameFirst);
  return (text, published) => {
    const words = scanWords(text);
    const forms = words.map((word) => word.form);
    const scan: Scan = { text, published, words, forms, ...markLines(words) };
    let drafts = markCapitalised(scan, matchKnownNames(scan, index), capitals);
    drafts = joinTitledNames(scan, joinOrgans(scan, drafts), titles);
    drafts = joinNeighbours(scan, drafts, neighbours);
    drafts = linkShortNames(scan, drafts, { index, surnameFirst, verbsBehind });
    drafts = settleByFocus(drafts, bodySeats);
    drafts = applyFocusNames(scan, drafts, lexicon.metonyms.focusNames);
    return drafts.map((draft) => spanOf(scan, draft));
  };
}

function spanOf(scan: Scan, draft: NameDraft): NameSpan {
  const { from, to, kind, parts, name, because } = draft;
  const start = scan.words[from].start;
  const end = scan.words[to - 1].end;
  // A demonym stays an adjective for the parser; an article is no part of what it sees as one.
  const whole = kind !== 'demonym' && kind !== 'people' && to - from > 1;
  const collapse = whole && !/^[Tt]he /.test(scan.text.slice(start, end)) && kind !== 'title';
  return {
    start,
    end,
    kind: kind === 'title' ? 'unknown' : kind,
    collapse,
    name,
    ...optional(draft),
    ...(parts ? { parts: parts.map((part) => spanOf(scan, part)) } : {}),
    because,
  };
}

function optional(draft: NameDraft): Partial<NameSpan> {
  const { id, state, otherStates, role, authority, organisation, bodyName } = draft;
  const { powerless, pronoun } = draft;
  return {
    ...(id === undefined ? {} : { id }),
    ...(state === undefined ? {} : { state }),
    ...(otherStates === undefined ? {} : { otherStates }),
    ...(role === undefined ? {} : { role }),
    ...(authority === undefined ? {} : { authority }),
    ...(organisation === undefined ? {} : { organisation }),
    ...(bodyName === undefined ? {} : { bodyName }),
    ...(powerless ? { powerless } : {}),
    ...(pronoun === undefined ? {} : { pronoun }),
  };
}
