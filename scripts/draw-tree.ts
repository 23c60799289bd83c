// `node scripts/draw-tree.ts SENTENCE`: the tree of a sentence as an SVG, for documents.
import type { Sentence, Token } from '../src/reading/syntax/sentence.ts';

const letterWidth = 8.4;
const gap = 22;
const rise = 26;

/** A sentence as an SVG: words in a row with their tags, arcs above from head to dependent. */
export function drawTree(text: string, sentence: Sentence): string {
  const { tokens } = sentence;
  const forms = tokens.map((token) => text.slice(token.start, token.end).replace(/\s+/g, ' '));
  const centres: number[] = [];
  let right = gap;
  forms.forEach((form, at) => {
    const width = Math.max(form.length, tokens[at].upos.length, 3) * letterWidth;
    centres.push(Math.round(right + width / 2));
    right += width + gap;
  });
  const levels = levelsOf(tokens);
  const top = (Math.max(0, ...levels) + 1) * rise + 24;
  const parts: string[] = [];
  tokens.forEach((token, at) => {
    const x = centres[at];
    parts.push(`<text x="${x}" y="${top + 20}" class="form">${escapeText(forms[at])}</text>`);
    parts.push(`<text x="${x}" y="${top + 38}" class="tag">${escapeText(token.upos)}</text>`);
    parts.push(arcOf(token, at, centres, { base: top, top: top - levels[at] * rise }));
  });
  const label = escapeText(forms.join(' '));
  const size = `width="${Math.ceil(right)}" height="${top + 48}"`;
  const box = `viewBox="0 0 ${Math.ceil(right)} ${top + 48}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} ${box} role="img" aria-label="${label}">
<style>text{font:14px sans-serif;text-anchor:middle;fill:currentColor}.tag,.arc{font-size:11px}
.tag{opacity:.7}path{fill:none;stroke:currentColor}.head{fill:currentColor;stroke:none}</style>
${parts.join('\n')}
</svg>
`;
}

/** How high each word's arc must rise to pass over the arcs under it. */
function levelsOf(tokens: readonly Token[]): number[] {
  const order = tokens.map((_, at) => at).filter((at) => tokens[at].head >= 0);
  order.sort((a, b) => Math.abs(a - tokens[a].head) - Math.abs(b - tokens[b].head) || a - b);
  const levels = new Array<number>(tokens.length).fill(0);
  const heights = new Array<number>(tokens.length).fill(0);
  for (const at of order) {
    const from = Math.min(at, tokens[at].head);
    const until = Math.max(at, tokens[at].head);
    let level = 0;
    for (let gapAt = from; gapAt < until; gapAt++) level = Math.max(level, heights[gapAt]);
    levels[at] = level + 1;
    for (let gapAt = from; gapAt < until; gapAt++) heights[gapAt] = level + 1;
  }
  return levels;
}

function arcOf(
  token: Token,
  at: number,
  centres: readonly number[],
  { base, top }: { readonly base: number; readonly top: number },
): string {
  const to = centres[at] + (token.head >= 0 && token.head < at ? -4 : 4);
  const head = `<path class="head" d="M${to - 4} ${base - 7}h8l-4 7z"/>`;
  if (token.head < 0) {
    const name = `<text x="${to}" y="12" class="arc">${escapeText(token.deprel)}</text>`;
    return `<path d="M${to} 16V${base - 4}"/>${head}${name}`;
  }
  const from = centres[token.head] + (token.head < at ? 4 : -4);
  const y = top;
  const middle = (from + to) / 2;
  const name = `<text x="${middle}" y="${y - 3}" class="arc">${escapeText(token.deprel)}</text>`;
  return `<path d="M${from} ${base - 2}V${y + 6}Q${from} ${y} ${from + (to > from ? 6 : -6)} ${y}H${
    to - (to > from ? 6 : -6)
  }Q${to} ${y} ${to} ${y + 6}V${base - 4}"/>${head}${name}`;
}

function escapeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '\ufffd');
}

if (import.meta.main) {
  const { englishSyntax } = await import('./english.ts');
  const { parseText } = await import('../src/reading/syntax/parse-text.ts');
  const text = process.argv.slice(2).join(' ');
  for (const sentence of parseText(text, englishSyntax)) {
    process.stdout.write(drawTree(text, sentence));
  }
}
