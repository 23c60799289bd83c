import type { HtmlPage, HtmlText } from './html-tree.ts';

/** Words in an element's class or id that say what it is for. Language-free: they are markup. */
const furnitureMark = new RegExp(
  `\\b(${[
    'nav(igation|bar)?|menu|foot(er)?|side-?bar|breadcrumbs?|toolbar|skip-?link|modal|popup|hidden',
    'related|recommend\\w*|most-?(read|popular)|trending|teaser|outbrain|taboola|widget|tags?',
    'share|sharing|social|comments?|disqus|newsletter|subscri\\w*|sign-?up|paywall',
    'promo\\w*|advert\\w*|ads?|sponsor\\w*|cookie\\w*|consent',
    'author-?(bio|box|info)|bio|byline|caption|credit|meta|timestamp',
  ].join('|')})\\b`,
  'i',
);
const articleMark =
  /\b(article(-?(body|text|content))?|story(-?(body|text|content))?|entry-?content|post-?(body|content)|body-?(copy|text)|main-?content|content-?body|td-post-content)\b/i;
const furnitureNames = new Set(['nav', 'footer', 'aside', 'form', 'figcaption', 'address']);

interface Scored {
  readonly text: HtmlText;
  readonly words: number;
  readonly isFurniture: boolean;
  readonly weight: number;
}

/**
 * The runs of text that are the article, in page order: every run is weighed by its words,
 * sentence marks and share of links, the weights flow to the elements around, and the element
 * where most comes together is the article (after Kohlschütter et al. 2010, by shallow features).
 */
export function findMainText(page: HtmlPage): readonly HtmlText[] {
  const marks = page.elements.map((element) => markOf(element.attributes));
  const isFurniture = spreadFurniture(page, marks, holdsMost(page));
  const scored = page.texts.map((text) => weigh(text, isFurniture[text.element]));
  const root = bestElement(page, scored, marks);
  if (root < 0) return [];
  const isInside = spreadRoot(page, root);
  return scored
    .filter((entry) => isInside[entry.text.element] && isArticleText(page, entry))
    .map((entry) => entry.text);
}

function markOf(attributes: Readonly<Record<string, string>>): number {
  const words = `${attributes.class ?? ''} ${attributes.id ?? ''} ${attributes.itemprop ?? ''}`;
  const spaced = words.replace(/([a-z])([A-Z])/g, '$1-$2').replace(/_/g, '-');
  if (articleMark.test(spaced)) return 1;
  return furnitureMark.test(spaced) || attributes['aria-hidden'] === 'true' ? -1 : 0;
}

/**
 * Elements around more than half of all running text: whatever they are called, the article is in
 * them.
 */
function holdsMost(page: HtmlPage): boolean[] {
  const sums = new Float64Array(page.elements.length);
  let total = 0;
  for (const text of page.texts) {
    const { weight } = weigh(text, false);
    total += weight;
    sums[text.element] += weight;
  }
  for (let i = sums.length - 1; i > 0; i--) {
    const parent = page.elements[i].parent;
    if (parent >= 0) sums[parent] += sums[i];
  }
  return Array.from(sums, (sum) => sum * 2 > total);
}

/** Furniture inside is furniture: parents come first, so one pass spreads it. */
function spreadFurniture(
  page: HtmlPage,
  marks: readonly number[],
  spared: readonly boolean[],
): boolean[] {
  const spread: boolean[] = [];
  page.elements.forEach((element, index) => {
    const own = !spared[index] && (furnitureNames.has(element.name) || marks[index] < 0);
    spread.push(own || (element.parent >= 0 && spread[element.parent]));
  });
  return spread;
}

function weigh(text: HtmlText, isFurniture: boolean): Scored {
  const squeezed = text.text.trim();
  const words = squeezed === '' ? 0 : squeezed.split(/\s+/).length;
  const stops = (squeezed.match(/[.!?,]["”’)]?(\s|$)/g) ?? []).length;
  const linkShare = squeezed.length > 0 ? text.linked / squeezed.length : 1;
  const worth = words >= 6 && linkShare < 0.5 ? (words + 6 * stops) * (1 - linkShare) : 0;
  return { text, words, isFurniture, weight: isFurniture ? worth * 0.05 : worth };
}

/** A run's weight counts whole for its element's parent, and half as much each step further up. */
function bestElement(page: HtmlPage, scored: readonly Scored[], marks: readonly number[]): number {
  const sums = new Float64Array(page.elements.length);
  for (const { text, weight } of scored) {
    if (weight === 0) continue;
    let share = weight * 0.9;
    let at = page.elements[text.element].name === 'div' ? text.element : -1;
    if (at < 0) at = page.elements[text.element].parent;
    for (let step = 0; at >= 0 && step < 6; step++) {
      sums[at] += share;
      share *= 0.72;
      at = page.elements[at].parent;
    }
  }
  let best = -1;
  sums.forEach((sum, index) => {
    sums[index] = marks[index] > 0 || page.elements[index].name === 'article' ? sum * 1.4 : sum;
    if (best < 0 || sums[index] > sums[best]) best = index;
  });
  return best;
}

/** Which elements are the root or lie in it: parents come first here too. */
function spreadRoot(page: HtmlPage, root: number): boolean[] {
  const inside: boolean[] = [];
  page.elements.forEach(({ parent }, index) => {
    inside.push(index === root || (parent >= 0 && inside[parent]));
  });
  return inside;
}

function isArticleText(page: HtmlPage, { text, words, isFurniture, weight }: Scored): boolean {
  if (isFurniture || words === 0) return false;
  const linkShare = text.linked / Math.max(1, text.text.trim().length);
  if (linkShare > 0.6 && words < 25) return false;
  const name = page.elements[text.element].name;
  if (/^h[1-6]$/.test(name) || name === 'p' || name === 'blockquote') return true;
  return weight > 0 || (words >= 4 && linkShare < 0.3);
}
