import type { Language } from '../../reference/language.ts';
import { type FormRule, inflectionRules } from '../../reference/words/inflection.ts';

/** Gives all forms that a word may take, itself first. */
export interface Inflection {
  verbForms(verb: string): string[];
  nounForms(noun: string): string[];
}

type MakeForm = (word: string) => string | undefined;

/** Makes the rules of a language ready: the tagger's lemma can be wrong, a form cannot. */
export function createInflection(language: Language): Inflection {
  const rules = inflectionRules(language);
  const verbs = rules.verbs.map(makeForm);
  const nouns = rules.nouns.map(makeForm);
  const past = makeForm(rules.past);
  return {
    verbForms(verb) {
      const irregular = rules.irregular[verb];
      return unique([verb, ...(irregular ?? [past(verb)]), ...verbs.map((form) => form(verb))]);
    },
    nounForms: (noun) => unique([noun, ...nouns.map((form) => form(noun))]),
  };
}

/** The first rule that fits makes the form. */
function makeForm(rules: readonly FormRule[]): MakeForm {
  const ready = rules.map((rule) => ({ ...rule, fits: new RegExp(rule.ends, 'u') }));
  return (word) => {
    const rule = ready.find(({ fits }) => fits.test(word));
    if (rule === undefined) return undefined;
    const stem = rule.cut === undefined ? word : word.slice(0, -rule.cut);
    return `${stem}${rule.double ? stem.slice(-1) : ''}${rule.add}`;
  };
}

function unique(forms: readonly (string | undefined)[]): string[] {
  return [...new Set(forms.filter((form) => form !== undefined))];
}
