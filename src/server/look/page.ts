import { html } from 'hono/html';
import type { Day } from '../../base/day.ts';
import type { Made } from '../../model/made.ts';

/** Safe HTML as hono's templates make it: every value put in is escaped. */
export type Html = ReturnType<typeof html>;

export interface Page {
  readonly title: string;
  /** The page's answer in one sentence. */
  readonly answer?: Html | string;
  readonly body: Html;
  /** Which entry of the navigation is open. */
  readonly room:
    | 'stories'
    | 'agreements'
    | 'network'
    | 'whatif'
    | 'review'
    | 'add'
    | 'search'
    | 'none';
}

const rooms = [
  ['stories', '/', 'Stories'],
  ['agreements', '/agreements', 'Agreements'],
  ['network', '/network', 'Network'],
  ['whatif', '/whatif', 'What if'],
  ['review', '/review', 'Review'],
  ['add', '/add', 'Add'],
] as const;

/** The frame around every page: readable and printable without scripts. */
export function renderPage(page: Page, made: Made, today: Day): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${page.title} · Entente</title>
<link rel="stylesheet" href="/assets/workbench.css">
<link rel="stylesheet" href="/assets/findings.css">
<link rel="stylesheet" href="/assets/print.css" media="print">
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<script type="module" src="/assets/workbench.js"></script>
</head>
<body>
<a class="skip" href="#main">To the content</a>
<header class="top">
<a class="name" href="/">Entente</a>
<nav aria-label="Rooms">
${rooms.map(
  ([room, href, name]) =>
    html`<a href="${href}" ${page.room === room ? html`aria-current="page"` : ''}>${name}</a> `,
)}
</nav>
<form class="search" action="/search" role="search">
<label for="search">Search</label>
<input id="search" name="q" type="search">
</form>
</header>
<main id="main">
<h1>${page.title}</h1>
${page.answer === undefined ? '' : html`<p class="answer">${page.answer}</p>`}
${page.body}
</main>
<footer>
<p>Shown on ${today} · Entente ${made.entente} · reader ${made.model} · facts ${made.facts} ·
<button type="button" class="plain" data-keys hidden>keys</button></p>
</footer>
</body>
</html>`;
}
