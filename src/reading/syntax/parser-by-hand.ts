import { shortFingerprint } from '../../base/fingerprint.ts';
import type { Parse, Parser } from './load-parser.ts';

/**
 * The parser of a language without trained weights: it knows the sentences of a treebank, in
 * CoNLL-U, by their words. Of any other sentence it says nothing: every word hangs on the first,
 * with tags and relation that mean "not known", and with no confidence.
 */
export function createParserByHand(treebank: string): Parser {
  const sentences = treebank.split(/\n\s*\n/).map(readRows);
  const known = new Map(sentences.map((rows) => [keyOf(rows.map(([, form]) => form)), rows]));
  const lemmas = sentences
    .flat()
    .map(([, form, lemma, , xpos]) => [xpos, form.toLowerCase(), lemma]);
  return {
    hash: treebank === '' ? 'none' : shortFingerprint(treebank),
    parse(forms) {
      const rows = known.get(keyOf(forms));
      return rows === undefined ? parseOf(unknownRows(forms), 0) : parseOf(rows, 1);
    },
    lemmas: lemmas.map((line) => line.join('\t')).join('\n'),
    rankOf: () => -1,
  };
}

/** Of each word its columns: number, form, lemma, UPOS, XPOS, features, head, relation. */
type Rows = readonly (readonly string[])[];

function readRows(block: string): Rows {
  const lines = block.split('\n').filter((line) => /^\d+\t/.test(line));
  return lines.map((line) => line.split('\t'));
}

function unknownRows(forms: readonly string[]): Rows {
  return forms.map((form, at) =>
    at === 0
      ? ['1', form, form, 'X', '_', '_', '0', 'root']
      : [String(at + 1), form, form, 'X', '_', '_', '1', 'dep'],
  );
}

function keyOf(forms: readonly string[]): string {
  return forms.join('\n');
}

function parseOf(rows: Rows, confidence: number): Parse {
  return {
    upos: rows.map(([, , , upos]) => upos),
    xpos: rows.map(([, , , , xpos]) => xpos),
    heads: rows.map((columns) => Number(columns[6]) - 1),
    deprels: rows.map((columns) => columns[7]),
    confidences: rows.map(() => confidence),
  };
}
