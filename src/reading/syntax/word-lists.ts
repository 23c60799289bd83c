/** Short forms whose full stop belongs to the word, lower case, without the stop. */
export const abbreviations: ReadonlySet<string> = new Set(
  `mr mrs ms dr prof rev hon fr sr jr st mt ft gen lt col maj capt cmdr cdr adm brig sgt cpl pvt
  sen rep gov pres supt det insp amb atty messrs mssrs esq jan feb mar apr jun jul aug sep sept oct
  nov dec mon tue tues wed thu thur thurs fri sat sun no nos vol vols p pp fig figs eq sec art arts
  ch chap cf vs v viz et al etc eg ie inc corp co ltd bros assn dept univ est approx ave blvd rd
  tel ext ed eds trans op cit ca calif fla tex mass penn pa ala ariz ark colo conn del ga ill ind
  kan ky la md mich minn miss mo mont neb nev okla ore tenn va vt wash wis wyo mlle mme`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Of these, the ones that stand before a name or a number, and so never end a sentence. */
export const titles: ReadonlySet<string> = new Set(
  `mr mrs ms dr prof rev hon st gen lt col maj capt cmdr adm brig sgt cpl pvt sen rep gov pres supt
  insp amb messrs no nos vol fig figs art vs v jan feb aug sept nov mt ft mlle mme p pp`.split(
    /\s+/,
  ),
);

/** Words that, written with a capital after `U.S.` or `Inc.`, show that a sentence begins. */
export const openers: ReadonlySet<string> = new Set(
  `the a an he she it they we i you this that these those there his her its their our my in on at
  for but and or if when while as after before since with from by to however moreover meanwhile
  although though because what who why how where also some many most no not all both one another
  according despite during under over among such so yet then now here once until even only just
  mr. mrs. ms.`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Prefixes the treebanks keep with their word across a hyphen (`pro-Russian`). */
export const keptPrefixes: ReadonlySet<string> = new Set(
  `e co re non anti pro mid pre post ex multi semi neo cross over sub inter intra socio mini pan
  counter arch psycho extra ultra quasi pseudo bi tri micro macro mega meta para proto trans un
  under vice`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Suffixes kept with their word across a hyphen (`career-wise`). */
export const keptSuffixes: ReadonlySet<string> = new Set(['wise', 'esque', 'ish', 'fold']);
