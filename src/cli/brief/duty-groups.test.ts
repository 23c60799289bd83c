import { expect, test } from 'vitest';
import type { Duty } from '../../model/outcome.ts';
import { groupDuties } from './duty-groups.ts';

const duty = (state: string, more: Partial<Duty> = {}): Duty => ({
  state,
  duty: 'defend',
  towards: ['FIN'],
  against: ['RUS'],
  agreement: 'nato-1949',
  article: '5',
  strength: 'own judgement',
  because: [`${state} has promised to defend Finland.`, 'In force.'],
  sources: [],
  ...more,
});

test('one article that binds many states stands once, with its first proof', () => {
  const groups = groupDuties([duty('DNK'), duty('NOR'), duty('NOR', { article: '4' })]);
  expect(groups.map(({ states }) => states)).toEqual([['DNK', 'NOR'], ['NOR']]);
  expect(groups[0]?.shown.because[0]).toBe('DNK has promised to defend Finland.');
});

test('duties refused for different reasons stay apart', () => {
  const test = 'in force';
  const ended = duty('SWE', { test, because: ['', 'It ended in 1991.'] });
  const never = duty('FIN', { test, because: ['', 'It never came into force.'] });
  expect(groupDuties([ended, never])).toHaveLength(2);
});
