import { expect, test } from 'vitest';
import type { Event } from '../../../model/reading.ts';
import { mergeEvents } from './merge-events.ts';

const event = (start: number, more: Partial<Event> = {}): Event => ({
  start,
  end: start + 5,
  text: 'words',
  type: 'ASSAULT',
  actors: [{ span: { start, end: start + 2, text: 'wo' }, state: 'RUS' }],
  recipients: [{ span: { start: start + 3, end: start + 5, text: 'ds' }, state: 'UKR' }],
  status: 'reported',
  confidence: 0.6,
  ...more,
});

test('the same deed told again is one event, at its first telling', () => {
  const merged = mergeEvents([event(0), event(50, { on: '2024-06-19', confidence: 0.8 })]);
  expect(merged).toHaveLength(1);
  expect(merged[0]).toMatchObject({ start: 0, on: '2024-06-19', confidence: 0.8 });
});

test('two days are two events, and so are two ways of telling', () => {
  const days = [event(0, { on: '2024-06-18' }), event(50, { on: '2024-06-19' })];
  expect(mergeEvents(days)).toHaveLength(2);
  expect(mergeEvents([event(0), event(50, { status: 'denied' })])).toHaveLength(2);
});

test('events come back in reading order', () => {
  const far = event(90, { type: 'AID' });
  expect(mergeEvents([far, event(0)]).map(({ start }) => start)).toEqual([0, 90]);
});
