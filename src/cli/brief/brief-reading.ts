import { nameOfState, namesOfStates } from '../../model/names/state-name.ts';
import type { Attribution, Event, Party, Reading } from '../../model/reading.ts';
import type { Reference } from '../../pipeline/flow.ts';
import { style, type Terminal, wrap } from '../terminal.ts';

/** A reading for people: who says what, what happened, what was promised. */
export function briefReading(terminal: Terminal, reading: Reading, reference: Reference): string {
  const { report, attributions, events, agreements } = reading;
  const lines: string[] = [];
  const day = report.published ?? 'day not stated (--published DAY)';
  const facts = [report.outlet, day, report.language].filter((fact) => fact);
  lines.push(style(terminal, 'bold', report.title ?? report.id));
  lines.push(style(terminal, 'dim', [report.id, ...facts].join(' · ')));
  for (const span of report.boilerplate) {
    lines.push(
      style(terminal, 'dim', `not read: ${span.kind}, ${span.end - span.start} characters`),
    );
  }
  const section = (title: string, rows: readonly string[]) => {
    if (rows.length === 0) return;
    lines.push('', style(terminal, 'bold', title), ...rows);
  };
  section(
    `Who says what (${attributions.length})`,
    attributions.map((one) => attributionLine(terminal, one, reference)),
  );
  section(
    `Who did what to whom (${events.length})`,
    events.map((event) => eventLine(terminal, event, reference)),
  );
  section(
    `What was promised (${agreements.length})`,
    agreements.map((agreement) => {
      const parties = namesOfStates(agreement.parties, reference, report.published).join(', ');
      const duties = [...new Set(agreement.provisions.map(({ type }) => type))].join(', ');
      const name = agreement.id ?? agreement.name ?? agreement.mentions[0]?.text ?? 'an agreement';
      const facts = [
        parties,
        agreement.status ?? 'status not stated',
        duties || 'no provision found',
      ];
      return wrap(`  ${name}: ${facts.join(' · ')}`, terminal.columns, '    ');
    }),
  );
  section(
    'Noted',
    reading.findings.map((finding) => `  ${finding.code}: ${finding.message}`),
  );
  lines.push('');
  return lines.join('\n');
}

function attributionLine(terminal: Terminal, one: Attribution, reference: Reference): string {
  const who = one.source?.text ?? 'nobody named';
  const behind = one.states.map((state) => nameOfState(state, reference)).join(', ');
  const marks = [
    one.stance,
    one.certainty === 'unstated' ? undefined : one.certainty,
    one.anonymous && `anonymous${one.count === undefined ? '' : ` ×${one.count}`}`,
    behind && behind !== who ? behind : undefined,
    one.within !== undefined && 'inside another',
  ].filter((mark) => mark);
  const text = `  ${who} - ${one.cue?.text ?? ''} - ${one.content.text}`.replace(/\s+/g, ' ');
  const indent = one.within === undefined ? '  ' : '    ';
  return wrap(
    `${indent}${text.trim()} ${style(terminal, 'dim', `[${marks.join(', ')}]`)}`,
    terminal.columns,
    '    ',
  );
}

function eventLine(terminal: Terminal, event: Event, reference: Reference): string {
  const party = ({ state, span }: Party) =>
    state === undefined ? span.text : nameOfState(state, reference);
  const actors = event.actors.map(party).join(', ') || 'nobody named';
  const recipients = event.recipients.map(party).join(', ');
  const arrow = event.reciprocal ? '↔' : '→';
  const who = recipients === '' ? actors : `${actors} ${arrow} ${recipients}`;
  const day = event.on === undefined ? '' : ` on ${event.on}`;
  const head = `  ${style(terminal, 'bold', event.type)} ${who}${day} [${event.status}]`;
  return wrap(`${head}: ${event.text.replace(/\s+/g, ' ')}`, terminal.columns, '    ');
}
