import { html } from 'hono/html';
import { addressOfReport } from '../look/links.ts';
import type { Html, Page } from '../look/page.ts';
import { counted } from '../look/words.ts';
import type { Added } from './add-files.ts';

/** The form for files, and what became of each: read, or failed and why. */
export function addPage(added?: Added, fault?: string): Page {
  const body = html`
${fault === undefined ? '' : html`<p class="fault" role="alert">${fault}</p>`}
${added === undefined ? '' : renderAdded(added)}
<form class="add" method="post" action="/add" enctype="multipart/form-data">
<p class="fields"><label for="files">Files</label> <input type="file" id="files" name="files"
multiple required>
<label for="published">published, where a file does not say</label> <input type="date"
id="published" name="published">
<label for="outlet">outlet</label> <input id="outlet" name="outlet" autocomplete="off"></p>
<p><button>Read and keep</button> <span class="small">Text, HTML, or NDJSON with one report a line.
They stay on this machine.</span></p>
</form>`;
  const answer =
    added === undefined
      ? 'Add reports: each is read, compared with the others, and kept on this machine.'
      : answerOf(added);
  return { title: 'Add reports', room: 'add', ...(fault === undefined && { answer }), body };
}

function answerOf({ rows }: Added): Html {
  const failed = rows.filter(({ fault }) => fault !== undefined).length;
  const read = rows.length - failed;
  const failures =
    failed === 0
      ? 'none failed'
      : html`<a href="#failed">${counted(failed, 'failed', 'failed')}</a>`;
  return html`${counted(read, 'report was', 'reports were')} read, ${failures}. <a href="/">To the
stories</a>`;
}

function renderAdded({ rows }: Added): Html {
  const failed = rows.filter(({ fault }) => fault !== undefined);
  const read = rows.filter(({ fault }) => fault === undefined);
  return html`
${
  failed.length === 0
    ? ''
    : html`<h2 id="failed">Failed</h2><ul class="plain-list">${failed.map(
        ({ file, fault }) => html`<li><b>${file}</b> ${fault}</li>`,
      )}</ul>`
}
${
  read.length === 0
    ? ''
    : html`<h2>Read</h2><ul class="plain-list">${read.map(
        ({ file, report, title }) =>
          html`<li><a href="${addressOfReport(report ?? '')}">${title ?? report}</a>
<span class="small">${file}</span></li>`,
      )}</ul>`
}`;
}
