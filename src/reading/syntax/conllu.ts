import type { Sentence } from './sentence.ts';

/** One word of a treebank: the columns of CoNLL-U that we use; `head` counts from 0, -1 is root. */
export interface GoldWord {
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  readonly head: number;
  readonly deprel: string;
  /** No white space between this word and the next. */
  readonly glued: boolean;
}

export interface GoldSentence {
  readonly id: string;
  /** The sentence as its `# text` line has it. */
  readonly text: string;
  /** This sentence opens a document or a paragraph. */
  readonly opensParagraph: boolean;
  readonly words: readonly GoldWord[];
}

/** Reads CoNLL-U. Empty nodes are dropped, ranges kept only for the white space after them. */
export function parseConllu(content: string): GoldSentence[] {
  const sentences: GoldSentence[] = [];
  for (const block of content.replaceAll('\r', '').split(/\n\n+/)) {
    const sentence = parseBlock(block);
    if (sentence !== undefined) sentences.push(sentence);
  }
  return sentences;
}

function parseBlock(block: string): GoldSentence | undefined {
  const words: GoldWord[] = [];
  let id = '';
  let text = '';
  let opensParagraph = false;
  let rangeEnd = 0;
  let rangeGlued = false;
  for (const line of block.split('\n')) {
    if (line.startsWith('# sent_id = ')) id = line.slice(12);
    else if (line.startsWith('# text = ')) text = line.slice(9);
    else if (/^# new(par|doc)/.test(line)) opensParagraph = true;
    if (line === '' || line.startsWith('#')) continue;
    const columns = line.split('\t');
    const [number, form, lemma, upos, xpos, , head, deprel, , misc] = columns;
    const glued = /\bSpaceAfter=No\b/.test(misc);
    const range = /^\d+-(\d+)$/.exec(number);
    if (range) {
      rangeEnd = Number(range[1]);
      rangeGlued = glued;
    }
    if (!/^\d+$/.test(number)) continue;
    const place = Number(number);
    const inside = place < rangeEnd || (place === rangeEnd ? rangeGlued : glued);
    words.push({ form, lemma, upos, xpos, head: Number(head) - 1, deprel, glued: inside });
  }
  return words.length === 0 ? undefined : { id, text, opensParagraph, words };
}

/** Sentences as CoNLL-U, with `# text` and `SpaceAfter=No`; the arc's confidence is in MISC. */
export function formatConllu(text: string, sentences: readonly Sentence[]): string {
  return sentences.map((sentence, index) => formatSentence(text, sentence, index)).join('');
}

function formatSentence(text: string, sentence: Sentence, index: number): string {
  const plain = clean(text.slice(sentence.start, sentence.end));
  const lines = [`# sent_id = ${index + 1}`, `# text = ${plain}`];
  sentence.tokens.forEach((token, place) => {
    const next = sentence.tokens[place + 1];
    const misc = [`Start=${token.start}`, `Confidence=${token.confidence.toFixed(2)}`];
    if (next !== undefined && next.start === token.end) misc.push('SpaceAfter=No');
    const form = clean(text.slice(token.start, token.end)) || '_';
    const columns = [place + 1, form, token.lemma, token.upos, token.xpos, '_'];
    columns.push(token.head + 1, token.deprel, '_', misc.join('|'));
    lines.push(columns.join('\t'));
  });
  return `${lines.join('\n')}\n\n`;
}

function clean(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
