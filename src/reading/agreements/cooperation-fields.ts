import type { ProvisionWords } from '../../reference/agreement-lexicon.ts';
import { hangsOn, relationOf } from '../grammar/phrase.ts';
import type { Tree } from '../grammar/tree.ts';
import type { Unit } from './word-pattern.ts';

/** A field of cooperation in the words of the report. */
export interface FieldTold {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly token: number;
}

export type FindFields = (tree: Tree, units: readonly Unit[]) => FieldTold[];

/**
 * Finds fields of cooperation: the row before the word (`security, trade and humanitarian
 * cooperation`), the row behind it (`cooperation in energy`), and what a verb of furthering has
 * as its object (`covers culture and training`).
 */
export function createCooperationFinder(words: ProvisionWords): FindFields {
  const fields = new Map<string, string>();
  for (const [field, names] of Object.entries(words.fields)) {
    for (const name of names) fields.set(name, field);
  }
  const cooperation = new Set(words.cooperation);
  const furthers = new Set(words.furthers);
  return (tree, units) => {
    const found: FieldTold[] = [];
    const add = (unit: Unit, end: number) => {
      const field = fields.get(unit.form) ?? fields.get(unit.lemma);
      if (field === undefined) return false;
      found.push({ type: `cooperation:${field}`, start: unit.start, end, token: unit.from });
      return true;
    };
    units.forEach((unit, index) => {
      if (!cooperation.has(unit.lemma)) return;
      rowBefore(units, index, add);
      rowBehind(units, index, add);
    });
    for (const unit of units) {
      if (!furthers.has(unit.lemma) || tree.tokens[unit.from].upos !== 'VERB') continue;
      for (const other of units) {
        if (objectOf(tree, other.from, unit.from)) add(other, other.end);
      }
    }
    return found;
  };
}

type Add = (unit: Unit, end: number) => boolean;

function rowBefore(units: readonly Unit[], head: number, add: Add): void {
  let gaps = 0;
  for (let at = head - 1; at >= 0 && gaps < 2; at--) {
    const unit = units[at];
    const near = at === head - 1;
    if (add(unit, near ? units[head].end : unit.end)) gaps = 0;
    else if (/^(,|and|or|also|other)$/.test(unit.form)) gaps += unit.form === ',' ? 0 : 1;
    else return;
  }
}

function rowBehind(units: readonly Unit[], head: number, add: Add): void {
  if (!/^(in|on|over|across)$/.test(units[head + 1]?.form ?? '')) return;
  let strange = 0;
  for (let at = head + 2; at < Math.min(units.length, head + 16) && strange < 2; at++) {
    const unit = units[at];
    if (add(unit, unit.end) || /^(,|and|or|the|as|well|of|fields|areas)$/.test(unit.form))
      strange = 0;
    else strange++;
  }
}

/** Objects of the verb and their partners. */
function objectOf(tree: Tree, at: number, verb: number): boolean {
  if (at < verb || !hangsOn(tree, at, verb)) return false;
  let up = at;
  for (let steps = 0; steps < 5; steps++) {
    const relation = relationOf(tree, up);
    if (tree.tokens[up].head === verb) return relation === 'obj';
    if (relation !== 'conj') return false;
    up = tree.tokens[up].head;
  }
  return false;
}
