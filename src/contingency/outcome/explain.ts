import type { Holds } from '../holds.ts';
import type { Proof } from './proof.ts';

const marks: Record<Holds, string> = { yes: '+', no: '-', unknown: '?' };

/**
 * A proof as an indented tree of text: `+` holds, `-` fails, `?` not known; sources below the
 * article they support. The same tree that the pages fold open.
 */
export function explainProof(proof: Proof): string {
  return linesOf(proof, 0).join('\n');
}

function linesOf(proof: Proof, depth: number): string[] {
  const indent = '  '.repeat(depth);
  const mark = proof.holds === undefined ? ' ' : marks[proof.holds];
  const test = proof.test === undefined ? '' : `${proof.test}: `;
  const lines = [`${indent}${mark} ${test}${proof.says}`];
  for (const { title, url, at } of proof.leaf?.sources ?? []) {
    const where = [at, url].filter((part) => part !== undefined).join(', ');
    lines.push(`${indent}    source: ${title}${where === '' ? '' : ` (${where})`}`);
  }
  for (const part of proof.parts) lines.push(...linesOf(part, depth + 1));
  return lines;
}
