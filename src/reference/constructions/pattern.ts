import { Failure } from '../../base/failure.ts';

/**
 * A pattern over the tree of one sentence, as a linguist writes it: a list of conditions, read from
 * the top. The first node is the one the pattern is tried at.
 *
 *     cue -ccomp|csubj-> content[starts after cue, not question]
 *     not cue -obj-> [after cue, before content]
 *     maybe content -case-> link[governed]
 *     content[upos=VERB|AUX]
 *
 * `a -r|s-> b` says that b is a dependent of a by one of the relations (subtypes count), or what a
 * derived relation of the grammar gives. A name that stands for the first time is a new node,
 * later it is that node; brackets without a name are a node nobody asks for again. `not` says that
 * there is none, `maybe` takes it where there is one. Behind a comma in brackets all must hold:
 * a property with its values (`word lemma upos xpos rel in`, the last a class of words of the
 * language; `lemma in` takes the dictionary form, too), a kind of node of the grammar, or a place
 * (`after cue`, `starts right after cue`, `within 4 of cue`); each may be denied by `not`.
 */
export interface Pattern {
  /** Names of the nodes; a node is known by its place here. The first is the trigger. */
  readonly nodes: readonly string[];
  readonly conditions: readonly Condition[];
}

export type Condition =
  | {
      readonly kind: 'edge';
      readonly mode: 'must' | 'not' | 'maybe';
      readonly from: number;
      readonly relations: readonly string[];
      readonly to: number;
      readonly tests: readonly Test[];
    }
  | { readonly kind: 'node'; readonly node: number; readonly tests: readonly Test[] };

export type Test = { readonly negated: boolean } & (
  | { readonly kind: 'property'; readonly name: Property; readonly values: readonly string[] }
  | { readonly kind: 'kind'; readonly name: string }
  | Place
);

/** Where a node, or the first word below it, stands to another. */
export interface Place {
  readonly kind: 'place';
  readonly where: 'before' | 'after' | 'right before' | 'right after' | 'within';
  readonly starts: boolean;
  readonly node: number;
  /** Words, for `within`. */
  readonly reach: number;
}

const properties = [
  'word',
  'lemma',
  'upos',
  'xpos',
  'rel',
  'in',
  'lemma in',
  'prep',
  'class',
  'mention',
] as const;
export type Property = (typeof properties)[number];

/** Reads the conditions of one rule. Throws a Failure that names the line that cannot be read. */
export function parsePattern(trigger: string, lines: readonly string[]): Pattern {
  const nodes = [trigger];
  const conditions = lines.map((line) => parseCondition(line, nodes));
  return { nodes, conditions };
}

const edgeForm = /^(?:(not|maybe)\s+)?([\w-]+)\s+-([\w:|. ]+)->\s*([\w-]+|\*)?\s*(\[.*\])?$/;
const nodeForm = /^([\w-]+)\s*(\[.*\])$/;

function parseCondition(line: string, nodes: string[]): Condition {
  const edge = edgeForm.exec(line.trim());
  if (edge !== null) {
    const [, mode = 'must', from, relations, to = '*', brackets] = edge;
    const source = nodes.indexOf(from);
    if (source < 0 && !nodes.includes(to)) {
      throw fault(line, `neither ${from} nor ${to} stands in a line above`);
    }
    const target = to === '*' ? nodes.push('*') - 1 : known(nodes, to);
    return {
      kind: 'edge',
      mode: mode as 'must' | 'not' | 'maybe',
      from: source < 0 ? known(nodes, from) : source,
      relations: relations.split('|').map((name) => name.trim()),
      to: target,
      tests: brackets === undefined ? [] : parseTests(brackets, line, nodes),
    };
  }
  const node = nodeForm.exec(line.trim());
  if (node === null) throw fault(line, 'it is neither `a -relation-> b[…]` nor `a[…]`');
  const at = nodes.indexOf(node[1]);
  if (at < 0) throw fault(line, `${node[1]} does not stand in a line above`);
  return { kind: 'node', node: at, tests: parseTests(node[2], line, nodes) };
}

function known(nodes: string[], name: string): number {
  const at = nodes.indexOf(name);
  return at < 0 ? nodes.push(name) - 1 : at;
}

function parseTests(brackets: string, line: string, nodes: readonly string[]): Test[] {
  return brackets
    .slice(1, -1)
    .split(/,(?!")/)
    .map((part) => parseTest(part.trim(), line, nodes));
}

const placeForm =
  /^(starts\s+)?(before|after|right before|right after|within (\d+) of)\s+([\w-]+)$/;

function parseTest(text: string, line: string, nodes: readonly string[]): Test {
  const negated = text.startsWith('not ');
  const part = negated ? text.slice(4).trim() : text;
  const place = placeForm.exec(part);
  if (place !== null) {
    const node = nodes.indexOf(place[4]);
    if (node < 0) throw fault(line, `${place[4]} does not stand in a line above`);
    const reach = place[3] === undefined ? 0 : Number(place[3]);
    const where = reach > 0 ? 'within' : (place[2] as Place['where']);
    return { kind: 'place', negated, where, starts: place[1] !== undefined, node, reach };
  }
  const equals = part.indexOf('=');
  if (equals < 0) {
    if (part === '') throw fault(line, 'between two commas there is nothing');
    return { kind: 'kind', negated, name: part };
  }
  const name = properties.find((one) => one === part.slice(0, equals).trim());
  if (name === undefined) {
    throw fault(line, `${part.slice(0, equals)} is not one of ${properties.join(', ')}`);
  }
  const values = part.slice(equals + 1).split('|');
  return { kind: 'property', negated, name, values: values.map(unquoted) };
}

/** Marks stand in double quotes, so that a comma can be one. */
function unquoted(value: string): string {
  return value.trim().replace(/^"(.+)"$/, '$1');
}

function fault(line: string, why: string): Failure {
  return new Failure(`The pattern line "${line}" cannot be read: ${why}.`);
}
