const irregular = new Map(
  `say:said tell:told write:wrote,written think:thought know:knew,known see:saw,seen
  speak:spoke,spoken swear:swore,sworn put:put begin:began,begun go:went,gone,goes find:found
  feel:felt hear:heard hold:held understand:understood foresee:foresaw,foreseen make:made
  take:took,taken give:gave,given come:came seek:sought buy:bought read:read mean:meant
  overrule:overruled broadcast:broadcast cast:cast forecast:forecast,forecasted lie:lied,lying
  spin:spun let:let set:set lay:laid forget:forgot,forgotten forbid:forbade,forbidden
  deal:dealt bring:brought teach:taught tear:tore,torn stand:stood stick:stuck pay:paid
  hit:hit shoot:shot choose:chose,chosen uphold:upheld forgo:forwent,forgone zing:zinged
  dream:dreamt,dreamed undercut:undercut undertake:undertook,undertaken misread:misread
  sum:summed chat:chatted panic:panicked,panicking plug:plugged pan:panned knock:knocked
  get:got,gotten have:had,has be:was,were,been,is,are,am keep:kept lend:lent send:sent win:won
  throw:threw,thrown draw:drew,drawn show:showed,shown become:became grow:grew,grown
  show:showed,shown rue:rued,ruing vie:vied,vying`
    .trim()
    .split(/\s+/)
    .map((pair) => {
      const [verb, forms] = pair.split(':');
      return [verb, forms.split(',')] as const;
    }),
);
const stressedLate = `rebut admit submit commit concur infer refer confer prefer deter rap balk regret acquit permit
  abhor rebel compel demur forget spar quip quiz`;
const doubles = new RegExp(
  `(?:^|[^aeiou])[aeiou][bdgmnprt]$|^(?:${stressedLate.split(/\s+/).join('|')})$`,
);
const stressedEarly = /(?:er|en|on|it|et|el|or|op|um|ip|ar|im|in|en|om|an|at)$/;

/** The forms a verb may take, itself first: the tagger's lemma can be wrong, its form cannot. */
export function verbForms(verb: string): string[] {
  const forms = new Set([verb]);
  for (const form of irregular.get(verb) ?? []) forms.add(form);
  if (/(?:s|x|z|ch|sh)$/.test(verb)) forms.add(`${verb}es`);
  else if (/[^aeiou]y$/.test(verb)) forms.add(`${verb.slice(0, -1)}ies`);
  else forms.add(`${verb}s`);
  const known = irregular.has(verb);
  const past = (stem: string) => {
    if (!known) forms.add(`${stem}ed`);
  };
  if (/ee$/.test(verb)) {
    if (!known) forms.add(`${verb}d`);
    forms.add(`${verb}ing`);
  } else if (verb.endsWith('e')) {
    past(verb.slice(0, -1));
    forms.add(`${verb.slice(0, -1)}ing`);
  } else if (/[^aeiou]y$/.test(verb)) {
    past(`${verb.slice(0, -1)}i`);
    forms.add(`${verb}ing`);
  } else {
    const short = verb.length <= 4 || !stressedEarly.test(verb);
    if (doubles.test(verb) && (short || irregularDouble(verb))) {
      past(`${verb}${verb.slice(-1)}`);
      forms.add(`${verb}${verb.slice(-1)}ing`);
    } else {
      past(verb);
      forms.add(`${verb}ing`);
    }
  }
  return [...forms];
}

function irregularDouble(verb: string): boolean {
  return /(?:mit|cur|fer|ter|but|gret|mur|hor|pel|bel|gin|get|bid)$/.test(verb);
}

/** A noun's plural beside itself. */
export function nounForms(noun: string): string[] {
  if (noun.endsWith('sis')) return [noun, `${noun.slice(0, -2)}es`];
  if (/(?:s|x|z|ch|sh)$/.test(noun)) return [noun, `${noun}es`];
  if (/[^aeiou]y$/.test(noun)) return [noun, `${noun.slice(0, -1)}ies`];
  return [noun, `${noun}s`];
}
