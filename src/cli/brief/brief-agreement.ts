import type { DatedFact, Provision } from '../../model/agreement.ts';
import type { AgreementOn } from '../../model/agreement-on.ts';
import { nameOfState, namesOfStates } from '../../model/names/state-name.ts';
import type { Reference } from '../../pipeline/flow.ts';
import { style, type Terminal, wrap } from '../terminal.ts';

export function briefAgreementLine(valid: AgreementOn, reference: Reference): string {
  const { agreement, standing } = valid;
  const parties = agreement.parties.map((party) => nameOfState(party.state, reference));
  const shown = parties.length > 4 ? `${parties.length} parties` : parties.join(', ');
  const signed = agreement.signed?.day ?? 'day not stated';
  return `${agreement.id}  ${agreement.name} · ${shown} · ${signed} · ${standing}`;
}

/** An agreement as it was valid on a day, for people. */
export function briefAgreement(
  terminal: Terminal,
  valid: AgreementOn,
  reference: Reference,
): string {
  const { agreement, day, standing, because } = valid;
  const bold = (text: string) => style(terminal, 'bold', text);
  const lines = [bold(agreement.name), `${agreement.id} · on ${day}: ${standing}`];
  for (const reason of because) lines.push(wrap(`  ${reason}`, terminal.columns, '    '));
  const dates: [string, DatedFact | undefined][] = [
    ['signed', agreement.signed],
    ['in force', agreement.inForce],
    ['ended', agreement.ended],
  ];
  for (const [what, fact] of dates) {
    if (fact) lines.push(`${what} ${fact.day}${markOf(fact.certainty)}`);
  }
  lines.push('', bold('Parties'));
  for (const party of valid.parties) {
    lines.push(`  ${nameOfState(party.state, reference, day)}: ${party.standing}`);
  }
  for (const { state, inPlaceOf, standing } of valid.heirs ?? []) {
    const [heir, gone] = [state, inPlaceOf].map((code) => nameOfState(code, reference, day));
    lines.push(`  ${heir}, in place of ${gone}: ${standing}`);
  }
  lines.push('', bold('Provisions'));
  for (const provision of agreement.provisions) {
    lines.push(wrap(provisionLine(provision, reference), terminal.columns, '    '));
  }
  for (const { about, values } of agreement.disputes ?? []) {
    const sides = values.map(({ value, sources }) => `${value} (${sources.join(', ')})`);
    lines.push(wrap(`  disputed: ${about}: ${sides.join(' | ')}`, terminal.columns, '    '));
  }
  lines.push('', bold('Sources'));
  for (const [key, source] of Object.entries(agreement.sources)) {
    lines.push(`  ${key}: ${source.title}${source.url === undefined ? '' : `, ${source.url}`}`);
  }
  lines.push('');
  return lines.join('\n');
}

function provisionLine(provision: Provision, reference: Reference): string {
  const { article, duty, bound, towards, strength, text, certainty } = provision;
  const who = bound === 'all' ? '' : ` · binds ${namesOfStates(bound, reference).join(', ')}`;
  const whom =
    towards === 'all' ? '' : ` · towards ${namesOfStates(towards, reference).join(', ')}`;
  const place = article === undefined ? '' : `Art. ${article} · `;
  return `  ${place}${duty} · ${strength}${who}${whom}${markOf(certainty)}: ${text}`;
}

function markOf(certainty: string): string {
  return certainty === 'unverified' ? ' (unverified)' : '';
}
