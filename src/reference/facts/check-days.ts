import { edtfInterval } from '../../base/edtf.ts';
import type { Finding } from '../../base/finding.ts';
import type { FactSet } from './fact-set.ts';
import { type FactPath, factFault, type YamlFile } from './yaml-file.ts';

/** Nothing ends before it starts: `from` and `until` wherever they stand, and agreements. */
export function checkDays(set: FactSet): Finding[] {
  const filed = [
    ...set.states,
    ...set.organisations,
    ...set.leaders,
    ...set.places,
    ...set.agreements,
  ];
  return [
    ...filed.flatMap(({ value, yaml }) => checkPairs(yaml, value, [])),
    ...set.agreements.flatMap(({ value, yaml }) =>
      checkOrder(
        yaml,
        ['ended', 'day'],
        ['ended', value.ended?.day],
        ['in force', value.inForce?.day ?? value.signed?.day],
      ),
    ),
  ];
}

function checkPairs(yaml: YamlFile, value: unknown, path: FactPath): Finding[] {
  if (typeof value !== 'object' || value === null) return [];
  const own =
    'from' in value && 'until' in value
      ? checkOrder(yaml, [...path, 'until'], ['until', value.until], ['from', value.from])
      : [];
  const inner = Object.entries(value).flatMap(([key, part]) =>
    checkPairs(yaml, part, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return [...own, ...inner];
}

type LabelledDay = readonly [string, unknown];

/** Sure to be wrong only where the last day the end may mean is before the first of the start. */
function checkOrder(
  yaml: YamlFile,
  path: FactPath,
  [endName, end]: LabelledDay,
  [startName, start]: LabelledDay,
): Finding[] {
  if (typeof start !== 'string' || typeof end !== 'string') return [];
  const first = edtfInterval(start);
  const last = edtfInterval(end);
  if (first === undefined || last === undefined || last.until > first.from) return [];
  const message = `It has "${endName}" ${end}, before "${startName}" ${start}. Check both days.`;
  return [factFault(yaml, path, 'end-before-start', message)];
}
