import { shortNameOf } from '../model/names/agreement-name.ts';
import { nameOfState } from '../model/names/state-name.ts';
import type { Claim, Story } from '../model/story.ts';
import type { Reference } from '../pipeline/flow.ts';
import { style, type Terminal, wrap } from './terminal.ts';

const headings: Readonly<Record<Claim['standing'], string>> = {
  all: 'All tell it',
  several: 'Several tell it',
  differ: 'They differ',
  one: 'One tells it',
};

/** A story for people: what all tell, where they differ, what one tells, who reacted how. */
export function briefStory(terminal: Terminal, story: Story, reference: Reference): string {
  const number = new Map(story.reports.map((report, index) => [report.id, index + 1]));
  const lines = [style(terminal, 'bold', story.title)];
  const { independent, reports, from } = story;
  const witnesses =
    independent === 1 ? '1 independent report' : `${independent} independent reports`;
  lines.push(style(terminal, 'dim', [from, witnesses].filter((part) => part).join(' · ')));
  for (const report of reports) {
    const copy = report.copyOf === undefined ? '' : `, repeats ${report.copyOf}`;
    lines.push(
      `  [${number.get(report.id)}] ${report.outlet ?? 'outlet not stated'}, ${report.id}${copy}`,
    );
  }
  for (const standing of ['all', 'several', 'differ', 'one'] as const) {
    const claims = story.claims.filter((claim) => claim.standing === standing);
    if (claims.length === 0) continue;
    lines.push('', style(terminal, 'bold', headings[standing]));
    for (const claim of claims) lines.push(...claimLines(terminal, claim, reference, number));
  }
  if (story.reactions.length > 0) {
    lines.push('', style(terminal, 'bold', 'Reactions'));
    lines.push(...reactionLines(story, reference));
  }
  if (story.agreements.length > 0) {
    lines.push(
      '',
      `${style(terminal, 'bold', 'Agreements')} ${story.agreements.map((id) => named(id, reference)).join(', ')}`,
    );
  }
  lines.push('');
  return lines.join('\n');
}

function named(id: string, reference: Reference): string {
  const held = reference.agreements.get(id);
  return held === undefined ? id : `${shortNameOf(held, reference)} (${id})`;
}

function claimLines(
  terminal: Terminal,
  claim: Claim,
  reference: Reference,
  number: ReadonlyMap<string, number>,
): string[] {
  const marks = (ids: Iterable<string>) =>
    [...new Set(ids)].map((id) => `[${number.get(id)}]`).join('');
  const tellers = marks(claim.told.map((telling) => telling.report));
  const lines = [wrap(`  ${wordsOf(claim, reference)} ${tellers}`, terminal.columns, '    ')];
  for (const { about, values } of claim.differences ?? []) {
    const sides = values.map(({ value, reports }) => `“${value}” ${marks(reports)}`);
    lines.push(wrap(`    ${about}: ${sides.join(' | ')}`, terminal.columns, '      '));
  }
  return lines;
}

/** Agreements under the name people know them by. */
function wordsOf({ text, agreement }: Claim, reference: Reference): string {
  const held = agreement === undefined ? undefined : reference.agreements.get(agreement);
  return held === undefined ? text : text.replace(held.id, shortNameOf(held, reference));
}

function reactionLines(story: Story, reference: Reference): string[] {
  const byState = Map.groupBy(story.reactions, (reaction) => reaction.state);
  return [...byState].map(([state, reactions]) => {
    const counts = Map.groupBy(reactions, (reaction) => reaction.stance);
    const stances = [...counts].map(([stance, all]) =>
      all.length > 1 ? `${stance} ×${all.length}` : stance,
    );
    return `  ${nameOfState(state, reference)}: ${stances.join(', ')}`;
  });
}
