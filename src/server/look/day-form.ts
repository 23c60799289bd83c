import { html } from 'hono/html';
import type { Day } from '../../base/day.ts';
import type { Html } from './page.ts';

export interface DayFormParts {
  readonly address: string;
  readonly on: Day;
  /** The first day or year that makes sense, for the slider. */
  readonly first: string;
  readonly today: Day;
  readonly label: string;
  /** The other time: only decisions taken by that day count. Absent: the form does not ask it. */
  readonly known?: string;
}

/** The day of a page as a plain form; scripts put a slider over the years beside it. */
export function renderDayForm(parts: DayFormParts): Html {
  const { address, on, label, known } = parts;
  const asKnown =
    known === undefined
      ? ''
      : html`<label>as known on <input type="date" name="known" value="${known}"></label>`;
  return html`<form class="day" action="${address}"><label for="day">${label}</label>
<input type="date" id="day" name="on" value="${on}" min="1815-01-01">
${asKnown} <button>Show</button>
${renderYearSlider(parts)}</form>`;
}

/** The years as a slider that sets the day of its form; nothing without scripts. */
export function renderYearSlider({
  on,
  first,
  today,
}: Pick<DayFormParts, 'on' | 'first' | 'today'>): Html {
  const from = Math.max(1815, Number(first.slice(0, 4)));
  const year = on.slice(0, 4);
  return html`<label class="typing" hidden>Year <input type="range" data-years step="1"
min="${from}" max="${today.slice(0, 4)}" value="${year}"> <output>${year}</output></label>`;
}
