import { expect, test } from 'vitest';
import { languageNamed } from '../../reference/language.ts';
import { loadReference } from '../../reference/load-reference.ts';
import { eventFiles } from '../../reference/words/event-lexicon.ts';
import { makeEventLexicon } from './event-lexicon.ts';

const language = languageNamed(loadReference().languages, 'en');
const files = eventFiles(language);
const lexicon = makeEventLexicon(language);

test('a form leads to its verb, whatever the tagger thinks', () => {
  const forms = { condemned: 'condemn', freed: 'free', withdrew: 'withdraw', struck: 'strike' };
  for (const [form, verb] of Object.entries(forms)) expect(lexicon.verbOf.get(form)).toBe(verb);
});

test('verbs of two words are asked before their first word', () => {
  const lengths = (lexicon.verbs.get('call') ?? []).map(({ rest }) => rest.length);
  expect(lengths).toEqual([...lengths].sort((a, b) => b - a));
  expect(lengths[0]).toBeGreaterThan(0);
});

test('every frame names a verb of its own group', () => {
  for (const { verbs, frames } of files.verbs.verbs) {
    for (const { verb } of frames ?? []) {
      for (const name of verb ?? []) expect(verbs, `${name} in ${verbs[0]}`).toContain(name);
    }
  }
});

test('a group without frames says what its verbs count as', () => {
  for (const { verbs, frames, type } of files.verbs.verbs) {
    expect(type !== undefined || (frames ?? []).length > 0, verbs.join(', ')).toBe(true);
  }
});

test('receivers, means and owned things are classes', () => {
  const { receivers, means, own, classes } = files.objects;
  const named = [...receivers, ...own, ...Object.values(means).flat()];
  for (const name of named) expect(Object.keys(classes)).toContain(name);
});
