/** A straight scale from values to pixels. */
export type Scale = (value: number) => number;

export function linear(domain: readonly [number, number], range: readonly [number, number]): Scale {
  const span = domain[1] - domain[0] || 1;
  return (value) => range[0] + ((value - domain[0]) / span) * (range[1] - range[0]);
}

const steps = [1, 2, 2.5, 3, 4, 5, 10];

/** Evenly spaced round numbers from 0 (or below it, when the least value is negative) that reach past the greatest, about `count` of them. */
export function ticks(least: number, greatest: number, count = 4): readonly number[] {
  const span = Math.max(greatest, 0) - Math.min(least, 0);
  if (!(span > 0)) return [0, 1];
  const rough = span / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = (steps.find((each) => each * power >= rough * 0.999) ?? 10) * power;
  const first = Math.floor(Math.min(least, 0) / step);
  const last = Math.ceil((Math.max(greatest, 0) / step) * 0.9999);
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
}

/** The points of an SVG polyline. */
export function points(pairs: readonly (readonly [x: number, y: number])[]): string {
  return pairs.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');
}

/** Largest number among those that are known; 0 when none is. */
export function greatestOf(values: readonly (number | null | undefined)[]): number {
  return values.reduce<number>((most, value) => (typeof value === 'number' && value > most ? value : most), 0);
}
