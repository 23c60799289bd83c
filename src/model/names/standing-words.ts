import type { Claim } from '../story.ts';

/** The heading over claims: how many of a story's independent reports say them. */
export function standingInWords(standing: Claim['standing'], independent: number): string {
  switch (standing) {
    case 'all':
      return independent === 2 ? 'Both reports say' : 'All reports say';
    case 'several':
      return 'Several reports say';
    case 'differ':
      return 'The reports differ';
    case 'one':
      return independent < 2 ? 'The report says' : 'Only one report says';
  }
}

/** The heading over the claims of one report that no other makes: `Only Reuters says`. */
export function onlyInWords({ id, outlet }: { readonly id: string; readonly outlet?: string }) {
  return `Only ${outlet ?? id} says`;
}
