import { describe, expect, test } from 'vitest';
import { parsePattern } from './pattern.ts';

describe('a pattern', () => {
  test('names its nodes in the order in which they stand', () => {
    const { nodes } = parsePattern('cue', [
      'cue -ccomp|csubj-> content[starts after cue, not question]',
      'maybe content -preposition-> link[governed]',
      'above -xcomp-> cue',
    ]);
    expect(nodes).toEqual(['cue', 'content', 'link', 'above']);
  });

  test('takes a comma for a word where it stands in quotation marks', () => {
    const { conditions } = parsePattern('cue', ['not cue -first-> [word=","]']);
    expect(conditions).toEqual([
      {
        kind: 'edge',
        mode: 'not',
        from: 0,
        relations: ['first'],
        to: 1,
        tests: [{ kind: 'property', negated: false, name: 'word', values: [','] }],
      },
    ]);
  });

  test.each([
    ['cue ccomp content', /neither .a -relation-> b/],
    ['verb -obj-> thing', /neither verb nor thing stands/],
    ['cue -obj-> thing[colour=red]', /colour is not one of/],
    ['cue -obj-> thing[after nothing]', /nothing does not stand/],
    ['thing[time]', /thing does not stand/],
  ])('%s is refused with a reason', (line, reason) => {
    expect(() => parsePattern('cue', [line])).toThrow(reason);
  });
});
