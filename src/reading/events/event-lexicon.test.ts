import { expect, test } from 'vitest';
import { languageNamed } from '../../reference/language.ts';
import { loadReference } from '../../reference/load-reference.ts';
import { makeEventLexicon } from './event-lexicon.ts';

const language = languageNamed(loadReference().languages, 'en');
const lexicon = makeEventLexicon(language);

test('a form leads to its verb, whatever the tagger thinks', () => {
  const forms = { condemned: 'condemn', freed: 'free', withdrew: 'withdraw', struck: 'strike' };
  for (const [form, verb] of Object.entries(forms)) expect(lexicon.verbOf.get(form)).toBe(verb);
});
