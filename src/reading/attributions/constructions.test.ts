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
    'The meeting was postponed, according to two envoys.',
    'two envoys | according to | The meeting was postponed',
  ],
  [
    'in a survey',
    'Approval stood at forty percent in a new poll.',
    'a new poll | in | Approval stood at forty percent',
  ],
  [
    'possessed view',
    "In Berlin's view, the clause is dead.",
    "Berlin's | view | the clause is dead",
  ],
  ['colon', 'Orban: “No talks before winter”', 'Orban | : | “No talks before winter”'],
  ['quotation before the cue', '“It works,” the envoy said.', 'the envoy | said | “It works,”'],
  [
    'quotation after the cue',
    'The envoy replied: “Ask again tomorrow.”',
    'The envoy | replied: | “Ask again tomorrow.”',
  ],
  [
    'quotation around the cue',
    '“Our answer,” he said, “is simple.”',
    'he | said | “Our answer,” … “is simple.”',
  ],
  [
    'clause before the cue',
    'The port will reopen, the ministry said.',
    'the ministry | said | The port will reopen',
  ],
  [
    'clause around the cue',
    'The port, the ministry said, will reopen.',
    'the ministry | said | The port … will reopen',
  ],
  [
    'clause',
    'The envoy hinted that the fleet may return.',
    'The envoy | hinted | that the fleet may return',
  ],
  [
    'question',
    'The envoy asked whether Oslo would vote.',
    'The envoy | asked | whether Oslo would vote',
  ],
  ['infinitive', 'The king vowed to defend its coast.', 'The king | vowed | to defend its coast'],
  ['gerund', 'The navy denied cutting the cable.', 'The navy | denied | cutting the cable'],
  ['object', 'The council condemned the raid.', 'The council | condemned | the raid'],
  ['preposition', 'The council called for a ceasefire.', 'The council | called for | a ceasefire'],
  ['X as Y', 'He dismissed the offer as a farce.', 'He | dismissed | the offer as a farce'],
  ['X Y', 'He called the exercise a mistake.', 'He | called | the exercise a mistake'],
  [
    'X of, for, to',
    'He accused the army of leaking the plan.',
    'He | accused | the army of leaking the plan',
  ],
  [
    'passive with by',
    'The decree was denounced by the council.',
    'the council | was denounced | The decree',
  ],
  [
    'passive without agent',
    'The clause is expected to expire.',
    ' | is expected | The clause … to expire',
  ],
  ['raising', 'The pact seems to mark a break.', ' | seems | The pact … to mark a break'],
  [
    'noun with a light verb',
    'The council expressed doubts about the text.',
    'The council | expressed doubts about | the text',
  ],
  [
    'possessive and noun',
    'He welcomed her claim that the road was blocked.',
    'her | claim | that the road was blocked',
  ],
  [
    'noun and source',
    'Criticism of the budget by the court grew.',
    'the court | Criticism of | the budget',
  ],
  ['noun without source', 'Rumors of a coup spread overnight.', ' | Rumors of | a coup'],
  [
    'there is',
    'There are fears that the cabinet will fall.',
    ' | are fears | that the cabinet will fall',
  ],
  [
    'adjective',
    'The council was adamant that the quota would stay.',
    'The council | was adamant | that the quota would stay',
  ],
  [
    'impersonal adjective',
    'It is clear that the road is blocked.',
    ' | is clear | that the road is blocked',
  ],
  [
    'adverb',
    'Three ships reportedly left the harbor.',
    ' | reportedly | Three ships … left the harbor',
  ],
  [
    'relative object',
    'She kept the slogan which the council had repeated.',
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
