import type { Writable } from 'node:stream';
import { styleText } from 'node:util';

/** Where a command writes, and how: data to `out`, everything else to `err`. */
export interface Terminal {
  readonly out: Writable;
  readonly err: Writable;
  readonly colour: boolean;
  readonly quiet: boolean;
  /** A person watches `err`: progress may move there. */
  readonly moving: boolean;
  readonly columns: number;
}

export interface TerminalOptions {
  readonly colour?: boolean;
  readonly quiet?: boolean;
}

/** The process's own streams. Colour only on a terminal, and never where `NO_COLOR` is set. */
export function openTerminal(options: TerminalOptions): Terminal {
  const { stdout, stderr, env } = process;
  const wanted = options.colour !== false && (env.NO_COLOR ?? '') === '';
  return {
    out: stdout,
    err: stderr,
    colour: wanted && stdout.isTTY === true,
    quiet: options.quiet === true,
    moving: stderr.isTTY === true && options.quiet !== true,
    columns: Math.min(stdout.columns ?? 100, 100),
  };
}

/** Writes and waits where the reader is slower than we are. */
export async function write(stream: Writable, text: string): Promise<void> {
  if (stream.write(text)) return;
  await new Promise<void>((resolve) => stream.once('drain', () => resolve()));
}

export async function say(terminal: Terminal, message: string): Promise<void> {
  if (!terminal.quiet) await write(terminal.err, `${message}\n`);
}

/** Text in a style where the terminal shows styles, else the text as it is. */
export function style(
  { colour }: Pick<Terminal, 'colour'>,
  name: 'bold' | 'dim' | 'yellow',
  text: string,
): string {
  return colour ? styleText(name, text, { validateStream: false }) : text;
}

/** For options that may be given more than once. */
export function gather(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

/** A number with its noun: `1 report`, `2 reports`. */
export function counted(count: number, noun: string, many = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : many}`;
}

/**
 * Breaks text at spaces to fit `width`; the first line keeps its own indent, the others get one.
 */
export function wrap(text: string, width: number, indent = ''): string {
  const lines: string[] = [];
  const [first, ...words] = text.trim().split(/\s+/);
  let line = (/^\s*/.exec(text)?.[0] ?? '') + first;
  for (const word of words) {
    if (line.length + 1 + word.length > width) {
      lines.push(line);
      line = indent + word;
    } else {
      line = `${line} ${word}`;
    }
  }
  lines.push(line);
  return lines.join('\n');
}
