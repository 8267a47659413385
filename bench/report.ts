import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { BundleSize } from './bundle.ts';
import type { Loading } from './duck.ts';
import type { Volume } from './fill.ts';
import type { Imported } from './importing.ts';
import { geometricMean } from './measure.ts';
import type { Refit, StatisticTime } from './statistics.ts';

/** One question: medians in milliseconds; PostgreSQL's is null where nobody wrote the question by hand. */
export type Raced = Readonly<{
  page: string;
  id: string;
  product: number;
  duck: number;
  postgres: number | null;
  /** Whether both gave the same first figure; null where it was not compared. */
  agrees: boolean | null;
}>;

/** Everything that was measured. */
export type Report = Readonly<{
  volume: Volume;
  day: string;
  postgresVersion: string;
  raced: readonly Raced[];
  pages: readonly Readonly<{ page: string; questions: number; product: number; duck: number }>[];
  statistics: readonly StatisticTime[];
  refit: Refit;
  /** The overview's first round after start: loading the replica is part of it. */
  firstMs: number;
  loading: Loading;
  fillSeconds: number;
  imported: readonly Imported[];
  bundle: BundleSize | null;
}>;

const file = fileURLToPath(new URL('../docs/bench.md', import.meta.url));
const markers = ['<!-- bench:begin -->', '<!-- bench:end -->'] as const;

/** The report as Markdown, for the terminal and for docs/bench.md. */
export function rendered(report: Report): string {
  return [
    setting(report),
    summary(report),
    questionTable(report.raced),
    pageTable(report),
    statisticTable(report),
  ].join('\n\n');
}

/** Puts the report between the markers of docs/bench.md. */
export function keep(text: string): void {
  const before = readFileSync(file, 'utf8');
  const [begin, end] = markers.map((marker) => before.indexOf(marker));
  if (begin === undefined || end === undefined || begin < 0 || end < begin)
    throw new Error(`${file} has lost its markers`);
  writeFileSync(file, `${before.slice(0, begin)}${markers[0]}\n${text}\n${before.slice(end)}`);
}

function setting({ volume, day, postgresVersion }: Report): string {
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'CPU'}, ${Math.round(totalmem() / 2 ** 30)} GB`;
  const size = `${count(volume.orders)} orders, ${count(volume.deals)} opportunities, ${count(volume.customers)} customers`;
  return `${day} · ${size} · ${machine} · Node ${process.versions.node} · PostgreSQL ${postgresVersion}`;
}

function summary({ raced, loading, imported, bundle, pages, firstMs, refit }: Report): string {
  const byHand = raced.filter((each) => each.postgres !== null);
  const overDuck = raced.map((each) => each.product / each.duck);
  const overPostgres = byHand.map((each) => (each.postgres ?? 0) / each.product);
  const rows = [
    [
      'HTTP ÷ raw DuckDB, geometric mean (worst)',
      `${ratio(geometricMean(overDuck))} (${ratio(Math.max(...overDuck))})`,
      '≤ 1.3 ×',
    ],
    [
      'PostgreSQL ÷ HTTP, geometric mean (worst)',
      `${ratio(geometricMean(overPostgres))} (${ratio(Math.min(...overPostgres))})`,
      '≥ 20 ×',
    ],
    ...pages.map(({ page, questions, product }) => [
      `all of ${page}, ${questions} questions in one round`,
      ms(product),
      '',
    ]),
    ['the first round after a start, the replica loaded in it', ms(firstMs), ''],
    [
      'store → replica',
      `${count(loading.rows / loading.seconds)} rows/s (${count(loading.rows)} rows in ${loading.seconds.toFixed(1)} s)`,
      '',
    ],
    ['event-loop lag while loading, P99 (worst)', `${ms(loading.lagP99Ms)} (${ms(loading.lagMaxMs)})`, ''],
    ['refit of the buying models of all customers', `${refit.seconds.toFixed(1)} s`, '≤ 10 s'],
    ['a small request meanwhile, P99 (worst)', `${ms(refit.healthP99Ms)} (${ms(refit.healthMaxMs)})`, ''],
    ...imported.map((each) => [
      `import of a CSV file into ${each.kind === 'pglite' ? 'PGlite' : 'PostgreSQL'}`,
      `${count(each.rows / each.seconds)} rows/s (${count(each.rows)} rows in ${each.seconds.toFixed(1)} s, at most ${count(each.peakMb)} MB)`,
      '',
    ]),
    [
      'web app, gzip: first page (all)',
      bundle ? `${kb(bundle.initialScript + bundle.initialStyle)} (${kb(bundle.total)})` : 'not built',
      '',
    ],
  ];
  return table(['what', 'measured', 'aim'], rows);
}

function questionTable(raced: readonly Raced[]): string {
  return table(
    ['page', 'question', 'HTTP', 'raw DuckDB', 'ratio', 'PostgreSQL', 'ratio', 'same figure'],
    raced.map((each) => [
      each.page,
      each.id,
      ms(each.product),
      ms(each.duck),
      ratio(each.product / each.duck),
      each.postgres === null ? '—' : ms(each.postgres),
      each.postgres === null ? '—' : ratio(each.postgres / each.product),
      each.agrees === null ? '—' : each.agrees ? 'yes' : '**no**',
    ]),
  );
}

function pageTable({ pages }: Report): string {
  return table(
    ['page, all questions in one round', 'HTTP', 'raw DuckDB', 'ratio'],
    pages.map((each) => [each.page, ms(each.product), ms(each.duck), ratio(each.product / each.duck)]),
  );
}

function statisticTable({ statistics }: Report): string {
  return table(
    ['page', 'statistic', 'HTTP, first time', 'HTTP, again'],
    statistics.map(({ page, id, firstMs, againMs }) => [page, id, ms(firstMs), ms(againMs)]),
  );
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function count(value: number): string {
  return Math.round(value).toLocaleString('en-US');
}

function ms(value: number): string {
  return value >= 100 ? `${count(value)} ms` : `${value.toFixed(1)} ms`;
}

function ratio(value: number): string {
  return `${value >= 10 ? count(value) : value.toFixed(2)} ×`;
}

function kb(bytes: number): string {
  return `${Math.round(bytes / 1024)} KB`;
}
