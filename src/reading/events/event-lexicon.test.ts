import { expect, test } from 'vitest';
import { eventRows } from '../../reference/constructions/event-rows.ts';
import { languageNamed } from '../../reference/language.ts';
import { loadReference } from '../../reference/load-reference.ts';
import { eventFiles } from '../../reference/words/event-lexicon.ts';
import { makeEventLexicon } from './event-lexicon.ts';

const language = languageNamed(loadReference().languages, 'en');
const { classes, types, means, words } = eventFiles(language);
const rows = eventRows(language);
const lexicon = makeEventLexicon(language);

test('a form leads to its verb, whatever the tagger thinks', () => {
  const forms = { condemned: 'condemn', freed: 'free', withdrew: 'withdraw', struck: 'strike' };
  for (const [form, verb] of Object.entries(forms)) expect(lexicon.verbOf.get(form)).toBe(verb);
});

test('a verb meets rows of several words first, and rows with a pattern before others', () => {
  const met = (lexicon.verbs.get('call') ?? []).map(
    ({ row, rest }) => 2 * rest.length + Number(row.where.length > 0),
  );
  expect(met[0]).toBeGreaterThan(1);
  expect(met).toEqual([...met].sort((a, b) => b - a));
});

test('rows and lists ask only for classes of nouns that there are', () => {
  const asked = [...rows.deeds, ...rows.over, ...rows.above].flatMap(({ where }) =>
    where.flatMap((line) => [...line.matchAll(/class=([\w|-]+)/g)].map(([, names]) => names)),
  );
  const { ownClasses, attackClasses } = words;
  const lists = [ownClasses, attackClasses, Object.keys(types), ...Object.values(means)].flat();
  const known = [...Object.keys(classes), 'actor', 'place'];
  for (const name of [...asked.flatMap((names) => names.split('|')), ...lists]) {
    expect(known).toContain(name);
  }
});

test('tables of turns lead to tables that there are', () => {
  for (const cases of Object.values(rows.turns)) {
    for (const { like } of cases) expect(like === undefined || like in rows.turns).toBe(true);
  }
});
