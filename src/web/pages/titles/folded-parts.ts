import type { Part } from './parts.ts';

/** A part, or how many small ones it stands for. */
export type FoldedPart = Pick<Part, 'key' | 'name' | 'value'> & Readonly<{ folded: number }>;

/** At most `most` parts: the greatest, and the rest as one. */
export function foldedParts(parts: readonly Part[], most: number): readonly FoldedPart[] {
  const sorted = [...parts]
    .filter((part) => (part.value ?? 0) > 0)
    .sort((left, right) => (right.value ?? 0) - (left.value ?? 0))
    .map((part): FoldedPart => ({ key: part.key, name: part.name, value: part.value, folded: 0 }));
  if (sorted.length <= most) return sorted;
  const rest = sorted.slice(most - 1);
  const value = rest.reduce((sum, part) => sum + (part.value ?? 0), 0);
  return [...sorted.slice(0, most - 1), { key: null, name: null, value, folded: rest.length }];
}
