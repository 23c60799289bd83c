import { shortNameOf } from '../../model/names/agreement-name.ts';
import { promiseInWords } from '../../model/names/duty-words.ts';
import { onlyInWords, standingInWords } from '../../model/names/standing-words.ts';
import { nameOfState } from '../../model/names/state-name.ts';
import type { Claim, Story } from '../../model/story.ts';
import type { Reference } from '../../pipeline/flow.ts';
import { counted, style, type Terminal, wrap } from '../terminal.ts';

/** A story for people: what all reports say, where they differ, what one says, who reacted how. */
export function briefStory(terminal: Terminal, story: Story, reference: Reference): string {
  const { independent, reports, from } = story;
  const numbers = new Map(reports.map((report, index) => [report.id, `[${index + 1}]`]));
  const heading = (text: string) => ['', style(terminal, 'bold', text)];
  const lines = [
    style(terminal, 'bold', story.title),
    style(
      terminal,
      'dim',
      [from, counted(independent, 'independent report')].filter((part) => part).join(' · '),
    ),
    ...reports.map(({ id, outlet, copyOf }) => {
      const copy = copyOf === undefined ? '' : `, repeats ${copyOf}`;
      return `  ${numbers.get(id)} ${outlet ?? 'outlet not stated'}, ${id}${copy}`;
    }),
  ];
  for (const { title, claims } of groupsOf(story)) {
    lines.push(...heading(title));
    for (const claim of claims) lines.push(...claimLines(terminal, claim, reference, numbers));
  }
  if (story.reactions.length > 0) {
    lines.push(...heading('Reactions'), ...reactionLines(story, reference));
  }
  if (story.agreements.length > 0) {
    const names = story.agreements.map((id) => nameOfAgreement(id, reference));
    lines.push('', `${style(terminal, 'bold', 'Agreements')} ${names.join(', ')}`);
  }
  lines.push('');
  return lines.join('\n');
}

interface ClaimGroup {
  readonly title: string;
  readonly claims: readonly Claim[];
}

/** Claims under what can be said of them all; those of one report under its outlet. */
function groupsOf({ claims, reports, independent }: Story): readonly ClaimGroup[] {
  const shared = (['all', 'several', 'differ'] as const).map((standing) => ({
    title: standingInWords(standing, independent),
    claims: claims.filter((claim) => claim.standing === standing),
  }));
  const alone = claims.filter(({ standing }) => standing === 'one');
  const single =
    independent < 2
      ? [{ title: standingInWords('one', independent), claims: alone }]
      : reports.map((report) => ({
          title: onlyInWords(report),
          claims: alone.filter(({ told }) => told[0].report === report.id),
        }));
  return [...shared, ...single].filter((group) => group.claims.length > 0);
}

function nameOfAgreement(id: string, reference: Reference): string {
  const agreement = reference.agreements.get(id);
  return agreement === undefined ? id : `${shortNameOf(agreement, reference)} (${id})`;
}

function claimLines(
  terminal: Terminal,
  claim: Claim,
  reference: Reference,
  numbers: ReadonlyMap<string, string>,
): string[] {
  const marks = (ids: Iterable<string>) => [...new Set(ids)].map((id) => numbers.get(id)).join('');
  const reports = marks(claim.told.map(({ report }) => report));
  const lines = [wrap(`  ${wordsOf(claim, reference)} ${reports}`, terminal.columns, '    ')];
  for (const { about, values } of claim.differences ?? []) {
    const sides = values.map((side) => `“${side.value}” ${marks(side.reports)}`);
    lines.push(wrap(`    ${about}: ${sides.join(' | ')}`, terminal.columns, '      '));
  }
  return lines;
}

/** Agreements under the name people know them by. */
function wordsOf({ text, agreement, promise, words }: Claim, reference: Reference): string {
  if (agreement === undefined || words === undefined) return text;
  const known = reference.agreements.get(agreement);
  const name = known === undefined ? agreement : shortNameOf(known, reference);
  if (promise === undefined) return `${name} is called “${words}”`;
  return `${name} promises ${promiseInWords(promise)}: “${words}”`;
}

function reactionLines({ reactions }: Story, reference: Reference): string[] {
  const byState = Map.groupBy(reactions, (reaction) => reaction.state);
  return [...byState].map(([state, own]) => {
    const counts = Map.groupBy(own, (reaction) => reaction.stance);
    const stances = [...counts].map(([stance, same]) =>
      same.length > 1 ? `${stance} ×${same.length}` : stance,
    );
    return `  ${nameOfState(state, reference)}: ${stances.join(', ')}`;
  });
}
