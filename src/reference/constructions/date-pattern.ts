import { Failure } from '../../base/failure.ts';

/**
 * What a pattern is made of. `{in | since} [month] ,? [year]` reads aloud: behind *in* or *since*,
 * a month, perhaps a comma, a year. A word that a pattern names is a class of its own, `=since`.
 *
 * | written | means |
 * |---|---|
 * | `ago` | this word |
 * | `[month]`, `[unit\|units]` | one of this class, or these; fills the slot named like the first |
 * | `[end:date]` | one of the class `date`; fills the slot `end` |
 * | `(a year \| one month)` | one of these |
 * | `x?` | x or nothing |
 * | `{x}`, `!{x}` | x stands beside the expression, or does not; it is no part of it |
 */
export type Part = ClassPart | Choice;
export type Sequence = readonly Part[];

export interface ClassPart {
  readonly slot: string;
  readonly classes: readonly string[];
}

export interface Choice {
  readonly options: readonly Sequence[];
  /** It stands beside the expression, or, where false, must not. */
  readonly beside?: boolean;
}

/** Reads the pattern of a row. Throws a Failure that says what cannot be read. */
export function parseDatePattern(pattern: string): Sequence {
  const tokens = pattern.match(/\[[^\]]*\]|[(){}|?!]|[^\s()[\]{}|?!]+/g) ?? [];
  let next = 0;

  function options(close: string | undefined): Sequence[] {
    const found: Part[][] = [[]];
    for (; tokens[next] !== close; next++) {
      if (next >= tokens.length) throw fault(pattern, `a ${close} is missing`);
      if (tokens[next] === '|') {
        found.push([]);
        continue;
      }
      const read = part(tokens[next]);
      const isOptional = tokens[next + 1] === '?';
      if (isOptional) next++;
      found[found.length - 1].push(isOptional ? { options: [[read], []] } : read);
    }
    return found;
  }

  function part(token: string): Part {
    if (token === '(') {
      next++;
      return { options: options(')') };
    }
    if (token === '!' || token === '{') {
      next += token === '!' ? 2 : 1;
      return { options: options('}'), beside: token !== '!' };
    }
    if (/^[)}?]$/.test(token)) throw fault(pattern, `a ${token} stands alone`);
    if (!token.startsWith('[')) return { slot: '', classes: [`=${token}`] };
    const [names, slot] = token.slice(1, -1).split(':').reverse();
    const classes = names.split('|');
    return { slot: slot ?? classes[0], classes };
  }

  const [whole, ...more] = options(undefined);
  if (more.length > 0) throw fault(pattern, 'alternatives need ( ) around them');
  return whole;
}

function fault(pattern: string, why: string): Failure {
  return new Failure(`The pattern "${pattern}" cannot be read: ${why}.`);
}
