import { html } from 'hono/html';
import type { Story } from '../../model/story.ts';
import type { Reference } from '../../pipeline/flow.ts';
import { linkState } from '../look/links.ts';
import type { Html, Page } from '../look/page.ts';
import { counted, inRow, showDay } from '../look/words.ts';

/** The stories kept, newest first. */
export function storiesPage(stories: readonly Story[], reference: Reference): Page {
  const ordered = [...stories].sort((a, b) => ((b.from ?? '') < (a.from ?? '') ? -1 : 1));
  const reports = stories.reduce((sum, story) => sum + story.reports.length, 0);
  if (stories.length === 0) return noStories();
  const answer = html`${counted(stories.length, 'story', 'stories')} from
${counted(reports, 'report')}. <a href="/add">Add reports</a>`;
  const body = html`<ol
class="stories">${ordered.map((story) => renderStory(story, reference))}</ol>`;
  return { title: 'Stories', room: 'stories', answer, body };
}

function noStories(): Page {
  const body = html`<p><a href="/add">Add files here</a>, or on the command line:
<code>entente add FILE...</code>. <code>npm start</code> without files reads the samples.</p>
<p>The ledger needs no reports: <a href="/whatif">ask who would be bound to whom</a>, or
<a href="/agreements">read the agreements</a>.</p>`;
  return { title: 'Stories', room: 'stories', answer: 'No report has been read yet.', body };
}

function renderStory(story: Story, reference: Reference): Html {
  const { id, title, from, independent, states, claims, reactions } = story;
  const agreed = claims.filter(({ standing }) => standing === 'all').length;
  const differ = claims.filter(({ standing }) => standing === 'differ').length;
  const shared =
    independent < 2
      ? counted(claims.length, 'claim')
      : `${counted(agreed, 'claim')} in all of them, ${differ} on which they differ`;
  const first = states.slice(0, 5).map((state) => linkState(state, reference, from));
  const named = first.length === 0 ? '' : html` · ${inRow(first)}`;
  return html`<li><h2><a href="/stories/${id}">${title}</a></h2>
<p>${showDay(from)} · ${counted(independent, 'independent report')}${named}</p>
<p class="small">${shared}, ${counted(reactions.length, 'reaction')}</p></li>`;
}
