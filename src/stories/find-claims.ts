import type {
  AgreementTold,
  Attribution,
  DateMention,
  Event,
  Party,
  Reading,
} from '../model/reading.ts';
import type { Claim } from '../model/story.ts';
import { type AlignOptions, alignPassages, type Passage } from './align-passages.ts';
import { attributionStretch, attributionText, squeeze, standingOf } from './claim-words.ts';
import { contentWords } from './content-words.ts';
import type { StoryWordsFor } from './story-words.ts';

/** The readings of one story, and how many of them are not copies of another. */
export interface StoryReadings {
  readonly readings: readonly Reading[];
  readonly independent: number;
}

type Difference = NonNullable<Claim['differences']>[number];

/** Everything the reports of a story say, aligned: events, provisions, quantities, statements. */
export function findClaims(story: StoryReadings, wordsFor: StoryWordsFor): Claim[] {
  // Who acts and speaks is in the keys already: the names must not make two contents alike.
  const names = wordsOfNames(story, wordsFor);
  const contentOf: ContentOf = ({ report }, text) =>
    contentWords(text, wordsFor(report.language), names);
  return [
    ...agreementClaims(story),
    ...eventClaims(story, contentOf),
    ...provisionClaims(story),
    ...quantityClaims(story),
    ...statementClaims(story, contentOf),
  ];
}

/** The words that carry the content of a phrase of a reading. */
type ContentOf = (reading: Reading, text: string) => ReadonlySet<string>;

function wordsOfNames({ readings }: StoryReadings, wordsFor: StoryWordsFor): Set<string> {
  const none = new Set<string>();
  const names = new Set<string>();
  for (const { report, mentions } of readings) {
    const words = { ...wordsFor(report.language), stopWords: none };
    for (const { kind, text } of mentions) {
      if (kind !== 'state' && kind !== 'person') continue;
      for (const word of contentWords(text, words, none)) names.add(word);
    }
  }
  return names;
}

/** What each agreement is called; where the names differ, they stand side by side. */
function agreementClaims(story: StoryReadings): Claim[] {
  const passages = story.readings.flatMap((reading) =>
    reading.agreements.map((agreement): Passage<AgreementTold> & { name: string } => {
      const mention = agreement.mentions[0];
      const name = squeeze(agreement.name ?? mention.text);
      const telling = { report: reading.report.id, start: mention.start, end: mention.end };
      return { item: agreement, telling, key: agreementKey(agreement), words: new Set(), name };
    }),
  );
  const names = new Map(passages.map((one) => [one as Passage<AgreementTold>, one.name]));
  return alignPassages(passages, { likeness: 2, shared: 1, joinLoneOnes: true }).map((aligned) => {
    const values = valuesBy(aligned, (one) => names.get(one) ?? '');
    const differences: Difference[] =
      values.length > 1 ? [{ about: 'what the agreement is called', values }] : [];
    const agreement = agreementKey(aligned[0].item);
    const words = names.get(aligned[0]) ?? '';
    const text = `${agreement} is told of as “${words}”`;
    const claim = makeClaim(story, { kind: 'provision', text }, aligned, differences);
    return { ...claim, agreement, words };
  });
}

/** Longer stretches than this are more than a sentence. */
const longestEvent = 220;

/**
 * Deeds that reports give under different roots: goods given, or given and taken; a text agreed, or
 * a text signed.
 */
function deedOf({ type, mode }: Event): string {
  if (type === 'AID' || type === 'COOPERATE') return 'material';
  if (mode === 'sign' && (type === 'AGREE' || type === 'SUPPORT')) return 'sign';
  return type;
}

/** Deeds done together, whoever is named first. */
const mutual = new Set(['AGREE', 'CONSULT', 'COOPERATE', 'material', 'sign']);

/** Who did it to whom; for deeds done together only who took part. */
function partiesKey(event: Event): string {
  const all = [...event.actors, ...event.recipients];
  const known = new Set(all.flatMap((party) => party.state ?? party.id ?? []));
  // Two that are known decide; words that stand for nobody known only help where they must.
  const named = ({ state, id, span }: Party) =>
    state ?? id ?? (known.size > 1 ? [] : span.text.toLowerCase());
  const list = (parties: readonly Party[]) => [...new Set(parties.flatMap(named))].sort().join(' ');
  if (event.reciprocal || mutual.has(deedOf(event))) return list(all);
  return `${list(event.actors)} > ${list(event.recipients)}`;
}

function eventClaims(story: StoryReadings, contentOf: ContentOf): Claim[] {
  const passages = story.readings.flatMap((reading) =>
    reading.events
      .filter((event) => event.status !== 'denied')
      .map((event): Passage<Event> => {
        return {
          item: event,
          telling: {
            report: reading.report.id,
            start: event.start,
            end: event.end,
            ...(event.attribution !== undefined && { attribution: event.attribution }),
            certainty: event.status,
          },
          key: `${deedOf(event)} ${partiesKey(event)}`,
          ...(event.mode !== undefined && { mode: event.mode }),
          words: contentOf(reading, event.text),
        };
      }),
  );
  const options: AlignOptions = { likeness: 0.25, shared: 1, joinLoneOnes: true };
  return alignPassages(passages, options).map((aligned) => {
    const statuses = valuesBy(aligned, (one) => one.item.status);
    const differences = statuses.length > 1 ? [{ about: 'how sure it is', values: statuses }] : [];
    const text = eventText(story, aligned[0]);
    return makeClaim(story, { kind: 'event', text }, aligned, differences);
  });
}

/** The deed with those who do it, where all of it stands close together. */
function eventText({ readings }: StoryReadings, { item, telling }: Passage<Event>): string {
  const report = readings.find((reading) => reading.report.id === telling.report)?.report;
  const spans = [...item.actors, ...item.recipients].map(({ span }) => span);
  const start = Math.min(item.start, ...spans.map((span) => span.start));
  const end = Math.max(item.end, ...spans.map((span) => span.end));
  const words = report?.text.slice(start, end) ?? item.text;
  return squeeze(words.length <= longestEvent && !words.includes('\n') ? words : item.text);
}

function provisionClaims(story: StoryReadings): Claim[] {
  const passages = story.readings.flatMap((reading) =>
    reading.agreements.flatMap((agreement) =>
      agreement.provisions.map((provision) => ({
        item: { provision, agreement },
        telling: {
          report: reading.report.id,
          start: provision.evidence.start,
          end: provision.evidence.end,
          ...(agreement.attribution !== undefined && { attribution: agreement.attribution }),
        },
        key: `${agreementKey(agreement)} ${provision.type}`,
        words: new Set(['provision']),
      })),
    ),
  );
  return joinWithinReports(passages).map((aligned) => {
    const { provision, agreement } = aligned[0].item;
    const name = agreementKey(agreement);
    const words = squeeze(provision.evidence.text);
    const text = `${name} holds ${provision.type}: ${words}`;
    const claim = makeClaim(story, { kind: 'provision', text }, aligned);
    return { ...claim, agreement: name, promise: provision.type, words };
  });
}

/** A report that has one provision twice makes one claim of it. */
function joinWithinReports<T>(passages: readonly Passage<T>[]): readonly (readonly Passage<T>[])[] {
  return [...Map.groupBy(passages, (one) => one.key).values()];
}

/** Spans of time that several reports give alike: "first visit in 24 years". */
function quantityClaims(story: StoryReadings): Claim[] {
  const passages = story.readings.flatMap((reading) =>
    reading.dates
      .filter((date) => date.type === 'DURATION' && /\d/.test(date.timex))
      .map((date): Passage<DateMention> => {
        const { start, end } = date;
        const telling = { report: reading.report.id, start, end };
        return { item: date, telling, key: date.timex, words: new Set() };
      }),
  );
  return joinWithinReports(passages)
    .filter((aligned) => new Set(aligned.map((one) => one.telling.report)).size > 1)
    .map((aligned) =>
      makeClaim(story, { kind: 'quantity', text: quantityText(story, aligned[0]) }, aligned),
    );
}

/** The span of time with the words of its clause before it: what it measures stands there. */
function quantityText(
  { readings }: StoryReadings,
  { item, telling }: Passage<DateMention>,
): string {
  const report = readings.find((reading) => reading.report.id === telling.report)?.report;
  const before = report?.text.slice(Math.max(0, item.start - 80), item.start) ?? '';
  const clause = /(?:[^.,;:!?\n—–]|\.(?=\S))*$/.exec(before)?.[0] ?? '';
  const whole = clause.length < before.length ? clause : clause.replace(/^\S*\s/, '');
  return squeeze(whole + item.text);
}

function statementClaims(story: StoryReadings, contentOf: ContentOf): Claim[] {
  const readingOf = new Map<Passage<Attribution>, Reading>();
  const passages = story.readings.flatMap((reading) =>
    reading.attributions.flatMap((attribution, index) => {
      if (attribution.within !== undefined) return [];
      const one: Passage<Attribution> = {
        item: attribution,
        telling: {
          report: reading.report.id,
          ...attributionStretch(attribution),
          attribution: index,
          certainty: attribution.certainty,
        },
        key: speakerKey(attribution),
        words: contentOf(reading, attribution.content.text),
      };
      readingOf.set(one, reading);
      return [one];
    }),
  );
  return alignPassages(passages, { likeness: 0.45, shared: 3, joinLoneOnes: false }).map(
    (aligned) => {
      const reading = readingOf.get(aligned[0]);
      const text = reading ? attributionText(reading, aligned[0].item) : '';
      const stances = valuesBy(aligned, (one) => one.item.stance);
      const differences = stances.length > 1 ? [{ about: 'how it was said', values: stances }] : [];
      return makeClaim(story, { kind: 'statement', text }, aligned, differences);
    },
  );
}

function speakerKey(attribution: Attribution): string {
  if (attribution.states.length > 0) return [...attribution.states].sort().join(' ');
  return attribution.speakers[0]?.name ?? attribution.source?.text.toLowerCase() ?? 'nobody named';
}

function agreementKey(agreement: AgreementTold): string {
  return agreement.id ?? [...agreement.parties].sort().join('-');
}

function valuesBy<T>(
  aligned: readonly Passage<T>[],
  read: (one: Passage<T>) => string,
): Difference['values'] {
  const values = new Map<string, Set<string>>();
  for (const one of aligned) {
    const value = read(one);
    values.set(value, (values.get(value) ?? new Set()).add(one.telling.report));
  }
  return [...values].map(([value, reports]) => ({ value, reports: [...reports] }));
}

function makeClaim<T>(
  story: StoryReadings,
  { kind, text }: Pick<Claim, 'kind' | 'text'>,
  aligned: readonly Passage<T>[],
  differences: Difference[] = [],
): Claim {
  const told = aligned.map((one) => one.telling);
  const standing = standingOf(told, story.readings.length, differences.length > 0);
  return { text, kind, standing, told, ...(differences.length > 0 && { differences }) };
}
