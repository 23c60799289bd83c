import type { ChangedDuty, Difference } from '../../model/answers/difference.ts';
import type { Exposure } from '../../model/answers/exposure.ts';
import { nameOfState, namesOfStates } from '../../model/names/state-name.ts';
import type { Reference } from '../../pipeline/flow.ts';
import { style, type Terminal, wrap } from '../terminal.ts';

/** Attackers named one by one up to this many; more are counted. */
const mostNamed = 6;

/** What an agreement, or time, changed, for people: direct duties first, then what they lead to. */
export function briefDifference(
  terminal: Terminal,
  agreement: string | undefined,
  found: Difference,
  reference: Reference,
): string {
  const { before, after, attacks, differing, changes } = found;
  const lines =
    agreement === undefined
      ? [
          style(terminal, 'bold', `${before.on} against ${after.on}`),
          `${differing} of ${attacks} attacks have another answer on the second day.`,
        ]
      : [
          style(terminal, 'bold', `${agreement} on ${before.on}`),
          `${differing} of ${attacks} attacks have another answer with it than without it.`,
        ];
  const section = (title: string, shown: readonly ChangedDuty[]) => {
    if (shown.length === 0) return;
    lines.push('', style(terminal, 'bold', `${title} (${shown.length})`));
    for (const change of shown) {
      lines.push(wrap(`  ${change.says}`, terminal.columns, '    '));
      lines.push(style(terminal, 'dim', `    ${attacksIn(change, reference, before.on)}`));
    }
  };
  section(
    'What the attack itself calls',
    changes.filter((change) => change.direct),
  );
  section(
    'What follows from what others then do',
    changes.filter((change) => !change.direct),
  );
  if (changes.length === 0) lines.push('Nothing: every attack has the same answer.');
  lines.push('');
  return lines.join('\n');
}

function attacksIn({ attacks }: ChangedDuty, reference: Reference, on: string): string {
  if (attacks.length > mostNamed) return `in ${attacks.length} attacks`;
  const named = attacks.map(({ attacker, target }) => {
    const name = (code: string) => nameOfState(code, reference, on);
    return `${name(attacker)} attacks ${name(target)}`;
  });
  return named.join('; ');
}

/** Who stands by a state, and against whom nobody does, for people. */
export function briefExposure(terminal: Terminal, found: Exposure, reference: Reference): string {
  const { state, on, shields, covered, perhaps, gaps } = found;
  const name = nameOfState(state, reference, on);
  const lines = [
    style(terminal, 'bold', `${name} on ${on}`),
    `Somebody is bound to fight for it against ${covered.length} states, perhaps against ` +
      `${perhaps.length}, nobody against ${gaps.length}.`,
    '',
  ];
  for (const shield of shields) {
    const article = shield.article === undefined ? '' : `, Art. ${shield.article}`;
    const against =
      shield.against.length > mostNamed
        ? `${shield.against.length} states`
        : namesOfStates(shield.against, reference, on).join(', ');
    const marks = [
      shield.strength,
      `${shield.agreement}${article}`,
      shield.verdict === 'owed' ? undefined : 'undecided',
      shield.certainty === 'unverified' ? 'unverified' : undefined,
    ].filter((mark) => mark !== undefined);
    const text = `  ${nameOfState(shield.state, reference, on)} - ${shield.duty} it · ${marks.join(' · ')} · against ${against}`;
    lines.push(wrap(text, terminal.columns, '    '));
  }
  if (gaps.length > 0 && gaps.length <= 20) {
    lines.push(
      '',
      wrap(`Gaps: ${namesOfStates(gaps, reference, on).join(', ')}`, terminal.columns),
    );
  }
  lines.push('');
  return lines.join('\n');
}
