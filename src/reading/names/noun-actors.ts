import type { Actor } from '../../model/reading.ts';
import { childrenBy, formOf, leftEdge, lowerForm, singularOf } from '../grammar/phrase.ts';
import type { Tree } from '../grammar/tree.ts';
import type { ActorReading } from './actor-reading.ts';
import { findHolders, type Holders } from './holders.ts';
import type { NameSpan } from './name-span.ts';
import type { NounEntry, NounLexicon } from './noun-lexicon.ts';

/** What reading a noun needs: the names at each token of its sentence, and the word lists. */
export interface NounContext {
  readonly tree: Tree;
  readonly nameAt: readonly (NameSpan | undefined)[];
  readonly lexicon: NounLexicon;
  /** The reading of another nominal of the sentence: a possessor or organ. */
  readonly read: (at: number) => ActorReading | undefined;
}

/** Whom a common noun stands for: organs, roles, groups; `undefined` where it is none of these. */
export function readNoun(context: NounContext, head: number): ActorReading | undefined {
  const { tree, lexicon } = context;
  const edge = leftEdge(tree, head);
  const phrase = tree.text.slice(tree.tokens[edge].start, tree.tokens[head].end).toLowerCase();
  const base = {
    tree,
    head,
    start: tree.tokens[edge].start,
    end: tree.tokens[head].end,
  };
  if (lexicon.vague.has(phrase)) return vagueGroup(base, phrase);
  const { lemma, entry } = entryOf(context, head);
  // `terrorist attack`, `government building`: the noun behind is meant.
  const above = tree.tokens[tree.tokens[head].head];
  const behind = tree.tokens[head].head > head && /^(NOUN|PROPN)$/.test(above?.upos ?? '');
  const modifies = behind && /^(compound|amod)$/.test(tree.tokens[head].deprel);
  if (modifies) return undefined;
  const set = readSet(context, head, lemma, base);
  if (set) return set;
  const holders = findHolders(context, head, edge);
  if (lexicon.relations.has(lemma) && (holders.names.length > 0 || holders.pronoun !== undefined)) {
    return relationGroup(base, lemma);
  }
  if (entry?.kind === 'organ') return readOrganNoun(context, base, lemma, entry, holders);
  if (entry?.kind === 'role') return readRoleNoun(context, base, lemma, entry, holders);
  if (lexicon.stateNouns.has(lemma)) return readStateNoun(context, base);
  return undefined;
}

type Base = Pick<ActorReading, 'tree' | 'head' | 'start' | 'end'>;

const none = { actors: [], states: [], person: false, as: 'actor', number: 'many' } as const;

function entryOf(context: NounContext, head: number): { lemma: string; entry?: NounEntry } {
  const { tree, lexicon } = context;
  const token = tree.tokens[head];
  const lower = token.lemma.toLowerCase();
  const lemma = lexicon.nouns.has(lower) ? lower : singularOf(lowerForm(tree, head));
  const pair = `${lowerForm(tree, head - 1)} ${lemma}`;
  const plural = `${lowerForm(tree, head - 1)} ${lowerForm(tree, head)}`;
  for (const key of [plural, pair]) {
    const entry = lexicon.nouns.get(key);
    if (entry) return { lemma: key, entry };
  }
  return { lemma, entry: lexicon.nouns.get(lemma) };
}

function vagueGroup(base: Base, phrase: string): ActorReading {
  const actors = [{ name: base.tree.text.slice(base.start, base.end), role: 'group' }];
  const because = `"${phrase}": a group whose members the report does not list`;
  return { ...base, ...none, actors, kind: 'group', shown: true, because };
}

function relationGroup(base: Base, lemma: string): ActorReading {
  const actors = [{ name: base.tree.text.slice(base.start, base.end), role: lemma }];
  const because = `not the state itself, but one that stands as ${lemma} to it`;
  return { ...base, ...none, actors, kind: 'group', role: lemma, shown: true, because };
}

/** `both leaders`, `the two sides`, `the parties`. */
function readSet(
  context: NounContext,
  head: number,
  lemma: string,
  base: Base,
): ActorReading | undefined {
  const { tree, lexicon } = context;
  const persons = lexicon.setPersons.has(lemma);
  if (!persons && !lexicon.setStates.has(lemma)) return undefined;
  const plural = /^NNP?S$/.test(tree.tokens[head].xpos) || lowerForm(tree, head) !== lemma;
  const quantifier = tree.children[head].find((at) => lexicon.quantifiers[lowerForm(tree, at)]);
  const definite = /^(the|these|those|both)$/.test(lowerForm(tree, firstWord(tree, base)));
  const demonyms = context.nameAt.slice(firstWord(tree, base), head).some((name) => name?.state);
  if (demonyms || !plural || hasOf(tree, head)) return undefined;
  if (quantifier === undefined && !(definite && lexicon.bare.has(lemma))) return undefined;
  if (quantifier !== undefined && !definite) return undefined;
  const size =
    quantifier === undefined ? undefined : lexicon.quantifiers[lowerForm(tree, quantifier)];
  const bareHead = formOf(tree, head - 1).toLowerCase();
  const plainSet = quantifier !== undefined || bareHead === 'the';
  if (!plainSet) return undefined;
  const because = `the last set${size === undefined ? '' : ` of ${size}`} named`;
  const open = { kind: 'set', persons, ...(size === undefined ? {} : { size }) } as const;
  return { ...base, ...none, kind: 'group', open, shown: size !== undefined, because };
}

function firstWord(tree: Tree, base: Base): number {
  return tree.tokens.findIndex((token) => token.start === base.start);
}

function hasOf(tree: Tree, head: number): boolean {
  return childrenBy(tree, head, 'nmod').some((at) =>
    tree.children[at].some((mark) => lowerForm(tree, mark) === 'of'),
  );
}

function readOrganNoun(
  context: NounContext,
  base: Base,
  lemma: string,
  entry: NounEntry & { kind: 'organ' },
  holders: Holders,
): ActorReading | undefined {
  const { tree, lexicon } = context;
  // `force` and `power` are organs only where they are somebody's and many.
  if (lemma === 'force' && tree.tokens[base.head].xpos === 'NN') return undefined;
  const common = { ...base, ...none, kind: 'organisation', role: entry.organ } as const;
  if (holders.organisation) {
    const { id, name } = holders.organisation;
    const actor = { ...(id ? { id } : {}), name, role: entry.organ };
    const because = `${entry.organ} of ${name}`;
    return { ...common, ...(id ? { id } : {}), actors: [actor], shown: true, because };
  }
  if (holders.states.length > 0) {
    const because = `${entry.organ} of ${holders.states.join(' and ')}: ${holders.because}`;
    const actors = holders.states.map(
      (state): Actor => ({
        name: phraseOf(base),
        role: entry.organ,
        state,
      }),
    );
    const state = holders.states.length === 1 ? { state: holders.states[0] } : {};
    return { ...common, ...state, states: holders.states, actors, shown: true, because };
  }
  if (holders.regional || holders.relation) return undefined;
  if (holders.pronoun !== undefined) {
    const open = { kind: 'owner', token: holders.pronoun } as const;
    return { ...common, open, shown: false, because: 'of its possessor' };
  }
  const definite = isDefinite(tree, base);
  if (!definite || !lexicon.focused.has(lemma) || !isPlain(tree, base, lemma)) return undefined;
  const open = { kind: 'focus', what: lemma } as const;
  return { ...common, open, shown: false, because: 'of the state in focus' };
}

/** The article opens the phrase, or stands before it where the tree gave it to another word. */
function isDefinite(tree: Tree, base: Pick<ActorReading, 'start'>): boolean {
  const first = tree.tokens.findIndex((token) => token.start === base.start);
  return lowerForm(tree, first) === 'the' || lowerForm(tree, first - 1) === 'the';
}

/** Nothing but the article stands before the noun. */
function isPlain(tree: Tree, base: Base, lemma: string): boolean {
  return base.head - firstWord(tree, base) === (lemma.includes(' ') ? 2 : 1);
}

function phraseOf(base: Base): string {
  return base.tree.text.slice(base.start, base.end).replace(/^(the|a|an)\s+/i, '');
}

/** Roles that are bodies, no persons. */
const bodies = new Set(['company', 'media', 'delegation']);

function readRoleNoun(
  context: NounContext,
  base: Base,
  lemma: string,
  entry: NounEntry & { kind: 'role' },
  holders: Holders,
): ActorReading | undefined {
  const { tree } = context;
  const plural = entry.many || tree.tokens[base.head].xpos.endsWith('S');
  const words = tree.text
    .slice(base.start, base.end)
    .toLowerCase()
    .split(/[\s-]+/);
  const former = words.find((word) => context.lexicon.powerless.has(word));
  const role = roleName(context, base, lemma);
  const common = {
    ...base,
    ...none,
    kind: bodies.has(entry.role) ? 'organisation' : plural ? 'group' : 'person',
    number: plural ? 'many' : 'one',
    person: !entry.many && !bodies.has(entry.role),
    role: former ? `former ${role}` : role,
  } as const;
  if (entry.authority === 'armed') {
    const actors = [{ name: phraseOf(base), role: 'armed group' }];
    const because = 'an armed group: backing or origin is a relation, not identity';
    const home = holders.states.length === 1 ? { state: holders.states[0] } : {};
    return { ...common, ...home, person: false, actors, shown: true, because };
  }
  if (holders.organisation && entry.authority !== 'people') {
    const { id, name } = holders.organisation;
    const actor = { ...(id ? { id } : {}), name, role };
    const because = `${role} of ${name}`;
    return { ...common, ...(id ? { id } : {}), actors: [actor], shown: true, because };
  }
  const voice = (entry.authority === 'state' || entry.authority === 'inherit') && !former;
  if (holders.states.length > 0) {
    const because = former
      ? `former ${role}: no authority any more`
      : `${role} of ${holders.states.join(' and ')}: ${holders.because}`;
    const actors = holders.states.map(
      (state): Actor => ({
        name: holders.organ ?? phraseOf(base),
        role,
        ...(former ? {} : { state }),
      }),
    );
    const state = holders.states.length === 1 && !former ? { state: holders.states[0] } : {};
    return {
      ...common,
      ...state,
      states: voice ? holders.states : [],
      actors,
      shown: true,
      because,
    };
  }
  return openRole(context, { common, lemma, holders, plural, voice });
}

function openRole(
  context: NounContext,
  given: {
    common: Omit<ActorReading, 'because' | 'shown'>;
    lemma: string;
    holders: Holders;
    plural: boolean;
    voice: boolean;
  },
): ActorReading {
  const { common, lemma, holders, plural, voice } = given;
  const { tree } = context;
  const name = phraseOf(common);
  const actors = [{ name, ...(common.role ? { role: common.role } : {}) }];
  const hidden = { ...common, actors, shown: false };
  if (holders.pronoun !== undefined && voice) {
    const open = { kind: 'owner', token: holders.pronoun } as const;
    return { ...hidden, open, because: 'of its possessor' };
  }
  if (voice && !holders.relation && !holders.regional && organBefore(context, common)) {
    const open = { kind: 'focus', what: name } as const;
    return { ...hidden, open, because: 'of an organ of the state in focus' };
  }
  const definite = isDefinite(tree, common);
  if (definite && !plural && !holders.relation && !holders.regional) {
    const open = { kind: 'role', lemma } as const;
    return { ...hidden, open, because: 'somebody introduced with that role' };
  }
  return { ...hidden, because: 'a role without a name or a state: stays unnamed' };
}

/** `a defence ministry spokeswoman`: the organ stands with the role, its state does not. */
function organBefore({ tree, nameAt, lexicon }: NounContext, base: Base): boolean {
  for (let at = base.head - 1; at >= 0 && tree.tokens[at].start >= base.start; at--) {
    const entry = lexicon.nouns.get(lowerForm(tree, at));
    const state = /^(government|ministry|armed forces|police|parliament)$/;
    if (entry?.kind === 'organ' && state.test(entry.organ) && !nameAt[at]) return true;
    if (nameAt[at]?.kind === 'organ' && nameAt[at]?.state === undefined) return true;
  }
  return false;
}

/** The role with the words before it that make it an office: `foreign minister`. */
function roleName(context: NounContext, base: Base, lemma: string): string {
  const { tree, nameAt } = context;
  const words: string[] = [];
  for (let at = base.head - 1; at >= 0 && tree.tokens[at].start >= base.start; at--) {
    if (nameAt[at] || !/^(compound|amod)$/.test(tree.tokens[at].deprel)) break;
    if (!context.lexicon.fields.has(lowerForm(tree, at))) break;
    words.unshift(lowerForm(tree, at));
  }
  const plain = lemma.includes(' ') ? lemma : [...words, lemma].join(' ');
  return plain;
}

function readStateNoun(context: NounContext, base: Base): ActorReading | undefined {
  const { tree } = context;
  const word = lowerForm(tree, firstWord(tree, base));
  if (word !== 'the' || !isPlain(tree, base, '') || tree.tokens[base.head].xpos !== 'NN')
    return undefined;
  const open = { kind: 'focus', what: 'state' } as const;
  const because = 'the state in focus';
  return { ...base, ...none, number: 'one', kind: 'state', open, shown: false, because };
}
