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
