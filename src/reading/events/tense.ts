import type { EventType } from '../../model/event-type.ts';
import { type Clause, childrenBy, isNegated } from './clause.ts';
import { type Deed, isHostile } from './deed.ts';
import { modality } from './match-verb.ts';

const cooperative: ReadonlySet<EventType> = new Set([
  'CONSULT',
  'COOPERATE',
  'AID',
  'YIELD',
  'AGREE',
]);

/** `will`, `might`, `not` make another deed of it. */
export function withTense(clause: Clause, at: number, deed: Deed): Deed | undefined {
  const mood = modality(clause, at);
  const negated = isNegated(clause, at);
  const conditional = isConditional(clause, at);
  if (conditional) return { ...deed, standing: 'possible' };
  if (mood === 'future') return inFuture(deed, negated);
  if (mood === 'possible' || mood === 'obligation') {
    return { ...deed, standing: negated ? 'negated' : 'possible' };
  }
  if (negated && deed.type === 'YIELD' && /^(concede|access)$/.test(deed.mode ?? '')) {
    const { mode: _, ...plain } = deed;
    return { ...plain, type: 'REJECT' };
  }
  return negated ? { ...deed, standing: 'negated' } : deed;
}

/** What is announced: help is AGREE, harm THREATEN, refusal REJECT. */
export function inFuture(deed: Deed, negated: boolean): Deed | undefined {
  const { mode: _, ...plain } = deed;
  if (negated) {
    if (isHostile(deed.type))
      return { ...plain, type: 'AGREE', mode: 'yield', standing: 'promised' };
    if (deed.type === 'REJECT') return { ...plain, type: 'AGREE', standing: 'promised' };
    return { ...plain, type: 'REJECT', standing: 'done' };
  }
  if (deed.type === 'AGREE') return { ...deed, standing: 'promised' };
  if (cooperative.has(deed.type) || deed.mode === 'sign') {
    const mode = deed.type === 'YIELD' ? { mode: 'yield' } : {};
    return { ...plain, type: 'AGREE', ...mode, standing: 'promised' };
  }
  if (isHostile(deed.type)) {
    return { ...plain, type: 'THREATEN', mode: threatOf(deed), standing: 'promised' };
  }
  return { ...deed, standing: 'promised' };
}

export function threatOf({ type, mode }: Deed): string {
  if (type === 'ASSAULT') return 'violence';
  if (type === 'SANCTION') return mode === 'expel' ? 'expel' : 'sanctions';
  if (type === 'COERCE') return mode === 'arrest' ? 'arrest' : 'restrict';
  return 'relations';
}

function isConditional(clause: Clause, at: number): boolean {
  return childrenBy(clause, at, 'mark').some((child) =>
    clause.lexicon.sets.conditions.has(clause.tree.words[child]),
  );
}
