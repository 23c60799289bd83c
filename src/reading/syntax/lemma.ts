import { normalise } from './lexicon.ts';

/** How common a word is: 0 is the most frequent, -1 unknown. */
export type RankOf = (word: string) => number;

/**
 * The lemma by rule: endings are taken off by the Penn tag, and of the stems that could be meant
 * (`hop` or `hope` under `hoping`) the most frequent word is chosen.
 */
export function lemmaByRule(form: string, xpos: string, rankOf: RankOf): string {
  if (xpos === 'NNP') return form;
  const low = normalise(form);
  switch (xpos) {
    case 'NNS':
      return best(low, pluralStems(low), rankOf);
    case 'NNPS':
      return /[^s]s$/.test(form) ? form.slice(0, -1) : form;
    case 'JJ':
      // Demonyms keep their capital: Peruvian, Turkish, Iraqi.
      return /^\p{Lu}.*(?:an|ese|ish|[qlntd]i|ch)$/u.test(form) ? form : low;
    case 'CD':
      return /^[\d,.]+$/.test(low) ? low.replaceAll(',', '') : low;
    case 'VBZ':
      return best(low, pluralStems(low), rankOf);
    case 'VBD':
    case 'VBN':
      return best(low, pastStems(low), rankOf);
    case 'VBG':
      return best(low, low.endsWith('ing') ? openStems(low.slice(0, -3)) : [], rankOf);
    case 'JJR':
    case 'RBR':
      return best(low, low.endsWith('er') ? degreeStems(low.slice(0, -2)) : [], rankOf);
    case 'JJS':
    case 'RBS':
      return best(low, low.endsWith('est') ? degreeStems(low.slice(0, -3)) : [], rankOf);
    default:
      return low;
  }
}

function best(form: string, stems: readonly string[], rankOf: RankOf): string {
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

function pluralStems(form: string): string[] {
  if (form.length < 3 || !form.endsWith('s') || form.endsWith('ss')) return [];
  if (form.endsWith('ies') && form.length > 4) {
    return [`${form.slice(0, -3)}y`, form.slice(0, -1)];
  }
  if (/(?:ss|x|z|ch|sh|o)es$/.test(form)) return [form.slice(0, -2), form.slice(0, -1)];
  if (/[^s]ses$/.test(form)) return [form.slice(0, -1), form.slice(0, -2)];
  return [form.slice(0, -1)];
}

function pastStems(form: string): string[] {
  if (!form.endsWith('ed') || form.length < 4) return [];
  if (form.endsWith('ied') && form.length > 4) return [`${form.slice(0, -3)}y`];
  return openStems(form.slice(0, -2));
}

function degreeStems(stem: string): string[] {
  return stem.endsWith('i') ? [`${stem.slice(0, -1)}y`] : openStems(stem);
}

/** What may stand before `ed`, `ing`, `er`: the stem, with an e, without a doubled letter. */
function openStems(stem: string): string[] {
  if (stem.length < 2 || !/[aeiouy]/.test(stem)) return [];
  const doubled = /([bdfgklmnprstvz])\1$/.test(stem);
  const short = doubled ? [stem.slice(0, -1)] : [];
  const needsE = /(?:[^aeiou][aeiou][cgsvz]|[vuz]|[lr]s|[rn]c|[^f]dg|[^aeiour]l|...at)$/.test(stem);
  return needsE ? [`${stem}e`, stem, ...short] : [...short, stem, `${stem}e`];
}

/** Rules and what the treebanks know better. */
export class Lemmatiser {
  private readonly known = new Map<string, string>();
  private readonly rankOf: RankOf;

  /** @param exceptions lines of Penn tag, form in lower case and lemma, parted by tabs. */
  constructor(exceptions: string, rankOf: RankOf) {
    this.rankOf = rankOf;
    for (const line of exceptions.split('\n')) {
      const last = line.lastIndexOf('\t');
      if (last > 0) this.known.set(line.slice(0, last), line.slice(last + 1));
    }
  }

  lemmaOf(form: string, xpos: string): string {
    const known = this.known.get(`${xpos}\t${normalise(form)}`);
    return (known ?? lemmaByRule(form, xpos, this.rankOf)) || form;
  }
}
