import type { Boilerplate } from '../model/report.ts';
import { makeSpan } from '../model/span.ts';
import type { FurnitureLexicon } from '../reference/words/furniture-lexicon.ts';
import type { TextBlock } from './text-block.ts';

/** What stands on the page beside the article, and what it says about the article. */
export interface Furniture {
  readonly boilerplate: readonly Boilerplate[];
  readonly byline?: string;
  readonly outlet?: string;
  readonly url?: string;
}

interface Rule {
  readonly kind: string;
  readonly pattern: RegExp;
  readonly most: number;
  readonly where?: 'end' | 'edge';
  readonly opens?: true;
  readonly byline?: true;
}

/** A pattern that matches nothing. */
const never = '(?!)';
/** Blocks this near to the first or last one count as its edge. */
const edgeBlocks = 3;

/** Prepares the marking of page furniture in plain text once; the result is pure and linear. */
export function createFurnitureMarker(lexicon: FurnitureLexicon) {
  const rules: Rule[] = lexicon.kinds.flatMap(({ kind, rules }) =>
    rules.map((rule) => ({ ...rule, kind, pattern: new RegExp(rule.pattern, 'iu') })),
  );
  const { blurb } = lexicon;
  const blurbVerb = new RegExp(blurb?.pattern ?? never, 'u');
  const blurbNoun = new RegExp(blurb ? `\\b(${blurb.nouns.join('|')})\\b` : never, 'i');
  const beforeWriter = new RegExp(lexicon.beforeWriter ?? never, 'i');

  const matchRule = (block: TextBlock, index: number, last: number): Rule | undefined =>
    rules.find(
      (rule) =>
        block.text.length <= rule.most &&
        (rule.where !== 'end' || index * 2 >= last) &&
        (rule.where !== 'edge' || index <= edgeBlocks || index >= last - edgeBlocks) &&
        rule.pattern.test(block.text),
    );

  const isBlurb = (block: TextBlock, about: ReadonlySet<string>) =>
    blurb !== undefined &&
    block.text.length <= blurb.most &&
    blurbVerb.test(block.text) &&
    blurbNoun.test(block.text) &&
    opensWithOne(block.text.toLowerCase(), about);

  return function markFurniture(text: string, blocks: readonly TextBlock[]): Furniture {
    const kinds: (string | undefined)[] = [];
    const names: string[] = [];
    const lowerNames = new Set<string>();
    let url: string | undefined;
    let open: string | undefined;
    blocks.forEach((block, index) => {
      const rule = matchRule(block, index, blocks.length - 1);
      const inTeasers =
        open !== undefined && rule?.byline && isTeaser(block.text, lexicon.teaser.most);
      if (rule && !inTeasers) {
        if (rule.opens) open = rule.kind;
        if (rule.byline) {
          const { name, url: address } = readByline(block.text, beforeWriter);
          names.push(name);
          lowerNames.add(name.toLowerCase());
          url ??= address;
        }
        kinds.push(rule.kind);
        return;
      }
      if (isBlurb(block, lowerNames)) {
        kinds.push(blurb?.kind);
        return;
      }
      if (open !== undefined && !isTeaser(block.text, lexicon.teaser.most)) open = undefined;
      kinds.push(open);
    });
    const boilerplate = joinRuns(text, blocks, kinds);
    const outlet = outletOf(url, names);
    return {
      boilerplate,
      ...(names.length > 0 && { byline: names[0] }),
      ...(outlet !== undefined && { outlet }),
      ...(url !== undefined && { url }),
    };
  };
}

/** Tried by length: a page may name more people than a blurb has letters. */
function opensWithOne(text: string, names: ReadonlySet<string>): boolean {
  for (let length = 0; length <= text.length; length++) {
    if (names.has(text.slice(0, length))) return true;
  }
  return false;
}

function readByline(text: string, beforeWriter: RegExp): { name: string; url?: string } {
  const url = /https?:\/\/\S+/.exec(text)?.[0];
  const name = text.replace(/https?:\/\/\S+/, '').replace(beforeWriter, '');
  return { name: name.trim(), ...(url !== undefined && { url }) };
}

/**
 * The byline that the address repeats is the outlet's name: nobody's site is named after a guest.
 */
function outletOf(url: string | undefined, names: readonly string[]): string | undefined {
  if (url === undefined) return undefined;
  const host = url.toLowerCase().replace(/[^a-z0-9]/g, '');
  return names.find((name) => {
    const squeezed = name.toLowerCase().replace(/[^a-z0-9]/g, '');
    return squeezed.length > 2 && host.includes(squeezed);
  });
}

function isTeaser(text: string, most: number): boolean {
  if (/(\.\.\.|…|\[…\])$/.test(text)) return true;
  return text.length <= most && !/[.!?]["”’)]?$/.test(text);
}

/** Neighbouring blocks of one kind become one span, from the first to the last of them. */
function joinRuns(
  text: string,
  blocks: readonly TextBlock[],
  kinds: readonly (string | undefined)[],
): Boilerplate[] {
  const spans: Boilerplate[] = [];
  for (let i = 0; i < blocks.length; i++) {
    const kind = kinds[i];
    if (kind === undefined) continue;
    let j = i;
    while (j + 1 < blocks.length && kinds[j + 1] === kind) j++;
    spans.push({ ...makeSpan(text, blocks[i].start, blocks[j].end), kind });
    i = j;
  }
  return spans;
}
