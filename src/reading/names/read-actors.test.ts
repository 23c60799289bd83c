import { describe, expect, test } from 'vitest';
import { createActorsProbe, scoreActors } from '../../../scripts/score-actors.ts';
import { pickNumber, seededChance } from '../../base/chance.ts';
import { day } from '../../base/day.ts';
import { loadReference } from '../../reference/load-reference.ts';

const reference = loadReference();
const probe = createActorsProbe(reference);
const onTheDay = day('2024-06-19');

function ask(text: string, words: string, nth = 1) {
  const { resolver } = probe(text, onTheDay);
  let start = -1;
  for (let count = 0; count < nth; count++) start = text.indexOf(words, start + 1);
  return resolver.resolve(start, start + words.length);
}

describe('200 sentences in cases/reading/actors', () => {
  const scores = scoreActors(reference);
  const rate = (some: typeof scores) =>
    some.reduce((sum, { right }) => sum + right, 0) /
    some.reduce((sum, { asked }) => sum + asked, 0);

  test('there are at least 200', () => {
    expect(scores.reduce((sum, { sentences }) => sum + sentences, 0)).toBeGreaterThanOrEqual(200);
  });
  test('95 of 100 are right', () => {
    expect(rate(scores)).toBeGreaterThanOrEqual(0.95);
  });
  test('of capitals and seats 90 of 100 are right', () => {
    expect(rate(scores.filter(({ metonyms }) => metonyms))).toBeGreaterThanOrEqual(0.9);
  });
});

describe('whom words stand for', () => {
  test('a pronoun is the subject of the clause around it', () => {
    const text = 'Kim Jong Un met Vladimir Putin. Kim said he would send troops.';
    expect(ask(text, 'he').states).toEqual(['PRK']);
  });

  test('the source of the attribution before comes first for a pronoun', () => {
    const text = 'Vladimir Putin met Kim Jong Un in May. He was pleased.';
    const { resolver } = probe(text, onTheDay);
    const at = text.indexOf('He ');
    const start = text.indexOf('Kim');
    const previousSource = { start, end: start + 'Kim Jong Un'.length };
    expect(resolver.resolve(at, at + 2, { previousSource }).states).toEqual(['PRK']);
  });

  test('“we” is the speaker’s state, and nobody where the speaker is not known', () => {
    const text = 'We will answer.';
    const { resolver } = probe(text, onTheDay);
    const speaker = { actors: [], states: ['POL'], because: 'told' };
    expect(resolver.resolve(0, 2, { speaker }).states).toEqual(['POL']);
    expect(resolver.resolve(0, 2).states).toEqual([]);
  });

  test('both leaders are the two that the report dwells on', () => {
    const text =
      'Vladimir Putin and Kim Jong Un met. Putin accused Japan and South Korea of hostility. ' +
      'Putin and Kim dined. Both leaders were content.';
    expect(ask(text, 'Both leaders').states).toEqual(['RUS', 'PRK']);
  });

  test('allies of a state are not the state; those listed are meant', () => {
    expect(
      ask('He accused U.S. allies Japan and Canada.', 'U.S. allies Japan and Canada').states,
    ).toEqual(['JPN', 'CAN']);
  });

  test('backing is a relation, not identity', () => {
    expect(ask('Iranian-backed fighters attacked.', 'Iranian-backed fighters').states).toEqual([]);
  });

  test('what stays open is empty and says why', () => {
    const found = ask('The minister left.', 'The minister');
    expect(found.states).toEqual([]);
    expect(found.because).not.toBe('');
  });
});

describe('mentions of any text', () => {
  const chance = seededChance(20240619);
  const words = (
    'Russia Putin said that the U.S. and Kim Jong Un , its allies ( both ) Kremlin - “ they ' +
    '” ' +
    'President of in Moscow ’s forces the North treaty with Corland\n\n. ? 1961 He who former'
  ).split(/(?<=\S) /);

  test.each(Array.from({ length: 60 }, (_, run) => run))('stand in order, run %i', () => {
    const text = Array.from({ length: 60 }, () => words[pickNumber(chance, words.length)]).join(
      ' ',
    );
    const { mentions, resolver } = probe(text, onTheDay);
    let last = 0;
    for (const mention of mentions) {
      expect(mention.start).toBeGreaterThanOrEqual(last);
      expect(text.slice(mention.start, mention.end)).toBe(mention.text);
      expect(mention.because).not.toBe('');
      last = mention.end;
      resolver.resolve(mention.start, mention.end);
    }
    expect(probe(text, onTheDay).mentions).toEqual(mentions);
  });
});
