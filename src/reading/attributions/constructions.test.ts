import { describe, expect, test } from 'vitest';
import { createAttributionsProbe } from '../../../scripts/score-attributions.ts';
import { loadReference } from '../../reference/load-reference.ts';
import type { Construction } from './candidate.ts';
import { collectCandidates } from './find-attributions.ts';
import { makeScene } from './scene.ts';

const probe = createAttributionsProbe(loadReference());

/** One sentence for each row of the table of constructions: source, cue and content, as cut. */
const rows: readonly (readonly [Construction, string, string])[] = [
  [
    'according to',
    'The talks have stalled, according to two envoys.',
    'two envoys | according to | The talks have stalled',
  ],
  [
    'in a survey',
    'Support stands at a third in a new poll.',
    'a new poll | in | Support stands at a third',
  ],
  [
    'possessed view',
    "In Berlin's view, the clause is dead.",
    "Berlin's | view | the clause is dead",
  ],
  ['colon', 'Orban: “No talks before winter”', 'Orban | : | “No talks before winter”'],
  ['quotation before the cue', '“It holds,” the envoy said.', 'the envoy | said | “It holds,”'],
  [
    'quotation after the cue',
    'The envoy replied: “Not today.”',
    'The envoy | replied: | “Not today.”',
  ],
  [
    'quotation around the cue',
    '“Our duty,” he said, “is plain.”',
    'he | said | “Our duty,” … “is plain.”',
  ],
  [
    'clause before the cue',
    'The corridor will close, the ministry said.',
    'the ministry | said | The corridor will close',
  ],
  [
    'clause around the cue',
    'The corridor, the ministry said, will close.',
    'the ministry | said | The corridor … will close',
  ],
  [
    'clause',
    'The envoy hinted that the base may stay.',
    'The envoy | hinted | that the base may stay',
  ],
  [
    'question',
    'The envoy asked whether Oslo would pay.',
    'The envoy | asked | whether Oslo would pay',
  ],
  ['infinitive', 'The king vowed to answer any attack.', 'The king | vowed | to answer any attack'],
  ['gerund', 'The navy denied jamming the signal.', 'The navy | denied | jamming the signal'],
  ['object', 'The council condemned the landing.', 'The council | condemned | the landing'],
  ['preposition', 'The council called for an inquiry.', 'The council | called for | an inquiry'],
  ['X as Y', 'He dismissed the pact as theatre.', 'He | dismissed | the pact as theatre'],
  ['X Y', 'He called the drill a rehearsal.', 'He | called | the drill a rehearsal'],
  [
    'X of, for, to',
    'He accused the army of hiding the list.',
    'He | accused | the army of hiding the list',
  ],
  [
    'passive with by',
    'The move was denounced by the council.',
    'the council | was denounced | The move',
  ],
  [
    'passive without agent',
    'The clause is expected to lapse.',
    ' | is expected | The clause … to lapse',
  ],
  ['raising', 'The pact seems to signal a return.', ' | seems | The pact … to signal a return'],
  [
    'noun with a light verb',
    'The council expressed doubts about the text.',
    'The council | expressed doubts about | the text',
  ],
  [
    'possessive and noun',
    'He welcomed her claim that the line was cut.',
    'her | claim | that the line was cut',
  ],
  [
    'noun and source',
    'Criticism of the plan by the council grew.',
    'the council | Criticism of | the plan',
  ],
  ['noun without source', 'Rumors of a coup spread overnight.', ' | Rumors of | a coup'],
  [
    'there is',
    'There are fears that the truce will not hold.',
    ' | are fears | that the truce will not hold',
  ],
  [
    'adjective',
    'The council was adamant that the quota would stay.',
    'The council | was adamant | that the quota would stay',
  ],
  [
    'impersonal adjective',
    'It is clear that the line is cut.',
    ' | is clear | that the line is cut',
  ],
  [
    'adverb',
    'Two brigades reportedly crossed the river.',
    ' | reportedly | Two brigades … crossed the river',
  ],
  [
    'relative object',
    'She kept the promise which the council had repeated.',
    'the council | had repeated | which',
  ],
];

describe('constructions', () => {
  test.each(rows)('%s', (construction, text, wanted) => {
    const candidates = collectCandidates(makeScene(probe.read(text), probe.lexicon));
    const found = candidates
      .filter((candidate) => candidate.construction === construction)
      .map(({ source, cue, content }) => {
        const cut = (pieces: readonly (readonly [number, number])[]) =>
          pieces.map(([start, end]) => text.slice(start, end)).join(' … ');
        return [cut(source), cut([cue]), cut(content)].join(' | ');
      });
    expect(found).toContain(wanted);
  });
});
