import { Parser } from 'htmlparser2';

/** An element of a page that may hold blocks of text. Parents come before their children. */
export interface HtmlElement {
  readonly name: string;
  readonly parent: number;
  readonly attributes: Readonly<Record<string, string>>;
}

/** A run of text that no block element interrupts. */
export interface HtmlText {
  /** Index of the innermost block element around it. */
  readonly element: number;
  text: string;
  /** Characters of it that stand in links. */
  linked: number;
  readonly start: number;
  end: number;
}

export interface HtmlPage {
  readonly elements: readonly HtmlElement[];
  readonly texts: readonly HtmlText[];
  /** `<meta>` by name or property in lower case, and `title`, `canonical`, `ld+json`. */
  readonly facts: ReadonlyMap<string, string>;
  /** It nests so deep for its length that the rest of it was not read. */
  readonly isCut: boolean;
}

/** Characters read between two looks at the depth. */
const chunk = 65_536;
/**
 * Open elements times characters that may be spent on a page: some seconds. For every closing tag
 * the parser searches the open elements, so that depth and length together could cost hours.
 */
const mostWork = 6e9;

const blockNames = new Set(
  `html body main article section div p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre table
  tbody thead tr td th figure figcaption header footer nav aside form fieldset details summary
  address hr center`.split(/\s+/),
);
const silentNames = new Set(
  `script style noscript template svg math iframe object button select option textarea input label
  canvas audio video`.split(/\s+/),
);

/**
 * Reads the block structure of a page in one pass, without recursion: depth costs nothing.
 * Places are UTF-16 offsets into `html`.
 */
export function readHtmlTree(html: string): HtmlPage {
  const elements: HtmlElement[] = [];
  const texts: HtmlText[] = [];
  const facts = new Map<string, string>();
  const open: { name: string; element: number }[] = [];
  let silent = 0;
  let links = 0;
  let current: HtmlText | undefined;
  let capture: string | undefined;

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        noteFacts(facts, name, attributes);
        if (name === 'title' && !facts.has('title')) capture = 'title';
        if (name === 'script' && attributes.type === 'application/ld+json') capture = 'ld+json';
        if (silentNames.has(name)) silent++;
        if (name === 'a') links++;
        let element = open.at(-1)?.element ?? -1;
        if (blockNames.has(name)) {
          current = undefined;
          elements.push({ name, parent: element, attributes });
          element = elements.length - 1;
        }
        if (name === 'br' && current) current.text += '\n';
        open.push({ name, element });
      },
      ontext(text) {
        if (capture !== undefined) {
          facts.set(capture, (facts.get(capture) ?? '') + text);
          return;
        }
        if (silent > 0 || open.length === 0) return;
        const element = open[open.length - 1].element;
        if (element < 0) return;
        if (current?.element !== element) {
          if (text.trim() === '') return;
          current = { element, text: '', linked: 0, start: parser.startIndex, end: 0 };
          texts.push(current);
        }
        current.text += text;
        current.end = parser.endIndex + 1;
        if (links > 0) current.linked += text.trim().length;
      },
      onclosetag(name) {
        if (capture !== undefined) capture = undefined;
        if (silentNames.has(name)) silent--;
        if (name === 'a') links--;
        open.pop();
        if (blockNames.has(name)) current = undefined;
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  let work = 0;
  let read = 0;
  while (read < html.length && work < mostWork) {
    parser.write(html.slice(read, read + chunk));
    read += chunk;
    work += open.length * chunk;
  }
  if (read < html.length) return { elements, texts, facts, isCut: true };
  parser.end();
  return { elements, texts, facts, isCut: false };
}

function noteFacts(facts: Map<string, string>, name: string, attributes: Record<string, string>) {
  if (name === 'meta') {
    const key = (attributes.property ?? attributes.name ?? attributes.itemprop)?.toLowerCase();
    if (key !== undefined && attributes.content && !facts.has(key)) {
      facts.set(key, attributes.content);
    }
  }
  if (name === 'link' && attributes.rel === 'canonical' && attributes.href) {
    facts.set('canonical', attributes.href);
  }
  if (name === 'time' && attributes.datetime && !facts.has('time')) {
    facts.set('time', attributes.datetime);
  }
}
