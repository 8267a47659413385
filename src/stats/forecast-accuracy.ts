import { type NotEnoughData, notEnoughData } from './not-enough-data.ts';

/** What was forecast for a period at a fixed lead time, and what came. */
export type ForecastAndActual = Readonly<{ forecast: number; actual: number }>;

/** `bias`: too much (+) or too little (−) on the whole; `wape`: how far off, either way; both as shares of the actual. */
type ForecastAccuracy = Readonly<{ kind: 'accuracy'; bias: number; wape: number; n: number }>;

/**
 * Bias Σ(forecast − actual) / Σ|actual| and WAPE Σ|forecast − actual| / Σ|actual| (Hyndman & Koehler 2006), METRICS 18. A
 * month that brought nothing counts; not enough data only where all of them brought nothing.
 */
export function forecastAccuracy(pairs: readonly ForecastAndActual[]): ForecastAccuracy | NotEnoughData {
  const over = (value: (pair: ForecastAndActual) => number) => pairs.reduce((sum, pair) => sum + value(pair), 0);
  const actual = over((pair) => Math.abs(pair.actual));
  if (actual === 0) return notEnoughData(1, 0);
  return {
    kind: 'accuracy',
    bias: over((pair) => pair.forecast - pair.actual) / actual,
    wape: over((pair) => Math.abs(pair.forecast - pair.actual)) / actual,
    n: pairs.length,
  };
}
