import { describe, expect, test } from 'vitest';
import { findQuotations } from './quotations.ts';

function quoted(text: string): string[] {
  const paragraphs = [...text.matchAll(/\S[^\n]*/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  return findQuotations(text, paragraphs).map(({ start, end }) => text.slice(start, end));
}

describe('quotations by their marks', () => {
  test('curly, straight and doubled marks', () => {
    expect(quoted('“One,” he said.')).toEqual(['“One,”']);
    expect(quoted('"One," he said.')).toEqual(['"One,"']);
    expect(quoted("''One,'' he said.")).toEqual(["''One,''"]);
  });

  test('an apostrophe is no mark', () => {
    expect(quoted("The states' rights and Oslo's vote aren't at risk.")).toEqual([]);
    expect(quoted('The ’90s and the allies’ pledge')).toEqual([]);
  });

  test('single marks around a phrase', () => {
    expect(quoted("They feared a 'long war' in the north.")).toEqual(["'long war'"]);
  });

  test('single marks inside double ones belong to them', () => {
    expect(quoted('“He said ‘never’ twice,” she said.')).toEqual(['“He said ‘never’ twice,”']);
  });

  test('a mark turned the wrong way still closes', () => {
    expect(quoted('“It will only get worse.“')).toEqual(['“It will only get worse.“']);
  });

  test('a paragraph that is not closed goes on in the next that opens with a mark', () => {
    const text = '“One.\n\n“Two,” he said.';
    const paragraphs = [
      { start: 0, end: 5 },
      { start: 7, end: text.length },
    ];
    const found = findQuotations(text, paragraphs);
    expect(found.map(({ open, goesOn }) => [open, goesOn])).toEqual([
      [true, false],
      [false, true],
    ]);
  });

  test('a lone mark in mid-sentence opens nothing', () => {
    expect(quoted('A 6" pipe and nothing more.')).toEqual([]);
  });
});
