import type { NameDraft, Scan } from './known-names.ts';
import { personId } from './name-index.ts';
import type { TitleIndex } from './title-index.ts';

const holders = new Set(['demonym', 'state', 'organ', 'seat', 'organisation', 'place', 'capital']);

/**
 * Joins titles with the name behind them and the holder in front: `former South Korean President
 * Moon Jae-in` is one name. A title without a name is dropped here: grammar reads it later.
 */
export function joinTitledNames(
  scan: Scan,
  drafts: readonly NameDraft[],
  titles: TitleIndex,
): NameDraft[] {
  const joined: NameDraft[] = [];
  for (let at = 0; at < drafts.length; at++) {
    const chain = drafts[at].kind === 'title' ? chainAt(scan, drafts, at, titles) : undefined;
    if (chain === undefined) {
      if (drafts[at].kind !== 'title') joined.push(drafts[at]);
      continue;
    }
    const front = frontOf(scan, joined, drafts[at], titles);
    while ((joined.at(-1)?.from ?? -1) >= front.from) joined.pop();
    joined.push(titledPerson({ ...front, ...chain, owner: chain.owner ?? front.owner }));
    at = chain.last;
  }
  return joined;
}

/** Nothing but white space on one line stands between the two. */
export function adjacent(scan: Scan, left: { to: number }, right: { from: number }): boolean {
  return left.to === right.from && scan.words[right.from].apart && !scan.words[right.from].breaks;
}

interface Chain {
  readonly titles: readonly NameDraft[];
  readonly named: NameDraft;
  /** `-elect` or `-designate` stands behind the title. */
  readonly notYet: boolean;
  /** The state behind the title: `Minister of Defence of Ukraine`. */
  readonly owner?: NameDraft;
  readonly last: number;
}

/** The titles from here on and the name they lead to; two titles may be joined by `and`. */
function chainAt(
  scan: Scan,
  drafts: readonly NameDraft[],
  first: number,
  titles: TitleIndex,
): Chain | undefined {
  const chain: NameDraft[] = [];
  let to = drafts[first].from;
  let notYet = false;
  let owner: NameDraft | undefined;
  for (let at = first; at < drafts.length && at < first + 6; at++) {
    const draft = drafts[at];
    const gap = at === first ? [] : scan.forms.slice(to, draft.from);
    const elect = gap.length === 2 && titles.afterPowerless.includes(gap.join(''));
    if (elect) notYet = true;
    else if (/^of( the)?$/.test(gap.join(' ')) && draft.kind === 'state') {
      owner = draft;
      to = draft.to;
      continue;
    } else if (gap.length > 0 && gap.join(' ') !== 'and' && gap.join('') !== '.') return undefined;
    if (at > first && scan.words[draft.from].breaks) return undefined;
    if (draft.kind === 'person' || (draft.kind === 'unknown' && gap[0] !== 'and')) {
      owner ??= ownerBehind(scan, draft, drafts[at + 1]);
      return { titles: chain, named: draft, notYet, owner, last: at };
    }
    if (draft.kind !== 'title') return undefined;
    chain.push(draft);
    to = draft.to;
  }
  return undefined;
}

/** `Foreign Minister A. B. of Corland`. */
function ownerBehind(scan: Scan, name: NameDraft, next?: NameDraft): NameDraft | undefined {
  if (next?.kind !== 'state') return undefined;
  const gap = scan.forms.slice(name.to, next.from).join(' ');
  return gap === 'of' || gap === 'of the' ? next : undefined;
}

interface Front {
  /** Melts into the name: `Russian`. */
  readonly holder?: NameDraft;
  /** Stays an actor of its own: `Japan's`. */
  readonly owner?: NameDraft;
  /** Word index at which the whole name begins. */
  readonly from: number;
  readonly powerless: boolean;
  readonly deputy: boolean;
}

/** Modifiers and the holder in front of the first title: `former U.S.`, `Ukraine's acting`. */
function frontOf(
  scan: Scan,
  before: readonly NameDraft[],
  title: NameDraft,
  titles: TitleIndex,
): Front {
  let from = title.from;
  let powerless = false;
  let deputy = false;
  const takeModifiers = (limit: number) => {
    while (from > limit) {
      const dash = scan.forms[from - 1] === '-' ? 1 : 0;
      const form = scan.forms[from - 1 - dash]?.toLowerCase();
      if (form === undefined || from - 1 - dash < limit) return;
      if (titles.powerless.has(form)) powerless = true;
      else if (titles.deputy.has(form)) deputy = true;
      else if (!titles.keeps.has(form)) return;
      from -= 1 + dash;
    }
  };
  const previous = before.at(-1);
  takeModifiers(previous?.to ?? 0);
  const gap = previous === undefined ? [] : scan.forms.slice(previous.to, from);
  const takes = previous && holders.has(previous.kind) && !scan.words[from].breaks;
  if (!takes || (gap.length > 0 && gap.join('') !== "'s")) return { from, powerless, deputy };
  // The possessive leaves the holder an actor of its own; only the plain form melts in.
  if (gap.length > 0) return { from, powerless, deputy, owner: previous };
  from = previous.from;
  const further = before.at(-2);
  const owner = further && ['demonym', 'state'].includes(further.kind) ? further : undefined;
  if (owner && previous.kind !== 'demonym' && adjacent(scan, owner, { from })) from = owner.from;
  takeModifiers((from === owner?.from ? before.at(-3)?.to : further?.to) ?? 0);
  return { from, powerless, deputy, holder: previous };
}

function titledPerson(given: Chain & Front): NameDraft {
  const { named, holder, owner } = given;
  const of = holder ?? owner;
  // `Prime Minister and Defence Minister` speaks by the first, `Ambassador Dr.` by the ambassador.
  const offices = given.titles.filter(
    (one) => !/^(honour|private)$/.test(one.title?.authority ?? ''),
  );
  const title = offices[0] ?? given.titles[0];
  const entry = title.title;
  const authority = authorityOf(title, of);
  const known = named.kind === 'person' ? named : undefined;
  const honour = entry?.authority === 'honour';
  const subnational = authority === 'subnational' && of?.kind !== 'demonym';
  const state = of?.state ?? known?.state ?? (known ? undefined : entry?.usually);
  const powerless = given.powerless || given.notYet || (known?.powerless && (honour || !of));
  const mark = given.powerless ? 'former ' : given.notYet ? 'designated ' : '';
  const office = honour ? known?.role : `${mark}${given.deputy ? 'deputy ' : ''}${title.name}`;
  const why = of ? `${of.name} named with the title` : known ? known.because : 'the title alone';
  const { single: _single, powerless: _powerless, ...base } = named;
  return {
    ...base,
    from: given.from,
    to: named.to,
    kind: 'person',
    id: known?.id ?? personId(named.name),
    ...(known ? {} : { bare: named.name }),
    ...(state === undefined || subnational ? {} : { state }),
    ...(subnational && of?.kind === 'capital' ? { state: of.state } : {}),
    ...(of?.kind === 'organisation' ? { organisation: of.id } : {}),
    ...(office === undefined ? {} : { role: office }),
    ...(honour ? {} : { authority }),
    ...(powerless ? { powerless: true } : {}),
    parts: [holder, named].filter((part) => part !== undefined),
    because: honour && known ? known.because : `${title.name}: ${why}`,
  };
}

function authorityOf(title: NameDraft, of: NameDraft | undefined) {
  const own = title.title?.authority;
  if (of?.kind === 'organisation') return 'organisation';
  if (of?.kind === 'place' && own === 'state') return 'subnational';
  if (own === 'inherit') return of === undefined ? undefined : 'state';
  return own;
}
