import type { Command } from 'commander';
import { exitCode, Failure } from '../../base/failure.ts';
import { didYouMean, nearest } from '../../base/nearest.ts';
import { briefStory } from '../brief/brief-story.ts';
import { collectReadings, gatherReadings, type InputFlags } from '../gather-readings.ts';
import type { Host, OutputOptions } from '../host.ts';
import { counted, say, style, write } from '../terminal.ts';

/** `compare` groups and aligns reports; `stories` and `story` show those kept. */
export function addStoryCommands(program: Command, host: Host): void {
  program
    .command('compare')
    .description('groups reports into stories and sets their claims side by side; keeps nothing')
    .argument('[input...]', 'files, folders, addresses, or - for the standard input')
    .option('--json', 'one JSON document')
    .option('--ndjson', 'one story a line')
    .option('--brief', 'for people (the default)')
    .option('--published <day>', 'the day of publication, where the input does not say')
    .option('--outlet <name>', 'the outlet, where the input does not say')
    .action(async (inputs: string[], options: OutputOptions & InputFlags) => {
      const context = host.context();
      const { published, outlet } = options;
      const gathered = gatherReadings(context, inputs, { published, outlet });
      const readings = await collectReadings(gathered);
      const { made, compare, reference } = context.flow();
      const stories = compare(readings);
      const { out } = context.terminal;
      if (options.json) await write(out, `${JSON.stringify({ made, stories }, null, 2)}\n`);
      for (const story of options.json ? [] : stories) {
        const text = options.ndjson
          ? JSON.stringify({ made, ...story })
          : briefStory(context.terminal, story, reference);
        await write(out, `${text}\n`);
      }
      host.end(gathered.code());
    });

  program
    .command('stories')
    .description('lists the stories kept')
    .option('--json', 'one JSON document')
    .option('--ndjson', 'one story a line')
    .action(async (options: OutputOptions) => {
      const context = host.context();
      const { out } = context.terminal;
      await context.withWorkbench(async ({ archive, flow }) => {
        const stories = await archive.stories();
        if (options.json) {
          await write(out, `${JSON.stringify({ made: flow.made, stories }, null, 2)}\n`);
          return;
        }
        for (const story of stories) {
          const days = story.from === undefined ? '' : ` · ${story.from}`;
          const reports = counted(story.reports.length, 'report');
          const line = `${style(context.terminal, 'dim', story.id)}  ${story.title}${days} · ${reports}`;
          await write(out, `${options.ndjson ? JSON.stringify(story) : line}\n`);
        }
        if (stories.length === 0) {
          await say(
            context.terminal,
            'No stories are kept yet: `entente add FILE...` keeps reports.',
          );
        }
      });
    });

  program
    .command('story')
    .description('shows a story kept')
    .argument('<id>', 'as `entente stories` lists it')
    .option('--json', 'one JSON document')
    .action(async (id: string, options: OutputOptions) => {
      const context = host.context();
      await context.withWorkbench(async ({ archive, flow }) => {
        const story = await archive.story(id);
        if (story === undefined) {
          const ids = (await archive.stories()).map((kept) => kept.id);
          const advice = didYouMean(nearest(id, ids));
          throw new Failure(`There is no story ${id}.${advice}`, exitCode.notFound);
        }
        const text = options.json
          ? JSON.stringify({ made: flow.made, ...story }, null, 2)
          : briefStory(context.terminal, story, flow.reference);
        await write(context.terminal.out, `${text}\n`);
      });
    });
}
