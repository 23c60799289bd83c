import { Command, CommanderError } from 'commander';
import { exitCode, Failure } from '../base/failure.ts';
import { programVersion } from '../pipeline/package-files.ts';
import { addAgreementCommands } from './commands/agreement-commands.ts';
import { addDataCommands } from './commands/data-commands.ts';
import { addDifferenceCommands } from './commands/difference-commands.ts';
import { addExplainCommand } from './commands/explain-command.ts';
import { addReadingCommands } from './commands/reading-commands.ts';
import { addResearchCommands } from './commands/research-commands.ts';
import { addReviewCommands } from './commands/review-commands.ts';
import { addServeCommand } from './commands/serve-command.ts';
import { addStoryCommands } from './commands/story-commands.ts';
import { addWhatIfCommand } from './commands/whatif-command.ts';
import { defaultArchive, type GlobalOptions, openContext } from './context.ts';

/** Builds the program, runs the command named, and ends with its exit code. */
export async function runProgram(argv: readonly string[]): Promise<number> {
  const program = new Command('entente')
    .description('Who says what, what states have promised one another, and who would be bound.')
    .version(programVersion())
    .option('--data <folder>', 'facts to use in place of the shipped ones')
    .option('--archive <file>', 'where reports and decisions are kept', defaultArchive)
    .option('--no-color', 'no colours')
    .option('--quiet', 'nothing on stderr but errors')
    .showHelpAfterError('(entente --help lists the commands)')
    .showSuggestionAfterError()
    .exitOverride();
  let code: number = exitCode.done;
  const host = {
    context: () => openContext(program.opts<GlobalOptions>()),
    end: (with_: number) => {
      code = with_;
    },
  };
  addReadingCommands(program, host);
  addExplainCommand(program, host);
  addStoryCommands(program, host);
  addAgreementCommands(program, host);
  addReviewCommands(program, host);
  addWhatIfCommand(program, host);
  addDifferenceCommands(program, host);
  addDataCommands(program, host);
  addResearchCommands(program, host);
  addServeCommand(program, host);
  for (const command of program.commands) command.exitOverride();
  try {
    await program.parseAsync([...argv]);
  } catch (error) {
    return codeOf(error);
  }
  return code;
}

/** The one place where the user sees failures; a bug of ours shows its stack. */
function codeOf(error: unknown): number {
  if (error instanceof CommanderError) {
    return error.exitCode === 0 ? exitCode.done : exitCode.wrongUsage;
  }
  if (error instanceof Failure) {
    process.stderr.write(`entente: ${error.message}\n`);
    return error.code;
  }
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const message = 'entente: this is a mistake in Entente, not in what you gave it.';
  process.stderr.write(`${message}\n${trace}\n`);
  return exitCode.failed;
}
