import { html } from 'hono/html';
import type { Story } from '../../model/story.ts';
import type { Reference } from '../../reference/reference.ts';
import type { Page } from '../layout.ts';
import { counted, inRow, linkState, showDay } from '../words.ts';

/** The stories kept, newest first. */
export function storiesPage(stories: readonly Story[], reference: Reference): Page {
  const ordered = [...stories].sort((a, b) => ((b.from ?? '') < (a.from ?? '') ? -1 : 1));
  const reports = stories.reduce((sum, story) => sum + story.reports.length, 0);
  const answer =
    stories.length === 0
      ? html`No report has been read yet. <code>npm start -- FILE...</code> or
<code>entente add FILE...</code> reads yours.`
      : `${counted(stories.length, 'story', 'stories')} from ${counted(reports, 'report')}.`;
  const rows = ordered.map((story) => {
    const agreed = story.claims.filter((claim) => claim.standing === 'all').length;
    const differ = story.claims.filter((claim) => claim.standing === 'differ').length;
    return html`<li>
<h2><a href="/stories/${story.id}">${story.title}</a></h2>
<p>${showDay(story.from)} · ${counted(story.independent, 'independent report')} ·
${inRow(story.states.slice(0, 5).map((state) => linkState(state, reference, story.from)))}</p>
<p class="small">${counted(agreed, 'claim')} told by all, ${differ} on which they differ,
${counted(story.reactions.length, 'reaction')}</p>
</li>`;
  });
  const body = html`<ol class="stories">${rows}</ol>`;
  return { title: 'Stories', room: 'stories', answer, body };
}
