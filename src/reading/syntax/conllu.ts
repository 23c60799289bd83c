import type { Sentence } from './sentence.ts';

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
