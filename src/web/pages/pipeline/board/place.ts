/** Where a card can go: an open stage (the empty name: none), or an outcome. */
export type Place =
  | Readonly<{ kind: 'stage'; stageId: string }>
  | Readonly<{ kind: 'won' }>
  | Readonly<{ kind: 'lost' }>
  | Readonly<{ kind: 'disqualified' }>;

/** The outcomes a card can be dropped on. */
export const outcomes = ['won', 'lost', 'disqualified'] as const;

/** A place as it stands on the page, in `data-drop`. */
export function placeName(place: Place): string {
  return place.kind === 'stage' ? `stage ${place.stageId}` : place.kind;
}

/** The place of that name; null for none. */
export function placeOf(name: string | undefined): Place | null {
  if (name?.startsWith('stage ')) return { kind: 'stage', stageId: name.slice(6) };
  const outcome = outcomes.find((each) => each === name);
  return outcome ? { kind: outcome } : null;
}
