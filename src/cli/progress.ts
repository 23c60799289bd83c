import type { Terminal } from './terminal.ts';

/** Shows count, rate and time left on a terminal; silent everywhere else. */
export interface Progress {
  advance(): void;
  finish(): void;
}

/** Longest pause between two pictures of the bar, in milliseconds. */
const pictureEvery = 120;
/** Work shorter than this shows nothing. */
const quietFor = 700;

/**
 * @param total how many there will be; absent where that is not known.
 * @param now milliseconds from any start; passed in so that tests can stop the clock.
 */
export function startProgress(
  terminal: Terminal,
  what: string,
  total: number | undefined,
  now: () => number = () => performance.now(),
): Progress {
  const started = now();
  let count = 0;
  let drawn = 0;
  const draw = () => {
    const time = now();
    if (!terminal.moving || time - started < quietFor || time - drawn < pictureEvery) return;
    drawn = time;
    terminal.err.write(`\r\u001b[K${picture(what, count, total, (time - started) / 1000)}`);
  };
  return {
    advance() {
      count++;
      draw();
    },
    finish() {
      if (drawn > 0) terminal.err.write('\r\u001b[K');
    },
  };
}

export function picture(
  what: string,
  count: number,
  total: number | undefined,
  seconds: number,
): string {
  const rate = seconds > 0 ? count / seconds : 0;
  const speed = `${rate.toFixed(rate < 10 ? 1 : 0)}/s`;
  if (total === undefined || total === 0) return `${what} ${count} · ${speed}`;
  const filled = Math.min(20, Math.round((count / total) * 20));
  const bar = '━'.repeat(filled) + '─'.repeat(20 - filled);
  const left = rate > 0 ? `${Math.ceil((total - count) / rate)} s left` : '';
  return `${what} ${bar} ${count} of ${total} · ${speed} · ${left}`;
}
