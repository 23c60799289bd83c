import type { Stance } from '../../model/reading.ts';
import type { Candidate, Scene } from './candidate.ts';
import type { Told } from './words-in.ts';

/** Cues that only speak: here the content itself may say what is done with it. */
const plain = new Set('say tell write add state tweet post note : announce declare'.split(' '));
/** Cues that only name: here the words that praise or condemn decide. */
const naming = new Set(
  'call describe label term characterize portray paint cast brand dub frame see view regard deem'
    .split(' ')
    .concat(['consider', 'treat', 'depict', 'style', 'bill']),
);
const negations = new Set(['not', "n't", 'never', 'no', 'nor', 'neither', 'hardly', 'without']);

/** What the source does with the content, from the cue, its negation, and for bare speech K. */
export function stanceOf(scene: Scene, candidate: Candidate, told: Told): Stance {
  const { cue, opening: content } = told;
  if (isSilence(scene, candidate, cue, content)) return 'silent';
  const negated = isNegatedCue(cue);
  const { word } = candidate;
  if (word === 'refuse' || word === 'decline') {
    return content[0] === 'to' && content[1] === 'rule' ? 'expects' : 'denies';
  }
  if (word === 'warn') return warning(cue, content);
  if (naming.has(word) && candidate.stance === 'asserts') return evaluation(scene, content);
  if (negated) return opposite[candidate.stance];
  if (plain.has(word) && candidate.stance === 'asserts') return spokenStance(scene, content);
  return candidate.stance;
}

/** What is left of a stance when the cue is negated. */
const opposite: Readonly<Record<Stance, Stance>> = {
  asserts: 'asserts',
  denies: 'asserts',
  alleges: 'denies',
  fears: 'asserts',
  expects: 'denies',
  praises: 'condemns',
  condemns: 'asserts',
  promises: 'denies',
  threatens: 'asserts',
  demands: 'denies',
  asks: 'asserts',
  silent: 'asserts',
};

export function isNegatedCue(cue: readonly string[]): boolean {
  const yet = cue.indexOf('yet');
  if (yet >= 0 && cue[yet + 1] === 'to') return true;
  return cue.some((word, at) => negations.has(word) && !isEmphatic(cue, at));
}

/** `no doubt`, `not only` deny nothing. */
function isEmphatic(cue: readonly string[], at: number): boolean {
  return cue[at] === 'not' && (cue[at + 1] === 'only' || cue[at + 1] === 'just');
}

/** `declined to comment`, `has yet to comment on`, `did not respond to a request for comment`. */
function isSilence(
  scene: Scene,
  candidate: Candidate,
  cue: readonly string[],
  content: readonly string[],
): boolean {
  const { silentVerbs, silentNouns } = scene.lexicon.speakers;
  if (candidate.stance === 'silent') return true;
  const { word } = candidate;
  if (word === 'decline' || word === 'refuse') {
    const [to, verb] = content;
    if (to === 'to' && verb !== undefined) return silentVerbs.has(verb);
    return content.includes('comment');
  }
  if (!isNegatedCue(cue)) return false;
  if (word === 'comment' || word === 'elaborate') return true;
  if (word === 'say' || word === 'mention' || word === 'address' || word === 'discuss') {
    return cue.some((item) => /^(?:did|does|do|would|has|have|had|will)$/.test(item));
  }
  const answers = ['respond', 'reply', 'return', 'answer', 'react'].includes(word);
  return answers && content.some((item) => silentNouns.has(item));
}

/** `warned A that we will …` threatens, `warned A to …` demands, all else fears. */
function warning(cue: readonly string[], content: readonly string[]): Stance {
  if (cue.includes('against')) return 'demands';
  const will = content.findIndex((word) => word === 'will' || word === 'would' || word === "'ll");
  if (will > 0 && will < 5 && /^(?:we|i|it|he|she|they)$/.test(content[will - 1]))
    return 'threatens';
  if (content.slice(0, 6).includes('to') && !content.slice(0, 4).includes('that')) return 'demands';
  return 'fears';
}

function evaluation(scene: Scene, content: readonly string[]): Stance {
  const { positive, negative } = scene.lexicon;
  let balance = 0;
  let sign = 1;
  for (const word of content) {
    if (negations.has(word)) sign = -1;
    if (positive.has(word)) balance += sign;
    if (negative.has(word)) balance -= sign;
  }
  if (balance === 0) return 'asserts';
  return balance > 0 ? 'praises' : 'condemns';
}

const first = new Set(['we', 'i']);
const quotes = /^["“”„«»‘’'`]+$/;
/** How far into the content the rules of bare speech look. */
const mostSpoken = 12;

/** The first words that are no quotation marks. */
function firstWords(content: readonly string[]): string[] {
  const words: string[] = [];
  for (const word of content) {
    if (!quotes.test(word)) words.push(word);
    if (words.length === mostSpoken) break;
  }
  return words;
}

/** Bare speech in the first person does what its main verb says. */
function spokenStance(scene: Scene, content: readonly string[]): Stance {
  const words = firstWords(content);
  const start = words[0] === 'that' ? 1 : 0;
  const speaker = words.findIndex((word, at) => at >= start && at < start + 6 && first.has(word));
  if (speaker < 0) return obligation(words);
  const rest = words.slice(speaker + 1, speaker + 5);
  if (rest[0] === 'will' || rest[0] === "'ll" || rest[0] === 'shall') return 'promises';
  for (const word of rest) {
    if (negations.has(word)) return 'asserts';
    for (const cue of scene.lexicon.verbs.get(word) ?? []) {
      const strong = (cue.frames.object ?? 0) >= 50 || (cue.frames.clause ?? 0) >= 80;
      if (strong && performed.has(cue.stance)) return cue.stance;
    }
  }
  return 'asserts';
}

const performed: ReadonlySet<Stance> = new Set<Stance>([
  ...(['praises', 'condemns', 'fears', 'demands', 'promises'] as const),
  ...(['expects', 'denies', 'threatens'] as const),
]);

/** `Kestria must withdraw`. */
function obligation(words: readonly string[]): Stance {
  const at = words.findIndex((word) => word === 'must' || word === 'should');
  if (at <= 0 || at > 8) return 'asserts';
  if (words.slice(0, at).some((word) => word === 'if' || word === 'whether')) return 'asserts';
  return 'demands';
}
