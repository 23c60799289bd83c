import { parseDay } from '../base/day.ts';
import type { Finding } from '../base/finding.ts';
import type { HtmlBlock, Report } from '../model/report.ts';
import type { HtmlPage } from './html-tree.ts';
import { readHtmlTree } from './html-tree.ts';
import { findMainText } from './main-text.ts';
import type { ReadText, ReportFacts } from './read-text.ts';

/**
 * Prepares the reading of HTML pages. The report's text is the article's, one paragraph for each
 * block, and every block remembers its place in the page; what the page states of itself in its
 * head fills the facts that the caller left open.
 */
export function createHtmlReader(readText: ReadText) {
  return function readHtml(
    html: string,
    facts: ReportFacts,
  ): { report: Report; findings: readonly Finding[] } {
    const page = readHtmlTree(html);
    const { text, blocks } = joinBlocks(page);
    const report = readText(text, { ...factsOf(page), ...facts });
    const findings: Finding[] = [];
    if (text === '') {
      const message = 'No article was found on the page: it may be built by scripts, or be a list.';
      findings.push({ code: 'no-article', message });
    }
    if (page.isCut) {
      const message = 'The page nests thousands of elements: only its beginning was read.';
      findings.push({ code: 'nested-too-deep', message });
    }
    return { report: { ...report, blocks }, findings };
  };
}

function joinBlocks(page: HtmlPage): { text: string; blocks: HtmlBlock[] } {
  const blocks: HtmlBlock[] = [];
  let text = '';
  let last = -1;
  for (const run of findMainText(page)) {
    const squeezed = run.text
      .replace(/[^\S\n]+/g, ' ')
      .replace(/ ?\n ?/g, '\n')
      .replace(/\n(?!\n)/g, ' ')
      .replace(/\n+/g, '\n')
      .trim();
    if (squeezed === '') continue;
    if (text !== '') text += run.element === last ? '\n' : '\n\n';
    blocks.push({
      start: text.length,
      end: text.length + squeezed.length,
      htmlStart: run.start,
      htmlEnd: run.end,
    });
    text += squeezed;
    last = run.element;
  }
  return { text, blocks };
}

function factsOf(page: HtmlPage): Partial<ReportFacts> {
  const first = (...keys: string[]) =>
    keys
      .map((key) => page.facts.get(key)?.trim())
      .find((value) => value !== undefined && value !== '');
  const linked = readLinkedData(page.facts.get('ld+json'));
  const published =
    first('article:published_time', 'datepublished', 'date', 'pubdate', 'dc.date') ??
    linked.published ??
    first('time');
  const day = published === undefined ? undefined : parseDay(published.slice(0, 10));
  const found = {
    title: first('og:title', 'twitter:title', 'title')?.replace(/\s+/g, ' '),
    outlet: first('og:site_name', 'application-name') ?? linked.outlet,
    byline: first('author', 'article:author', 'byl') ?? linked.byline,
    url: first('canonical', 'og:url'),
    published: day,
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

/** Linked data is looked at up to here; of an article's own, little stands behind it. */
const mostLinkedData = 20_000;

/**
 * What schema.org says of the article, where the page embeds it as JSON-LD. By patterns, since a
 * page may hold several pieces of it, and broken ones.
 */
function readLinkedData(json = ''): {
  published?: string;
  outlet?: string;
  byline?: string;
} {
  const head = json.slice(0, mostLinkedData);
  const pick = (pattern: RegExp) => pattern.exec(head)?.[1];
  return {
    published: pick(/"datePublished"\s*:\s*"([^"]+)"/),
    outlet: pick(/"publisher"\s*:\s*\{[^}]*"name"\s*:\s*"([^"]+)"/),
    byline: pick(/"author"\s*:\s*[[{][^}]*"name"\s*:\s*"([^"]+)"/),
  };
}
