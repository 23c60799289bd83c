import type { Agreement } from '../agreement.ts';
import { type KnownStates, nameOfState } from './state-name.ts';

/** Names up to this length serve as they are. */
const shortEnough = 34;

/** `Warsaw Pact 1955`; where the name is long, `Russia–North Korea 2024`, or its shortest name. */
export function shortNameOf(agreement: Agreement, known: KnownStates): string {
  const { parties, name, also = [], signed, inForce } = agreement;
  const year = (signed ?? inForce)?.day.slice(0, 4);
  const dated = (text: string) =>
    year === undefined || text.includes(year) ? text : `${text} ${year}`;
  if (name.length <= shortEnough) return dated(name);
  const day = (inForce ?? signed)?.day;
  const founders = parties.filter(({ from }) => from === undefined || from <= (day ?? from));
  const states = new Set((founders.length > 1 ? founders : parties).map(({ state }) => state));
  if (states.size <= 3) {
    return dated([...states].map((code) => nameOfState(code, known, day)).join('–'));
  }
  return dated([name, ...also].sort((a, b) => a.length - b.length)[0]);
}
