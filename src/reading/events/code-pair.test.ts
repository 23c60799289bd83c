import { expect, test } from 'vitest';
import { languageNamed } from '../../reference/language.ts';
import { loadReference } from '../../reference/load-reference.ts';
import { createDocumentNamer } from '../name-document.ts';
import { createPairCoder } from '../read-pair.ts';
import { loadSyntax } from '../syntax/load-syntax.ts';

const reference = loadReference();
const english = languageNamed(reference.languages, 'en');
const codePair = createPairCoder(
  english,
  createDocumentNamer(reference, english, loadSyntax(english)),
);

function code(text: string, source: string, target: string) {
  const span = (words: string) => {
    const start = text.indexOf(words);
    return { start, end: start + words.length };
  };
  return codePair(text, span(source), span(target));
}

test('the deed whose parties are given is the answer, with its quad', () => {
  const text = 'Peru condemned Chile and signed an agreement with Bolivia.';
  expect(code(text, 'Peru', 'Chile')).toEqual({ type: 'ACCUSE', quad: 3 });
  expect(code(text, 'Peru', 'Bolivia')).toEqual({ type: 'SUPPORT', quad: 1 });
});

test('a sayer towards one who must do something asks for it', () => {
  const text = 'Oman said Qatar must reopen the strait.';
  expect(code(text, 'Oman', 'Qatar')?.type).toBe('REQUEST');
});

test('a sayer towards one said to have done harm accuses', () => {
  const text = 'Finland said Russia had attacked the cable.';
  expect(code(text, 'Finland', 'Russia')?.type).toBe('ACCUSE');
  expect(code(text, 'Russia', 'the cable')?.type).toBe('ASSAULT');
});

test('words near decide where no deed links the two', () => {
  expect(code('Arrest of Malians; Niger', 'Niger', 'Malians')?.type).toBe('COERCE');
});

test('nothing in the text speaks for an event: no answer', () => {
  expect(code('Peru and Chile are old.', 'Peru', 'Chile')).toBeUndefined();
  expect(codePair('', { start: 0, end: 0 }, { start: 0, end: 0 })).toBeUndefined();
});
