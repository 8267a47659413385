/** Figures of repeated runs, milliseconds. */
export type Timing = Readonly<{ median: number; fastest: number; runs: number }>;

type Contestants<Name extends string> = Readonly<Record<Name, () => Promise<unknown>>>;

/** Runs the contestants in turns, so that a busy moment of the machine hits all of them, and gives the median of each. */
export async function race<Name extends string>(
  contestants: Contestants<Name>,
  rounds: Readonly<{ warmUp: number; runs: number }>,
): Promise<Record<Name, Timing>> {
  const names = Object.keys(contestants) as Name[];
  const times = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds.warmUp + rounds.runs; round += 1) {
    for (const name of names) {
      const took = await timed(contestants[name]);
      if (round >= rounds.warmUp) times.get(name)?.push(took);
    }
  }
  return Object.fromEntries(names.map((name) => [name, timing(times.get(name) ?? [])])) as Record<Name, Timing>;
}

/** How long the work takes, milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** The middle value; of an even number the lower of the two. */
function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}

/** The mean of ratios that keeps a half and a double in balance. */
export function geometricMean(values: readonly number[]): number {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
}

function timing(times: readonly number[]): Timing {
  return { median: median(times), fastest: Math.min(...times), runs: times.length };
}
