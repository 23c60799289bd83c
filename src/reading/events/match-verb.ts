import type { EventType } from '../../model/event-type.ts';
import type { VerbFrame } from '../../reference/words/event-lexicon.ts';
import { isRelative } from './actor-phrase.ts';
import {
  auxiliaries,
  type Clause,
  caseOf,
  childrenBy,
  conjuncts,
  hasMark,
  headOf,
  isNominal,
  isVerb,
  relation,
} from './clause.ts';
import type { VerbEntry } from './event-lexicon.ts';
import { contentNoun, fits } from './object-class.ts';

/** A verb with what stands around it. */
export interface VerbFeatures {
  readonly at: number;
  readonly passive: boolean;
  /** What is acted upon, whatever the voice; `none` where nothing is. */
  readonly objects: readonly number[];
  /** Phrases with a preposition, of the verb and of its objects. */
  readonly phrases: readonly {
    readonly prep: string;
    readonly at: number;
    readonly deep: boolean;
  }[];
  readonly subjects: readonly number[];
  /** Infinitives and gerunds below it. */
  readonly purposes: readonly number[];
}

/** What a verb counts as. */
export interface Match {
  readonly type: EventType;
  readonly mode?: string;
  readonly swap?: true;
  readonly reciprocal?: true;
  /** The object is the deed or its means, not who receives it. */
  readonly byObject: boolean;
  /** How specific the evidence is: 2 object class, 1 verb alone. */
  readonly weight: number;
}

/** Gathers the surroundings of a verb; linear in its dependents. */
export function verbFeatures(
  clause: Clause,
  at: number,
  subjects: readonly number[],
): VerbFeatures {
  const { tree } = clause;
  const passive = isPassive(clause, at);
  const inverted = passive ? passiveObjects(clause, at) : [];
  const direct = childrenBy(clause, at, 'obj').filter((child) => isNominal(clause, child));
  const dative = childrenBy(clause, at, 'iobj');
  const fronted = isFronted(clause, at) ? [headOf(clause, at)] : [];
  const small = childrenBy(clause, at, 'xcomp', 'ccomp').filter((child) => !isVerb(clause, child));
  const nominal = [
    ...small.flatMap((child) => childrenBy(clause, child, 'nsubj')),
    ...small.filter((child) => isPlainNoun(clause, child)),
  ];
  const bare = direct.length > 0 ? direct : [...dative, ...fronted, ...nominal.slice(0, 1)];
  const objects = [...inverted, ...bare].flatMap((head) => conjuncts(clause, head));
  const phrases: { prep: string; at: number; deep: boolean }[] = [];
  for (const child of tree.children[at]) {
    const name = relation(clause, child);
    if (name === 'obl' || name === 'nmod' || (name === 'advmod' && isNominal(clause, child))) {
      phrases.push({ prep: caseOf(clause, child), at: child, deep: false });
    }
  }
  for (const object of objects) {
    for (const child of childrenBy(clause, object, 'nmod', 'obl')) {
      const prep = caseOf(clause, child);
      if (prep !== '' && prep !== "'s") phrases.push({ prep, at: child, deep: true });
    }
  }
  const purposes = childrenBy(clause, at, 'xcomp', 'advcl', 'ccomp').concat(
    objects.flatMap((object) => childrenBy(clause, object, 'acl')),
  );
  return { at, passive, objects, phrases, subjects, purposes };
}

/** Is the verb in the passive, or a participle behind its noun (`the pilots freed by Oln`)? */
export function isPassive(clause: Clause, at: number): boolean {
  const { tokens } = clause.tree;
  if (childrenBy(clause, at, 'aux:pass').length > 0) return true;
  if (childrenBy(clause, at, 'nsubj:pass').length > 0) return !takesNoun(clause, at);
  if (tokens[at].xpos !== 'VBN') return false;
  if (childrenBy(clause, at, 'aux').length > 0) return false;
  const name = relation(clause, at);
  if (name === 'acl') return childrenBy(clause, at, 'obj').length === 0 && !isMain(clause, at);
  if (name === 'conj') return isPassive(clause, headOf(clause, at)) && !ownSubject(clause, at);
  return false;
}

/** `Workers called off the strike`: no passive, for a noun follows and no `was` goes before. */
function takesNoun(clause: Clause, at: number): boolean {
  const next = clause.pos[at + 1] === 'ADP' ? at + 2 : at + 1;
  const particle = next === at + 1 || relation(clause, at + 1) === 'compound';
  if (!particle || childrenBy(clause, at, 'aux').length > 0) return false;
  return /^(DET|NUM|PROPN|NOUN)$/.test(clause.pos[next] ?? '');
}

/** `stopped work`: a noun read as a clause. */
function isPlainNoun(clause: Clause, at: number): boolean {
  return clause.pos[at] === 'NOUN' && childrenBy(clause, at, 'cop', 'nsubj', 'case').length === 0;
}

/** `The envoys | presented evidence`, with the verb misread as an adjective of the noun. */
export function isFronted(clause: Clause, at: number): boolean {
  const above = headOf(clause, at);
  const { tokens } = clause.tree;
  if (relation(clause, at) !== 'amod' || above < at || at === 0) return false;
  if (!/^(NOUN|PROPN)$/.test(clause.pos[at - 1]) || !/^VB[DN]$/.test(tokens[at].xpos)) return false;
  return !tokens.some(
    ({ xpos }) =>
      /^(VBZ|VBP|MD)$/.test(xpos) || (xpos === 'VBD' && above >= 0 && tokens[above].head >= 0),
  );
}

/**
 * A sentence whose only verb seems to be a participle behind its first noun has been misread: `The
 * report called for sanctions.` It is the sentence's verb.
 */
export function isMain(clause: Clause, at: number): boolean {
  const above = headOf(clause, at);
  const { tokens, words } = clause.tree;
  if (above < 0 || tokens[above].head >= 0) return false;
  if (clause.tree.children[at].some((child) => caseOf(clause, child) === 'by')) return false;
  if (!/^[.!?"”]$/.test(words[words.length - 1] ?? '')) return false;
  return !tokens.some(
    ({ xpos, head }, other) => other < at + 40 && head !== at && /^(VBD|VBZ|VBP|MD)$/.test(xpos),
  );
}

function ownSubject(clause: Clause, at: number): boolean {
  return childrenBy(clause, at, 'nsubj').length > 0;
}

function passiveObjects(clause: Clause, at: number): number[] {
  const own = childrenBy(clause, at, 'nsubj:pass', 'nsubj');
  if (own.length > 0) {
    return own.map((child) => (isRelative(clause, child) ? antecedent(clause, at, child) : child));
  }
  const name = relation(clause, at);
  if (name === 'acl' && headOf(clause, at) >= 0) return [headOf(clause, at)];
  if (name === 'conj') return passiveObjects(clause, headOf(clause, at));
  return [];
}

/** The noun a relative clause hangs on; the pronoun itself where the tree does not tell. */
export function antecedent(clause: Clause, verb: number, pronoun: number): number {
  let here = verb;
  for (let step = 0; step < 6 && here >= 0; step++) {
    if (relation(clause, here) === 'acl') return headOf(clause, here);
    here = headOf(clause, here);
  }
  return pronoun;
}

/** Looks the verb up: the first frame that fits, else what the verb alone counts as. */
export function matchVerb(clause: Clause, features: VerbFeatures): Match | undefined {
  const entries = clause.lexicon.verbs.get(clause.lemmas[features.at]);
  if (entries === undefined) return undefined;
  const open = entries.filter((entry) => hasRest(clause, features, entry.rest));
  for (let from = 0; from < open.length; ) {
    const { length } = open[from].rest;
    let until = from;
    while (until < open.length && open[until].rest.length === length) until++;
    const group = open.slice(from, until);
    const found = conditionalMatch(clause, features, group) ?? plainMatch(group);
    if (found !== undefined) return found === 'none' ? undefined : found;
    from = until;
  }
  return undefined;
}

function conditionalMatch(
  clause: Clause,
  features: VerbFeatures,
  entries: readonly VerbEntry[],
): Match | 'none' | undefined {
  for (const entry of entries) {
    for (const frame of entry.frames) {
      if (!isConditional(frame) || !frameFits(clause, features, frame)) continue;
      return matchOf(frame, frame.type, 2, takesObject(clause, frame)) ?? 'none';
    }
  }
  return undefined;
}

function plainMatch(entries: readonly VerbEntry[]): Match | 'none' | undefined {
  for (const entry of entries) {
    const plain = entry.frames.find((frame) => !isConditional(frame));
    if (plain !== undefined) return matchOf(plain, plain.type, 1, false) ?? 'none';
    if (entry.type !== undefined) return matchOf(entry, entry.type, 1, false);
  }
  return undefined;
}

function matchOf(
  { mode, swap, reciprocal }: Outcome,
  type: EventType | 'none',
  weight: number,
  byObject: boolean,
): Match | undefined {
  if (type === 'none') return undefined;
  return {
    type,
    weight,
    byObject,
    ...(mode === undefined ? {} : { mode }),
    ...(swap ? { swap } : {}),
    ...(reciprocal ? { reciprocal } : {}),
  };
}

/** Is what the frame asks of the object a deed or a means: `sanctions`, `troops`? */
function takesObject({ lexicon }: Clause, { object }: VerbFrame): boolean {
  if (object === undefined) return false;
  return !object.some((name) => name === 'actor' || name === 'any' || lexicon.receivers.has(name));
}

interface Outcome {
  readonly mode?: string | undefined;
  readonly swap?: true | undefined;
  readonly reciprocal?: true | undefined;
}

function isConditional(frame: VerbFrame): boolean {
  return Object.keys(frame).some((key) => !/^(verb|type|mode|swap|reciprocal)$/.test(key));
}

/** `off` of `call off`: a particle, a preposition of a phrase, or simply the next words. */
function hasRest(
  clause: Clause,
  { at, objects, phrases }: VerbFeatures,
  rest: readonly string[],
): boolean {
  if (rest.length === 0) return true;
  const { words } = clause.tree;
  if (rest.every((word, index) => words[at + 1 + index] === word)) return true;
  if (rest.length > 1) {
    const near = words.slice(at + 1, at + 6);
    return rest.every((word) => near.includes(word));
  }
  const [word] = rest;
  return (
    clause.tree.children[at].some(
      (child) =>
        words[child] === word &&
        /^(compound|advmod|advcl|xcomp|obl|case|mark)/.test(relation(clause, child)),
    ) ||
    (objects.length === 0 && phrases.some(({ prep, deep }) => !deep && prep === word))
  );
}

function frameFits(clause: Clause, features: VerbFeatures, frame: VerbFrame): boolean {
  const { at, objects, phrases, purposes } = features;
  if (frame.object !== undefined && !objectFits(clause, objects, frame.object)) return false;
  if (frame.prepless && (objects.length > 0 || purposes.length > 0 || phrases.length > 0))
    return false;
  if (frame.prep !== undefined || frame.pobj !== undefined) {
    const found = phrases.some(
      (phrase) =>
        (frame.prep === undefined || frame.prep.includes(phrase.prep)) &&
        (frame.pobj === undefined || fits(clause, contentNoun(clause, phrase.at), frame.pobj)),
    );
    if (!found) return false;
  }
  const { to } = frame;
  if (to !== undefined) {
    const aims = purposes.some(
      (purpose) =>
        to.includes(clause.lemmas[purpose]) ||
        (hasMark(clause, purpose, 'to') && to.includes(clause.lemmas[purpose])),
    );
    if (!aims) return false;
  }
  if (frame.complement !== undefined && !complementFits(clause, at, frame.complement)) return false;
  if (frame.agent !== undefined && !agentFits(clause, features.subjects, frame.agent)) return false;
  if (frame.joint && !isJoint(clause, features)) return false;
  return !frame.verbal || objects.some((object) => isVerbal(clause, object));
}

function objectFits(clause: Clause, objects: readonly number[], wanted: readonly string[]) {
  if (objects.length === 0) return wanted.includes('none');
  return objects.some((object) => fits(clause, contentNoun(clause, object), wanted));
}

/** `found guilty`, `called him a liar` (`noun`). */
function complementFits(clause: Clause, at: number, wanted: string): boolean {
  if (wanted === 'noun') {
    return childrenBy(clause, at, 'xcomp').some((child) => isNominal(clause, child));
  }
  const reach = clause.tree.words.slice(at + 1, clause.tree.until[at] + 1).slice(0, 14);
  return reach.includes(wanted);
}

function agentFits(clause: Clause, subjects: readonly number[], wanted: string): boolean {
  const { sets } = clause.lexicon;
  const known = { civil: sets.civil, troops: sets.troopWords, police: sets.policeWords };
  return subjects.some((at) => {
    if (wanted === 'person') {
      const mention = clause.mentions[at];
      return mention !== undefined && /^(person|state|organisation)$/.test(mention.kind);
    }
    const words = known[wanted as keyof typeof known];
    return words.has(clause.lemmas[at]) || words.has(clause.tree.words[at]);
  });
}

/** Two act: a joined subject, or a word of jointness at the object. */
function isJoint(clause: Clause, { subjects, objects, phrases }: VerbFeatures): boolean {
  if (
    subjects.length > 1 ||
    namesTwo(clause, subjects) ||
    phrases.some(({ prep }) => prep === 'with')
  )
    return true;
  return objects.some((object) =>
    clause.tree.children[object].some((child) =>
      clause.lexicon.sets.joint.has(clause.lemmas[child]),
    ),
  );
}

/** `Corlander and Belmarkian ships`: two act though the phrase has one head. */
function namesTwo(clause: Clause, subjects: readonly number[]): boolean {
  return subjects.some((at) => {
    const states = new Set<string>();
    for (let here = clause.tree.from[at]; here <= at; here++) {
      const mention = clause.mentions[here];
      if (mention?.state !== undefined) states.add(mention.state);
    }
    return states.size > 1;
  });
}

/** An attack in words: `a scathing attack on`. */
function isVerbal(clause: Clause, object: number): boolean {
  return clause.tree.children[object].some((child) =>
    clause.lexicon.sets.verbal.has(clause.tree.words[child]),
  );
}

/** Does the verb stand in the future, as a possibility, as an obligation? */
export function modality(
  clause: Clause,
  at: number,
): 'future' | 'possible' | 'obligation' | 'plain' {
  const { sets } = clause.lexicon;
  let found: 'future' | 'possible' | 'obligation' | 'plain' = 'plain';
  for (const word of auxiliaries(clause, at)) {
    if (sets.future.has(word)) found = 'future';
    else if (sets.possible.has(word)) found = 'possible';
    else if (sets.obligation.has(word)) found = 'obligation';
  }
  return found;
}
