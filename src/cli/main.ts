#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import { exitCode } from '../base/failure.ts';

// Node keeps the compiled modules between runs: the next start takes a third of the time.
enableCompileCache();
process.on('SIGINT', () => process.exit(exitCode.interrupted));
// A reader that closes the pipe early, as `head` does, ends the run without a word.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? exitCode.done : exitCode.failed);
});
const { runProgram } = await import('./program.ts');
process.exitCode = await runProgram(process.argv);
