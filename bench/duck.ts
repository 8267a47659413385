import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { DuckDBConnection } from '@duckdb/node-api';
import { plannedQuestion } from '#features/ask.ts';
import { openDatabase } from '#replica/database.ts';
import { replicaTables } from '#replica/derive.ts';
import { loadAll } from '#replica/follow.ts';
import { openReaders } from '#replica/readers.ts';
import { bindings } from '#replica/statement-values.ts';
import { compile } from '#semantic/compile.ts';
import { totalsPlan } from '#semantic/plan.ts';
import type { Question } from '#semantic/question.ts';
import { totalsFollow } from '#semantic/totals.ts';
import type { Instant } from '#shared/day.ts';
import { render, type Sql } from '#shared/sql.ts';
import type { Keyring } from '#store/seal.ts';
import type { Store } from '#store/store.ts';
import type { Workspace } from '#store/workspaces.ts';

/** A replica without the product around it: what DuckDB alone needs for the same statements. */
export type Duck = Readonly<{
  loading: Loading;
  /** The statements that the product would run for the question. */
  compiled(question: Question): Promise<readonly Sql[]>;
  /** Runs statements side by side, as the product does, and reads every row. */
  run(statements: readonly Sql[]): Promise<void>;
  close(): void;
}>;

/** How filling the replica went. The lag is what any request of that time would have waited. */
export type Loading = Readonly<{ rows: number; seconds: number; lagP99Ms: number; lagMaxMs: number }>;

type Opening = Readonly<{ store: Store; keyring: Keyring; workspace: Workspace; now: Instant }>;

/** Loads a replica, measuring it, and keeps it for raw statements. */
export async function openDuck({ store, keyring, workspace, now }: Opening): Promise<Duck> {
  const instance = await openDatabase(replicaTables);
  const writer = await instance.connect();
  const { seconds, lag } = await watched(() => loadAll(writer, { store, keyring, workspaceId: workspace.id }));
  const rows = await rawRows(writer);
  const connections = await Promise.all([instance.connect(), instance.connect()]);
  const readers = await openReaders(instance);
  const replica = { run: readers.run, position: '' as never, dataUpTo: async () => null };
  return {
    loading: { rows, seconds, lagP99Ms: lag.percentile(99) / 1e6, lagMaxMs: lag.max / 1e6 },
    compiled: async (question) => {
      const planned = await plannedQuestion(
        { replica, workspace, scope: { kind: 'all' }, permissions: ['margin.read'], now },
        question,
      );
      const hasParts = planned.by.length > 0 || planned.grain !== null;
      const totals = totalsPlan(planned);
      const asksTotals = hasParts && totals.measures.length > 0 && !totalsFollow(planned);
      return [compile(planned), ...(asksTotals ? [compile(totals)] : [])];
    },
    run: async (statements) => {
      await Promise.all(statements.map((statement, index) => readAll(connections[index % 2], statement)));
    },
    close: () => {
      for (const connection of [writer, ...connections]) connection.closeSync();
      instance.closeSync();
    },
  };
}

async function readAll(connection: DuckDBConnection | undefined, statement: Sql): Promise<void> {
  const { text, values } = render(statement);
  const bound = bindings(values);
  await connection?.runAndReadAll(text, bound.values, bound.types);
}

async function watched(work: () => Promise<unknown>) {
  const lag = monitorEventLoopDelay({ resolution: 5 });
  lag.enable();
  const start = performance.now();
  await work();
  const seconds = (performance.now() - start) / 1000;
  lag.disable();
  return { seconds, lag };
}

/** Rows that came over from the store. */
async function rawRows(connection: DuckDBConnection): Promise<number> {
  const tables = await connection.runAndReadAll(
    "select sum(estimated_size)::double from duckdb_tables() where table_name like 'raw\\_%' escape '\\'",
  );
  return Number(tables.getRows()[0]?.[0] ?? 0);
}
