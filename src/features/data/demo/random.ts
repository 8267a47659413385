/** A repeatable source of chance: the same seed and label always give the same numbers. */
export type Chance = Readonly<{
  /** In [0, 1). */
  next: () => number;
  between: (low: number, high: number) => number;
  /** Whole number from `low` to `high`, both included. */
  whole: (low: number, high: number) => number;
  happens: (probability: number) => boolean;
  pick: <T>(options: readonly T[]) => T;
  /** One of the options; the weights need not add up to 1. */
  weighted: <T>(options: readonly T[], weights: readonly number[]) => T;
  normal: () => number;
  /** Log-normal with this median and this spread (standard deviation of the logarithm). */
  logNormal: (median: number, spread: number) => number;
  /** How long until the next of events that come `rate` to the unit of time, independently of each other. */
  wait: (rate: number) => number;
}>;

/** Chance of its own for one part of the company, so that a change of one part leaves the others as they are. */
export function chance(seed: number, label: string): Chance {
  const next = mulberry32(hash(`${seed}/${label}`));
  const between = (low: number, high: number) => low + (high - low) * next();
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return {
    next,
    between,
    whole: (low, high) => low + Math.floor(next() * (high - low + 1)),
    happens: (probability) => next() < probability,
    pick: (options) => at(options, Math.floor(next() * options.length)),
    weighted: (options, weights) => at(options, weightedIndex(weights, next())),
    normal,
    logNormal: (median, spread) => median * Math.exp(spread * normal()),
    wait: (rate) => -Math.log(1 - next()) / rate,
  };
}

/** mulberry32 (Tommy Ettinger, public domain): 32 bits of state, good enough for a made-up company. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** FNV-1a with a final mix, so that labels that differ in one digit start far apart. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x45d9f3b);
  return (value ^ (value >>> 16)) >>> 0;
}

function weightedIndex(weights: readonly number[], share: number): number {
  let rest = share * weights.reduce((sum, weight) => sum + weight, 0);
  for (const [index, weight] of weights.entries()) {
    rest -= weight;
    if (rest < 0) return index;
  }
  return weights.length - 1;
}

function at<T>(options: readonly T[], index: number): T {
  const option = options[index];
  if (option === undefined) throw new RangeError('nothing to pick from');
  return option;
}
