import { caseOf, leftEdge, singularOf } from '../../grammar/phrase.ts';
import { childrenOf, isRelation, type Tree } from '../../grammar/tree.ts';
import { type ActorReader, type ActorReading, nobody } from './actor-reading.ts';
import type { ActorRules, NounEntry } from './actor-rules.ts';
import { findHolders, type Holders } from './holders.ts';

/** A common noun with the words in front of it that belong to its phrase. */
interface Noun {
  readonly tree: Tree;
  readonly head: number;
  /** Its first token. */
  readonly first: number;
  /** Two words where they are one noun: `coast guard`. */
  readonly lemma: string;
}

/** Whom a common noun stands for: organs, roles, groups; `undefined` where it is none of these. */
export function readNoun(reader: ActorReader, tree: Tree, head: number): ActorReading | undefined {
  const { rules } = reader;
  const first = leftEdge(tree, head);
  const lemma = nounAt(rules, tree, head);
  const entry = rules.nouns.get(lemma);
  const noun: Noun = { tree, head, first, lemma };
  const phrase = phraseOf(noun);
  if (rules.words.vague.has(phrase.toLowerCase())) {
    const because = `"${phrase.toLowerCase()}": a group whose members the report does not list`;
    return { ...groupOf(noun), actors: [{ name: phrase, role: rules.labels.group }], because };
  }
  if (isModifier(tree, head)) return undefined;
  const set = readSet(reader, noun);
  if (set) return set;
  const isRelation = rules.words.relations.has(lemma);
  const holders = entry || isRelation ? findHolders(reader, tree, head, first) : undefined;
  if (isRelation && (holders?.names.length || holders?.pronoun !== undefined)) {
    const because = `not the state itself, but one that stands as ${lemma} to it`;
    return { ...groupOf(noun), actors: [{ name: phrase, role: lemma }], role: lemma, because };
  }
  if (entry && holders) return readHeld(reader, noun, entry, holders);
  const isState = rules.words.stateNouns.has(lemma) && tree.tokens[head].xpos === 'NN';
  if (!isState || !rules.words.definiteArticles.has(tree.words[first]) || head !== first + 1) {
    return undefined;
  }
  const open = { kind: 'focus', what: 'state' } as const;
  const because = 'the state in focus';
  return { ...groupOf(noun), kind: 'state', number: 'one', open, shown: false, because };
}

/** A group of nobody in particular: what most nouns are until more is known. */
function groupOf({ tree, head, first }: Noun) {
  const { start } = tree.tokens[first];
  const { end } = tree.tokens[head];
  return { ...nobody, tree, head, start, end, number: 'many', kind: 'group' } as const;
}

function phraseOf({ tree, head, first }: Noun): string {
  return tree.text.slice(tree.tokens[first].start, tree.tokens[head].end);
}

/** `terrorist attack`, `government building`: the noun behind is meant. */
function isModifier(tree: Tree, at: number): boolean {
  const { head } = tree.tokens[at];
  const behind = head > at && /^(NOUN|PROPN)$/.test(tree.tokens[head].upos);
  return behind && isRelation(tree, at, ['compound', 'amod']);
}

/** Two words that are listed as one noun, else one: `coast guard`, `prime minister`. */
function nounAt({ nouns }: ActorRules, tree: Tree, head: number): string {
  const lower = tree.tokens[head].lemma.toLowerCase();
  const single = nouns.has(lower) ? lower : singularOf(tree.words[head]);
  const before = tree.words[head - 1] ?? '';
  const pairs = [`${before} ${tree.words[head]}`, `${before} ${single}`];
  return pairs.find((pair) => nouns.has(pair)) ?? single;
}

/** `both leaders`, `the two sides`, `the parties`. */
function readSet({ nameAt, rules }: ActorReader, noun: Noun): ActorReading | undefined {
  const { tree, head, first, lemma } = noun;
  const { words, quantifiers } = rules;
  const persons = words.setPersons.has(lemma);
  if (!persons && !words.setStates.has(lemma)) return undefined;
  const plural = /^NNP?S$/.test(tree.tokens[head].xpos) || tree.words[head] !== lemma;
  const quantifier = tree.children[head].find((at) => Object.hasOwn(quantifiers, tree.words[at]));
  const bare = words.bareSets.has(lemma) && words.definiteArticles.has(tree.words[head - 1]);
  const counted = quantifier !== undefined || bare;
  if (!plural || !counted || !words.setOpeners.has(tree.words[first])) return undefined;
  for (let at = first; at < head; at++) if (nameAt(tree, at)?.state) return undefined;
  const modifiers = childrenOf(tree, head, 'nmod').map((at) => caseOf(tree, at) ?? '');
  if (modifiers.some((preposition) => words.partitives.has(preposition))) return undefined;
  const size = quantifier === undefined ? undefined : quantifiers[tree.words[quantifier]];
  const because = `the last set${size === undefined ? '' : ` of ${size}`} named`;
  const open = { kind: 'set', persons, size } as const;
  return { ...groupOf(noun), open, shown: size !== undefined, because };
}

/** An organ, an office or people, with whoever holds them. */
function readHeld(
  reader: ActorReader,
  noun: Noun,
  entry: NounEntry,
  holders: Holders,
): ActorReading | undefined {
  const { tree, head, lemma } = noun;
  const { words, labels } = reader.rules;
  const { xpos } = tree.tokens[head];
  const isOrgan = entry.kind === 'organ';
  if (isOrgan && xpos === 'NN' && words.onlyMany.has(lemma)) return undefined;
  const plural = entry.many || xpos.endsWith('S');
  const office = isOrgan ? entry.role : officeOf(reader, noun);
  const isPowerless = (part: string) => words.powerlessRoles.has(part.toLowerCase());
  const former =
    !isOrgan &&
    phraseOf(noun)
      .split(/[\s-]+/)
      .some(isPowerless);
  const role = former ? `${labels.former} ${office}` : office;
  const name = bareName(noun);
  const { states, organisation, organ } = holders;
  const state = states.length === 1 ? states[0] : undefined;
  const base = {
    ...groupOf(noun),
    kind: entry.body ? 'organisation' : plural ? 'group' : 'person',
    number: plural ? 'many' : 'one',
    person: !entry.many && !entry.body,
    role,
  } as const;
  if (entry.authority === 'armed') {
    const actors = [{ name, role: entry.role }];
    const because = 'an armed group: backing or origin is a relation, not identity';
    return { ...base, person: false, state, actors, because };
  }
  if (organisation && entry.authority !== 'people') {
    const actors = [{ id: organisation.id, name: organisation.name, role: office }];
    return { ...base, id: organisation.id, actors, because: `${office} of ${organisation.name}` };
  }
  const voice = !former && (entry.authority === 'state' || entry.authority === 'inherit');
  if (states.length === 0) {
    const end = openEnd(reader, { ...noun, entry }, holders, voice);
    return end && { ...base, actors: isOrgan ? [] : [{ name, role }], shown: false, ...end };
  }
  const actor = { name: isOrgan ? name : (organ ?? name), role: office };
  if (former) {
    const because = `${role}: no authority any more`;
    return { ...base, actors: states.map(() => actor), because };
  }
  const because = `${office} of ${states.join(' and ')}: ${holders.because}`;
  const actors = states.map((one) => ({ ...actor, state: one }));
  return { ...base, state, states: voice ? states : [], actors, because };
}

/** Whose it is or who holds it, where nobody is named: `its army`, `the government`, `the king`. */
function openEnd(
  reader: ActorReader,
  noun: Noun & { readonly entry: NounEntry },
  { pronoun, apart }: Holders,
  voice: boolean,
): Pick<ActorReading, 'open' | 'because'> | undefined {
  const { tree, head, first, lemma, entry } = noun;
  const { words } = reader.rules;
  const isOrgan = entry.kind === 'organ';
  if (pronoun !== undefined && (isOrgan ? !apart : voice)) {
    return { open: { kind: 'owner', token: pronoun }, because: 'of its possessor' };
  }
  // The article opens the phrase, or stands before it where the tree gave it to another word.
  const definite = [first, first - 1].some((at) => words.definiteArticles.has(tree.words[at]));
  const alone = !apart && definite;
  if (isOrgan) {
    const plain = head - first === (lemma.includes(' ') ? 2 : 1);
    if (!alone || !plain || !words.focused.has(lemma)) return undefined;
    return { open: { kind: 'focus', what: lemma }, because: 'of the state in focus' };
  }
  if (voice && !apart && hasOrganBefore(reader, noun)) {
    const open = { kind: 'focus', what: bareName(noun) } as const;
    return { open, because: 'of an organ of the state in focus' };
  }
  if (alone && !entry.many && !tree.tokens[head].xpos.endsWith('S')) {
    return { open: { kind: 'role', lemma }, because: 'somebody introduced with that role' };
  }
  return { because: 'a role without a name or a state: stays unnamed' };
}

/** The phrase without its article. */
function bareName(noun: Noun): string {
  const { tree, head, first } = noun;
  const bare = first < head && tree.grammar.articles.has(tree.words[first]);
  return phraseOf(bare ? { ...noun, first: first + 1 } : noun);
}

/** `a defence ministry spokeswoman`: the organ stands with the role, its state does not. */
function hasOrganBefore({ nameAt, rules }: ActorReader, { tree, head, first }: Noun): boolean {
  for (let at = first; at < head; at++) {
    const name = nameAt(tree, at);
    const entry = rules.nouns.get(tree.words[at]);
    const isOrgan = entry?.kind === 'organ' && rules.words.stateOrgans.has(entry.role);
    if (name ? name.kind === 'organ' && name.state === undefined : isOrgan) return true;
  }
  return false;
}

/** The role with the words before it that make it an office: `foreign minister`. */
function officeOf({ nameAt, rules }: ActorReader, { tree, head, first, lemma }: Noun): string {
  if (lemma.includes(' ')) return lemma;
  let from = head;
  while (from > first && !nameAt(tree, from - 1) && rules.officeWords.has(tree.words[from - 1])) {
    if (!/^(compound|amod)$/.test(tree.tokens[from - 1].deprel)) break;
    from--;
  }
  return [...tree.words.slice(from, head), lemma].join(' ');
}
