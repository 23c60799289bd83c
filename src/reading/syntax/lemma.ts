import type { EndingRule, LemmaRules } from '../../reference/words/syntax-lexicon.ts';
import { normalise } from './lexicon.ts';

/** How common a word is: 0 is the most frequent, -1 unknown. */
export type RankOf = (word: string) => number;

/** The lemma of a form with a tag. */
export type LemmaOf = (form: string, xpos: string) => string;

/**
 * Prepares lemmas by rule, as `data/language/<code>/lemmas.yaml` has them: endings are taken off by
 * the tag, and of the stems that could be meant (`hop` or `hope` under `hoping`) the most frequent
 * word is chosen.
 */
export function createLemmatiser(rules: LemmaRules, rankOf: RankOf): LemmaOf {
  const asWritten = new Set(rules.asWritten);
  const numbers = new Set(rules.numbers);
  const capitals = new Map(
    Object.entries(rules.keepsCapital).map(([tag, pattern]) => [tag, new RegExp(pattern, 'u')]),
  );
  const stemsOf = createStemFinder(rules.stems);
  const endings = new Map<string, Ending[]>();
  for (const { tags, rules: each } of rules.endings) {
    for (const tag of tags) endings.set(tag, each.map(compileEnding));
  }

  return (form, xpos) => {
    const word = asWritten.has(xpos) ? form : normalise(form);
    const rule = endings.get(xpos)?.find((one) => fits(one, word));
    if (rule !== undefined) {
      const stem = word.slice(0, -rule.ending.length);
      const stems = rule.stem ? stemsOf(stem) : rule.gives.map((ending) => stem + ending);
      return mostFrequent(word, stems, rankOf);
    }
    if (numbers.has(xpos) && /^[\d,.]+$/.test(word)) return word.replaceAll(',', '');
    return capitals.get(xpos)?.test(form) ? form : word;
  };
}

/** Puts what the treebanks know better before the rules: lines of tag, form and lemma by tabs. */
export function withExceptions(exceptions: string, byRule: LemmaOf): LemmaOf {
  const known = new Map<string, string>();
  for (const line of exceptions.split('\n')) {
    const last = line.lastIndexOf('\t');
    if (last > 0) known.set(line.slice(0, last), line.slice(last + 1));
  }
  return (form, xpos) => (known.get(`${xpos}\t${normalise(form)}`) ?? byRule(form, xpos)) || form;
}

interface Ending {
  readonly ending: string;
  readonly after?: RegExp;
  readonly least: number;
  readonly gives: readonly string[];
  readonly stem?: true;
}

function compileEnding({ after, least = 0, gives = [], ...rule }: EndingRule): Ending {
  return { ...rule, least, gives, ...(after && { after: new RegExp(`(?:${after})$`) }) };
}

function fits({ ending, after, least }: Ending, word: string): boolean {
  if (!word.endsWith(ending) || word.length < least) return false;
  return after === undefined || after.test(word.slice(0, -ending.length));
}

function mostFrequent(form: string, stems: readonly string[], rankOf: RankOf): string {
  let chosen = stems.length === 0 ? form : stems[0];
  let lowest = Infinity;
  for (const stem of stems) {
    const rank = rankOf(stem);
    if (rank < 0 || rank >= lowest) continue;
    lowest = rank;
    chosen = stem;
  }
  return chosen;
}

/** What may stand before `ed`, `ing`, `er`: the stem, with an e, without a doubled letter. */
function createStemFinder(stems: LemmaRules['stems']): (stem: string) => string[] {
  if (stems === undefined) return () => [];
  const letters = new RegExp(stems.letters);
  const doubled = new RegExp(stems.doubled);
  const needsMute = new RegExp(stems.needsMute);
  return (stem) => {
    if (stem.length < 2 || !letters.test(stem)) return [];
    const short = doubled.test(stem) ? [stem.slice(0, -1)] : [];
    const long = stem + stems.mute;
    return needsMute.test(stem) ? [long, stem, ...short] : [...short, stem, long];
  };
}
