import { expect, test } from 'vitest';
import { languageNamed } from '../../reference/language.ts';
import { loadReference } from '../../reference/load-reference.ts';
import { createInflection } from './inflect.ts';

const english = languageNamed(loadReference().languages, 'en');
const { nounForms, verbForms } = createInflection(english);

test.each([
  ['say', ['say', 'said', 'says', 'saying']],
  ['deny', ['deny', 'denies', 'denied', 'denying']],
  ['admit', ['admit', 'admits', 'admitted', 'admitting']],
  ['argue', ['argue', 'argues', 'argued', 'arguing']],
  ['slam', ['slam', 'slams', 'slammed', 'slamming']],
  ['visit', ['visit', 'visits', 'visited', 'visiting']],
  ['echo', ['echo', 'echoed', 'echoing']],
  ['agree', ['agree', 'agrees', 'agreed', 'agreeing']],
  ['worry', ['worry', 'worries', 'worried', 'worrying']],
])('the forms of %s', (verb, forms) => {
  for (const form of forms) expect(verbForms(verb)).toContain(form);
  expect(verbForms(verb).some((form) => /(.)\1\1/.test(form))).toBe(false);
});

test('plurals', () => {
  expect(nounForms('allegation')).toContain('allegations');
  expect(nounForms('inquiry')).toContain('inquiries');
  expect(nounForms('analysis')).toContain('analyses');
  expect(nounForms('speech')).toContain('speeches');
});
