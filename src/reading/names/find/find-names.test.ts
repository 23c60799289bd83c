import { describe, expect, test } from 'vitest';
import { type Day, day } from '../../../base/day.ts';
import { languageNamed } from '../../../reference/language.ts';
import { loadReference } from '../../../reference/load-reference.ts';
import { actorLexicon } from '../../../reference/words/actor-lexicon.ts';
import { createNameFinder } from './find-names.ts';

const reference = loadReference();
const english = languageNamed(reference.languages, 'en');
const findNames = createNameFinder(reference, actorLexicon(english));
const onTheDay = day('2024-06-19');

/** Names as `words kind state`, the state left out where there is none. */
function namesIn(text: string, published: Day | undefined = onTheDay): string[] {
  return findNames(text, published).map(({ start, end, kind, state }) =>
    [text.slice(start, end), kind, state].filter(Boolean).join(' | '),
  );
}

describe('names before parsing', () => {
  test('a title, its state and the name are one name', () => {
    expect(namesIn('Philippine Defense Secretary Gilberto Teodoro spoke.')).toEqual([
      'Philippine Defense Secretary Gilberto Teodoro | person | PHL',
    ]);
  });

  test('a possessor stays a name of its own and lends its state', () => {
    expect(namesIn('They met Peru’s Foreign Minister Rosa Calder.')).toEqual([
      'Peru | state | PER',
      'Foreign Minister Rosa Calder | person | PER',
    ]);
  });

  test('a short name is whoever was introduced in full', () => {
    const text = 'Kenyan Defence Minister Juma Obare denied it. Later Obare left.';
    const [first, second] = findNames(text, onTheDay);
    expect([first.id, second.id]).toEqual(['juma-obare', 'juma-obare']);
    expect(second.state).toBe('KEN');
  });

  test('the longest name wins', () => {
    expect(namesIn('He went to Papua New Guinea and Guinea-Bissau.')).toEqual([
      'Papua New Guinea | state | PNG',
      'Guinea-Bissau | state | GNB',
    ]);
  });

  test('a state inside another proper name is no state', () => {
    const kinds = findNames('He reads the Kenya Gazette.', onTheDay).map(({ kind }) => kind);
    expect(kinds).toEqual(['unknown']);
  });

  test('a name of the past keeps its state when the day is long after it', () => {
    expect(namesIn('It recalls the Soviet Union.')).toEqual(['Soviet Union | state | SUN']);
  });

  test('the North is a state only where the report tells of Korea', () => {
    expect(namesIn('South Korea says the North fired.')).toContain('the North | state | PRK');
    expect(namesIn('In Syria the North was calm.')).toEqual(['Syria | state | SYR']);
  });

  test('an office holder of another year has no authority', () => {
    const [then] = findNames('Angela Merkel spoke.', day('2016-05-01'));
    const [now] = findNames('Angela Merkel spoke.', onTheDay);
    expect([then.powerless, now.powerless]).toEqual([undefined, true]);
  });

  test('capitals in headlines make no names', () => {
    const names = namesIn('Grand Bargain Near As Summit Opens\n\nTalks went on.');
    expect(names).toEqual([]);
  });

  test('names the parser should see as one are told, adjectives are not', () => {
    const names = findNames('North Korean troops met President Vladimir Putin.', onTheDay);
    expect(names.map(({ collapse }) => collapse)).toEqual([false, true]);
  });
});
