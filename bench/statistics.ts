import { setTimeout as wait } from 'node:timers/promises';
import { timed } from './measure.ts';
import type { Product } from './product.ts';

/** One statistic of the pipeline or customers page: the median of a few answers over HTTP, milliseconds. */
export type StatisticTime = Readonly<{ page: string; id: string; firstMs: number; againMs: number }>;

/** A refit of the buying models while others ask: how long it takes, and how long a small request then waits. */
export type Refit = Readonly<{ seconds: number; healthP99Ms: number; healthMaxMs: number }>;

type Statistic = Readonly<{ page: string; path: string; body?: unknown }>;

const thisQuarter = { period: { kind: 'this', unit: 'quarter' } } as const;

/** What the two pages ask besides questions when somebody opens them. */
const statistics: readonly Statistic[] = [
  ...[
    'dwell',
    'funnel',
    'reps',
    'stuck',
    'stuck/backtest',
    'sources',
    'lost-reasons',
    'win-rate',
    'weights',
    'forecast',
    'forecast/history',
    'velocity',
    'board',
  ].map((name) => ({ page: 'pipeline', path: `pipeline/${name}`, body: name === 'board' ? {} : thisQuarter })),
  { page: 'pipeline', path: 'pipeline/waterfall', body: {} },
  ...['tiers', 'rfm', 'activity', 'trends', 'list', 'pool', 'churn'].map((name) => ({
    page: 'customers',
    path: `customers/${name}`,
    body: thisQuarter,
  })),
  { page: 'customers', path: 'customers/models' },
];

const runs = 5;

/** Asks each statistic a few times. The first time may fit or count what later ones keep. */
export async function statisticTimes(product: Product): Promise<readonly StatisticTime[]> {
  const times: StatisticTime[] = [];
  for (const { page, path, body } of statistics) {
    const ask = () => asked(product, path, body);
    const firstMs = await timed(ask);
    const again: number[] = [];
    for (let run = 0; run < runs; run += 1) again.push(await timed(ask));
    const middle = again.toSorted((a, b) => a - b)[runs >> 1];
    times.push({ page, id: path.split('/').slice(1).join('/'), firstMs, againMs: middle ?? firstMs });
  }
  return times;
}

/** Refits the models and asks for the server's health all the while. */
export async function refitTimes(product: Product): Promise<Refit> {
  const waits: number[] = [];
  let isDone = false;
  const watching = (async () => {
    while (!isDone) {
      waits.push(await timed(() => asked(product, '../health')));
      await wait(10);
    }
  })();
  const ms = await timed(() => asked(product, 'customers/models', {}));
  isDone = true;
  await watching;
  const sorted = waits.toSorted((a, b) => a - b);
  return {
    seconds: ms / 1000,
    healthP99Ms: sorted[Math.floor(sorted.length * 0.99)] ?? 0,
    healthMaxMs: sorted.at(-1) ?? 0,
  };
}

async function asked(product: Product, path: string, body?: unknown): Promise<void> {
  const init =
    body === undefined
      ? {}
      : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const response = await product.fetch(`/api/v1/${path}`, init);
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  await response.arrayBuffer();
}
