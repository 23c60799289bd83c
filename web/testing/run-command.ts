import { execFile } from 'node:child_process';
import { resolve } from 'node:path';

const main = resolve(import.meta.dirname, '../../src/cli/main.ts');

/** Runs the command line as a user does, and gives what it printed and its exit code. */
export function run(args: readonly string[]): Promise<{ code: number; stderr: string }> {
  return new Promise((done) => {
    const child = execFile(process.execPath, [main, ...args], (_, __, stderr) => {
      done({ code: child.exitCode ?? -1, stderr });
    });
  });
}
