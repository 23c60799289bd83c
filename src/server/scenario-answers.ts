import type { Day } from '../base/day.ts';
import { Failure } from '../base/failure.ts';
import type { Flow, Ledger } from '../pipeline/flow.ts';
import { parseScenario } from '../pipeline/parse-scenario.ts';
import type { Page } from './layout.ts';
import { type WhatIfForm, whatIfPage } from './pages/whatif-page.ts';

export interface ScenarioParts {
  readonly flow: Flow;
  readonly ledger: Ledger;
  readonly today: Day;
}

/** The what-if page for what its address asks; a question that makes no sense is told as such. */
export function answerWhatIf(
  query: Readonly<Record<string, string>>,
  { flow, ledger, today }: ScenarioParts,
): { page: Page; status: 200 | 400 } {
  const form: WhatIfForm = {
    attacker: query.attacker ?? '',
    target: query.target ?? '',
    on: query.on ?? today,
    in: query.in ?? '',
    without: query.without ?? '',
    reading: query.reading ?? 'strict',
    assume: query.assume ?? 'all',
    provoked: query.provoked === '1',
  };
  const { reference } = flow;
  if (form.attacker === '' || form.target === '') {
    const shown = { ...form, attacker: form.attacker || 'KOR', target: form.target || 'PRK' };
    return { page: whatIfPage(shown, {}, reference), status: 200 };
  }
  try {
    const asked = {
      attacks: [`${form.attacker}:${form.target}`],
      on: form.on,
      reading: form.reading,
      assume: form.assume,
      provoked: form.provoked,
      ...(form.in !== '' && { in: form.in }),
      ...(form.without !== '' && { without: form.without.split(/[\s,]+/) }),
    };
    const scenario = parseScenario(asked, reference, today);
    const outcome = flow.decide(scenario, flow.world(ledger));
    return { page: whatIfPage(form, { outcome }, reference), status: 200 };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { page: whatIfPage(form, { fault: error.message }, reference), status: 400 };
  }
}
