import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Language } from '../reference/language.ts';
import { languageFacts } from '../reference/words/language-facts.ts';

/** Characters looked at: more do not change the answer. */
const sample = 2000;
/**
 * How far a language that cannot be read must be ahead of those that can, in the library's scores.
 * Set on 26,000 English sentences and on `cases/language/identification.yaml`: of sentences of four
 * to seven words 0.3 % are still taken for another language, of paragraphs none in 14,000.
 */
const margin = 0.1;

/** The language of a text as a BCP 47 tag, `und` where nothing says it. */
export type IdentifyLanguage = (text: string) => string;

/**
 * Prepares the identification of languages by letters that stand together (the library `eld`).
 * Names are of all languages, so the words without a capital must give the same answer as all
 * words. Where they do not, the text is taken for the likeliest language that can be read and that
 * is written with the same letters.
 */
export function createLanguageIdentifier(
  languages: ReadonlyMap<string, Language>,
): IdentifyLanguage {
  const packs = [...languages.values()].map((language) => ({
    code: language.code,
    script: new RegExp(`\\p{Script=${languageFacts(language).script}}`, 'gu'),
  }));

  return (text) => {
    const start = text.slice(0, sample);
    const whole = scoresOf(start);
    const small = scoresOf(smallWords(start).join(' '));
    const likeliest = topOf(whole);
    const lead = (scores: Scores) =>
      Math.min(...packs.map(({ code }) => (scores[likeliest] ?? 0) - (scores[code] ?? 0)));
    if (languages.has(likeliest) && likeliest === topOf(small)) return likeliest;
    if (likeliest === topOf(small) && lead(whole) > margin && lead(small) > margin) {
      return likeliest;
    }
    const letters = start.match(/\p{L}/gu)?.length ?? 0;
    const readable = packs
      .filter(({ script }) => (start.match(script)?.length ?? 0) * 2 > letters)
      .sort((a, b) => (whole[b.code] ?? 0) - (whole[a.code] ?? 0));
    return readable[0]?.code ?? 'und';
  };
}

type Scores = Readonly<Record<string, number>>;

type Detector = typeof import('eld/extrasmall')['eld'];
let detector: Detector | undefined;

/** By language, from 0 to 1, those that can be meant; the library is loaded when first asked. */
function scoresOf(text: string): Scores {
  // Its tables take 150 ms and 30 MB, which commands that read nothing need not pay.
  detector ??= createRequire(import.meta.url)(fileURLToPath(import.meta.resolve('eld/extrasmall')))
    .eld as Detector;
  return detector.detect(text).getScores();
}

function topOf(scores: Scores): string {
  return Object.entries(scores).sort(([, a], [, b]) => b - a)[0]?.[0] ?? 'und';
}

/** The words that begin with a small letter, or with one of a script that has no capitals. */
function smallWords(text: string): readonly string[] {
  return text.match(/(?<![\p{L}\p{M}'’-])[\p{Ll}\p{Lo}\p{Lm}][\p{L}\p{M}'’-]*/gu) ?? [];
}
