import type { Reading } from '../../model/reading.ts';
import { style, type Terminal, wrap } from '../terminal.ts';

/** One finding with the construction behind it. */
export interface Explained {
  readonly rule: string;
  /** What the construction says, as a sentence. */
  readonly reads: string;
  readonly kind: 'statement' | 'event' | 'step' | 'promise';
  /** UTF-16 code units into the report's text, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly confidence?: number;
}

/** The findings of a reading that a construction made, each with its name, in reading order. */
export function explainedIn(
  { attributions, events, agreements }: Reading,
  constructions: ReadonlyMap<string, string>,
): Explained[] {
  const statements = attributions.map(({ rule, cue, content, confidence }) => {
    const parts = [...(cue?.spans ?? []), ...content.spans];
    const start = Math.min(...parts.map((span) => span.start));
    const end = Math.max(...parts.map((span) => span.end));
    const text = `${cue?.text ?? ''} | ${content.text}`;
    return { rule, kind: 'statement' as const, start, end, text, confidence };
  });
  const deeds = events.map((event) => ({ ...event, kind: 'event' as const }));
  const promises = agreements.flatMap(({ provisions }) =>
    provisions.map(({ rule, evidence }) => ({ rule, kind: 'promise' as const, ...evidence })),
  );
  const taken = agreements.flatMap(({ steps = [] }) =>
    steps.map(({ rule, evidence }) => ({ rule, kind: 'step' as const, ...evidence })),
  );
  return [...statements, ...deeds, ...taken, ...promises]
    .flatMap(({ rule, ...found }) => {
      if (rule === undefined) return [];
      const { kind, start, end, text } = found;
      const sure = 'confidence' in found ? { confidence: found.confidence } : {};
      return [{ rule, reads: constructions.get(rule) ?? 'gone', kind, start, end, text, ...sure }];
    })
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The same for people: the words, the construction, how sure it is. */
export function explainReading(
  terminal: Terminal,
  { report }: Reading,
  explained: readonly Explained[],
): string {
  const lines = [style(terminal, 'bold', report.title ?? report.id)];
  for (const { kind, text, rule, reads, confidence } of explained) {
    const sure = confidence === undefined ? '' : `, ${Math.round(confidence * 100)} % sure`;
    lines.push(wrap(`${kind}: ${text.replace(/\s+/g, ' ')}`, terminal.columns, '    '));
    lines.push(
      style(terminal, 'dim', wrap(`    ${rule}${sure}: ${reads}`, terminal.columns, '    ')),
    );
  }
  if (explained.length === 0) lines.push('No construction found anything in it.');
  return `${lines.join('\n')}\n`;
}
