import { setTimeout as wait } from 'node:timers/promises';

/**
 * Presses a running server beyond its capacity and says what it did: how many requests were answered and refused, and how long health took
 * meanwhile. `node bench/overload.ts URL API-KEY [CLIENTS] [SECONDS]`; set `REQUESTS_PER_MINUTE=0` for the server.
 */
const [url, key, clients = '300', seconds = '10'] = process.argv.slice(2);
if (url === undefined || key === undefined) {
  console.error('usage: node bench/overload.ts URL API-KEY [CLIENTS] [SECONDS]');
  process.exit(2);
}

type Tally = { accepted: number; refused: number; other: Set<string>; times: number[]; retryAfter: Set<string> };

const tally: Tally = { accepted: 0, refused: 0, other: new Set(), times: [], retryAfter: new Set() };
const health: number[] = [];
let failedHealth = 0;
const end = performance.now() + Number(seconds) * 1000;
const measure = 'revenue';
const body = JSON.stringify({
  questions: ['rep', 'region', 'product_line', 'source', 'team'].map((by) => ({
    measures: [measure],
    by: [by],
    period: { from: '2024-01-01', before: '2027-01-01' },
    grain: 'month',
  })),
});

await Promise.all([...Array.from({ length: Number(clients) }, press), watchHealth()]);
const line = (name: string, value: string) => console.log(`${name.padEnd(28)}${value}`);
line('clients, seconds', `${clients}, ${seconds}`);
line(
  'answered',
  `${tally.accepted}, median ${percentile(tally.times, 0.5)} ms, p95 ${percentile(tally.times, 0.95)} ms`,
);
line('refused with 503', `${tally.refused}, Retry-After ${[...tally.retryAfter].join(' ') || '-'}`);
line('anything else', [...tally.other].join(' ') || '-');
line('health', `${health.length} asked, ${failedHealth} failed`);
line(
  'health latency',
  `median ${percentile(health, 0.5)} ms, p95 ${percentile(health, 0.95)} ms, most ${percentile(health, 1)} ms`,
);

async function press(): Promise<void> {
  while (performance.now() < end) {
    const begun = performance.now();
    const answer = await fetch(`${url}/api/v1/query/batch`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body,
    }).catch(() => null);
    await answer?.arrayBuffer();
    count(answer, performance.now() - begun);
    if (answer?.status === 503) await wait(100);
  }
}

function count(answer: Response | null, ms: number): void {
  if (answer?.status === 503) {
    tally.refused += 1;
    tally.retryAfter.add(answer.headers.get('retry-after') ?? 'none');
  } else if (answer?.ok) {
    tally.accepted += 1;
    tally.times.push(ms);
  } else tally.other.add(String(answer?.status ?? 'no answer'));
}

async function watchHealth(): Promise<void> {
  while (performance.now() < end) {
    const begun = performance.now();
    const answer = await fetch(`${url}/api/health`).catch(() => null);
    if (!answer?.ok) failedHealth += 1;
    health.push(performance.now() - begun);
    await wait(100);
  }
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
}
