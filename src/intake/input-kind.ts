/** What an input is. */
export type InputKind = 'text' | 'html' | 'ndjson' | 'feed' | 'warc';

/** By its content first, by its name where the content leaves it open. */
export function inputKindOf(text: string, name: string): InputKind {
  const head = text.slice(0, 4096).trimStart();
  if (/^WARC\/\d/.test(head)) return 'warc';
  const markup = withoutPreamble(head);
  if (/^<(rss|feed|rdf:RDF)\b/i.test(markup)) return 'feed';
  if (/^<(!doctype html|html|head|body|article|div|p)\b/i.test(markup)) return 'html';
  const firstLine = head.slice(0, head.indexOf('\n') < 0 ? undefined : head.indexOf('\n'));
  if (firstLine.startsWith('{') && (isObject(firstLine) || /\.(ndjson|jsonl)$/i.test(name))) {
    return 'ndjson';
  }
  if (/\.(ndjson|jsonl)$/i.test(name)) return 'ndjson';
  return /\.html?$/i.test(name) && /<[a-z][\s\S]*>/i.test(head) ? 'html' : 'text';
}

/**
 * Without an XML declaration and the comments before the first element. Cut one by one: a pattern
 * over all of them would try every way to share them out.
 */
function withoutPreamble(head: string): string {
  let rest = head.replace(/^<\?xml[^>]*>\s*/i, '');
  while (rest.startsWith('<!--')) {
    const end = rest.indexOf('-->', 4);
    if (end < 0) return rest;
    rest = rest.slice(end + 3).trimStart();
  }
  return rest;
}

function isObject(line: string): boolean {
  if (line.length >= 4000) return /^\{\s*"(id|text|html|title|outlet|url)"\s*:/.test(line);
  try {
    return typeof JSON.parse(line) === 'object';
  } catch {
    return false; // A brace may well open a sentence.
  }
}
