import type { Authority } from '../../../reference/words/actor-lexicon.ts';
import { personId } from '../name-span.ts';
import type { NameDraft } from './name-draft.ts';
import { adjacent, gapBetween, type Scan } from './scan.ts';

/**
 * Joins titles with the name behind them and the holder in front: `former South Korean President
 * Moon Jae-in` is one name. A title without a name is dropped here: grammar reads it later.
 */
export function joinTitledNames(scan: Scan, drafts: readonly NameDraft[]): NameDraft[] {
  const joined: NameDraft[] = [];
  for (let at = 0; at < drafts.length; at++) {
    const isTitle = drafts[at].kind === 'title';
    const chain = isTitle ? chainAt(scan, drafts, at) : undefined;
    if (chain === undefined) {
      if (!isTitle) joined.push(drafts[at]);
      continue;
    }
    const front = frontOf(scan, joined, drafts[at]);
    while ((joined.at(-1)?.from ?? -1) >= front.from) joined.pop();
    joined.push(titledPerson(chain, front, scan));
    at = chain.last;
  }
  return joined;
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
function chainAt(scan: Scan, drafts: readonly NameDraft[], first: number): Chain | undefined {
  const { words } = scan.lexicon;
  const titles: NameDraft[] = [];
  const behind = (at: number) => gapBetween(scan, drafts[at - 1], drafts[at]);
  const isOwner = (at: number) => drafts[at]?.kind === 'state' && words.ownerLinks.has(behind(at));
  let notYet = false;
  let owner: NameDraft | undefined;
  for (let at = first; at < Math.min(first + 6, drafts.length); at++) {
    const draft = drafts[at];
    if (at > first && isOwner(at)) {
      owner = draft;
      continue;
    }
    const gap = at === first ? '' : behind(at);
    const joined = words.joiners.has(gap);
    if (words.notYet.has(gap.replace(' ', ''))) notYet = true;
    else if (gap !== '' && gap !== '.' && !joined) return undefined;
    if (at > first && scan.words[draft.from].breaks) return undefined;
    if (draft.kind === 'person' || (draft.kind === 'unknown' && !joined)) {
      // `Foreign Minister A. B. of Corland`.
      if (isOwner(at + 1)) owner ??= drafts[at + 1];
      return { titles, named: draft, notYet, owner, last: at };
    }
    if (draft.kind !== 'title') return undefined;
    titles.push(draft);
  }
  return undefined;
}

interface Front {
  /** Word index at which the whole name begins. */
  from: number;
  powerless: boolean;
  deputy: boolean;
  /** Melts into the name: `Russian`. */
  readonly holder?: NameDraft;
  /** Stays an actor of its own: `Japan's`. */
  readonly owner?: NameDraft;
}

const holders = new Set(['demonym', 'state', 'organ', 'seat', 'organisation', 'place', 'capital']);

/** Modifiers and the holder in front of the first title: `former U.S.`, `Ukraine's acting`. */
function frontOf(scan: Scan, before: readonly NameDraft[], title: NameDraft): Front {
  const front: Front = { from: title.from, powerless: false, deputy: false };
  const [third, second, previous] = [before.at(-3), before.at(-2), before.at(-1)];
  takeModifiers(scan, front, previous?.to ?? 0);
  if (!previous || !holders.has(previous.kind) || scan.words[front.from].breaks) return front;
  const gap = gapBetween(scan, previous, front);
  const { possessives } = scan.lexicon.words;
  // The possessive leaves the holder an actor of its own; only the plain form melts in.
  if (gap !== '') return possessives.has(gap) ? { ...front, owner: previous } : front;
  const owns = second?.kind === 'demonym' || second?.kind === 'state';
  const both = owns && previous.kind !== 'demonym' && adjacent(scan, second, previous);
  front.from = both ? second.from : previous.from;
  takeModifiers(scan, front, (both ? third : second)?.to ?? 0);
  return { ...front, holder: previous };
}

function takeModifiers({ forms, lower, lexicon }: Scan, front: Front, limit: number): void {
  const { powerlessTitles, deputies, keepsPower } = lexicon.words;
  while (front.from > limit) {
    const at = front.from - (forms[front.from - 1] === '-' ? 2 : 1);
    const form = at < limit ? '' : lower[at];
    if (powerlessTitles.has(form)) front.powerless = true;
    else if (deputies.has(form)) front.deputy = true;
    else if (!keepsPower.has(form)) return;
    front.from = at;
  }
}

function titledPerson(chain: Chain, front: Front, { lexicon }: Scan): NameDraft {
  const { named } = chain;
  const { former, designated, deputy } = lexicon.labels;
  const of = front.holder ?? chain.owner ?? front.owner;
  // `Prime Minister and Defence Minister` speaks by the first, `Ambassador Dr.` by the ambassador.
  const isOffice = ({ title }: NameDraft) => !/^(honour|private)$/.test(title?.authority ?? '');
  const office = chain.titles.find(isOffice) ?? chain.titles[0];
  const known = named.kind === 'person' ? named : undefined;
  const honour = office.title?.authority === 'honour';
  const authority = authorityOf(office.title?.authority, of);
  const usual = known ? undefined : office.title?.usually;
  // The governor of a place within a state has the place's name, not the state's, before the title.
  const subnational = authority === 'subnational' && of?.kind !== 'demonym';
  const local = of?.kind === 'capital' ? of.state : named.state;
  const mark = front.powerless ? former : chain.notYet ? designated : '';
  const role = [mark, front.deputy ? deputy : '', office.name].filter(Boolean).join(' ');
  const why = of ? `${of.name} named with the title` : (known?.because ?? 'the title alone');
  return {
    ...named,
    from: front.from,
    kind: 'person',
    doubt: undefined,
    id: known?.id ?? personId(named.name),
    bare: known ? undefined : named.name,
    state: subnational ? local : (of?.state ?? known?.state ?? usual),
    organisation: of?.kind === 'organisation' ? of.id : named.organisation,
    role: honour ? named.role : role,
    authority: honour ? named.authority : authority,
    powerless: front.powerless || chain.notYet || (known?.powerless && (honour || !of)),
    parts: [front.holder, named].filter((part) => part !== undefined),
    because: honour && known ? known.because : `${office.name}: ${why}`,
  };
}

function authorityOf(own: Authority | undefined, of: NameDraft | undefined): Authority | undefined {
  if (of?.kind === 'organisation') return 'organisation';
  if (of?.kind === 'place' && own === 'state') return 'subnational';
  return own === 'inherit' && of ? 'state' : own === 'inherit' ? undefined : own;
}
