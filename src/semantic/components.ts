import type { ResolvedAtom, ResolvedValue } from './ways.ts';

/** One figure of a measure: added or taken off, as the value itself or as a side of a ratio. */
export type Component = Readonly<{ atom: ResolvedAtom; sign: 1 | -1; role: 'value' | 'numerator' | 'denominator' }>;

/** What a value is made of, in the order of its formula. */
export function componentsOf(
  value: ResolvedValue,
  role: Component['role'] = 'value',
  sign: 1 | -1 = 1,
): readonly Component[] {
  if ('atom' in value) return [{ atom: value.atom, sign, role }];
  if ('difference' in value) {
    const [left, right] = value.difference;
    return [...componentsOf(left, role, sign), ...componentsOf(right, role, sign === 1 ? -1 : 1)];
  }
  const [top, bottom] = value.ratio;
  return [...componentsOf(top, 'numerator', sign), ...componentsOf(bottom, 'denominator', 1)];
}
