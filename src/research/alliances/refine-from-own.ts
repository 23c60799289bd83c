import { intersects } from '../../base/day.ts';
import type { Agreement, Provision } from '../../model/agreement.ts';
import { firstDay, pastDay } from '../data-set-day.ts';

/** What our own ledger added to a provision of an imported one. */
export interface Refinement {
  readonly agreement: string;
  readonly provision: string;
  /** Our own agreement that knew it. */
  readonly from: string;
  readonly theatre?: string;
  readonly foes?: readonly string[];
}

export interface Refined {
  readonly agreements: readonly Agreement[];
  readonly refinements: readonly Refinement[];
}

/**
 * Fills in, from our own agreements with the same ATOP number, what the data set says a text names
 * but does not give: where a promise holds, and who its foes are. Only where our own agreements of
 * those days agree; nothing that the data set gives is changed. Every addition is listed.
 * @param namesFoes conditions of the data set's code book that say a text names its foes
 */
export function refineFromOwn(
  imported: Iterable<Agreement>,
  own: Iterable<Agreement>,
  namesFoes: ReadonlySet<string>,
): Refined {
  const byNumber = new Map<number, Agreement[]>();
  for (const agreement of own) {
    if (agreement.atop === undefined) continue;
    byNumber.set(agreement.atop, [...(byNumber.get(agreement.atop) ?? []), agreement]);
  }
  const refinements: Refinement[] = [];
  const agreements = [...imported].map((agreement) => {
    const known = byNumber.get(agreement.atop ?? -1);
    if (known === undefined) return agreement;
    const provisions = agreement.provisions.map((provision) => {
      const found = refinementOf(provision, known, namesFoes);
      if (found === undefined) return provision;
      const { from, theatre, foes } = found;
      refinements.push({ agreement: agreement.id, provision: provision.id, ...found });
      const trigger =
        foes === undefined || provision.trigger === undefined
          ? {}
          : { trigger: { ...provision.trigger, by: [...foes] } };
      const note = `${provision.text} (Place or foes as our own ledger has them: ${from}.)`;
      return {
        ...provision,
        ...trigger,
        ...(theatre === undefined ? {} : { theatre }),
        text: note,
      };
    });
    return { ...agreement, provisions };
  });
  return { agreements, refinements };
}

function refinementOf(
  provision: Provision,
  known: readonly Agreement[],
  namesFoes: ReadonlySet<string>,
): Omit<Refinement, 'agreement' | 'provision'> | undefined {
  const alike = known.flatMap((agreement) =>
    inForceWith(agreement, provision)
      ? agreement.provisions
          .filter((other) => other.duty === provision.duty && intersects(other, provision))
          .map((other) => ({ other, agreement }))
      : [],
  );
  if (alike.length === 0) return undefined;
  const theatres = new Set(alike.map(({ other }) => other.theatre));
  const [theatre] = theatres.size === 1 ? theatres : [undefined];
  // The data set says that the text names its foes, without saying whom.
  const needsFoes =
    provision.trigger !== undefined &&
    provision.trigger.by === undefined &&
    provision.conditions?.some((condition) => namesFoes.has(condition));
  const named = alike.map(({ other }) => other.trigger?.by);
  const foes =
    needsFoes && named.every((by) => by !== undefined)
      ? [...new Set(named.flat())].sort()
      : undefined;
  if (theatre === undefined && foes === undefined) return undefined;
  return {
    from: [...new Set(alike.map(({ agreement }) => agreement.id))].join(', '),
    ...(theatre === undefined ? {} : { theatre }),
    ...(foes === undefined ? {} : { foes }),
  };
}

function inForceWith(agreement: Agreement, provision: Provision): boolean {
  const began = agreement.inForce ?? agreement.signed;
  const from = began === undefined ? undefined : firstDay(began.day);
  const until = agreement.ended === undefined ? undefined : pastDay(agreement.ended.day);
  return intersects({ from, until }, provision);
}
