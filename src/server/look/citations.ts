import { html } from 'hono/html';
import type { Source } from '../../model/source.ts';
import { renderSection } from './blocks.ts';
import { linkOut } from './links.ts';
import type { Html } from './page.ts';

/** Numbers the sources of a page as they are first cited, and lists them at its end. */
export interface Citations {
  /** Superior figures that lead to the notes. */
  cite(sources: readonly Source[]): Html;
  /** The notes: all that was cited, on screen and in print. */
  list(): Html;
}

export function startCitations(): Citations {
  const numbers = new Map<string, number>();
  const cited: Source[] = [];
  const numberOf = (source: Source) => {
    const key = JSON.stringify([source.title, source.url, source.at]);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    cited.push(source);
    numbers.set(key, cited.length);
    return cited.length;
  };
  return {
    cite: (sources) =>
      html`${[...new Set(sources.map(numberOf))].map(
        (number) =>
          html`<sup><a href="#source-${number}" aria-label="source ${number}">${number}</a></sup>`,
      )}`,
    list: () =>
      cited.length === 0
        ? html``
        : renderSection(
            'sources',
            'Sources',
            html`<ol class="sources">${cited.map((one, index) => renderSource(one, index + 1))}</ol>
`,
            cited.length,
          ),
  };
}

function renderSource({ title, url, at }: Source, number: number): Html {
  const where = at === undefined ? '' : `, ${at}`;
  return html`<li id="source-${number}">${linkOut(title, url)}${where}</li>`;
}
