import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { Problem } from '#shared/problem.ts';
import { render, type Sql } from '#shared/sql.ts';
import { plainRows } from './result-rows.ts';
import { bindings } from './statement-values.ts';

export type RunOptions = Readonly<{
  maxRows?: number | undefined;
  timeoutMs?: number | undefined;
  signal?: AbortSignal | undefined;
}>;

/** Rows of an answer by position; see `plainValue` for how values come back. */
export type ResultRows = { columns: string[]; rows: unknown[][] };

export type Readers = {
  /** Runs one statement on one consistent state. Refuses more than `maxRows` rows and stops after `timeoutMs`. */
  run(statement: Sql, options?: RunOptions): Promise<ResultRows>;
  close(): void;
};

const defaults = { maxRows: 100_000, timeoutMs: 30_000 };
const interruptEveryMs = 20;

/** A few connections on which questions run in parallel; further ones wait their turn, within their time. */
export async function openReaders(instance: DuckDBInstance, count = 3): Promise<Readers> {
  const connections = await Promise.all(Array.from({ length: count }, () => instance.connect()));
  const idle = [...connections];
  const waiting: ((connection: DuckDBConnection) => void)[] = [];
  const giveBack = (connection: DuckDBConnection) => {
    const next = waiting.shift();
    if (next) next(connection);
    else idle.push(connection);
  };
  const take = async (stop: AbortSignal) => {
    const ready = idle.pop();
    return ready ?? waitFor(waiting, stop);
  };
  return {
    async run(statement, options = {}) {
      const { maxRows = defaults.maxRows, timeoutMs = defaults.timeoutMs, signal } = options;
      const timeout = AbortSignal.timeout(timeoutMs);
      const stop = signal ? AbortSignal.any([signal, timeout]) : timeout;
      try {
        stop.throwIfAborted();
        const connection = await take(stop);
        try {
          return await interruptible(connection, stop, () => read(connection, statement, maxRows));
        } finally {
          giveBack(connection);
        }
      } catch (cause) {
        throw stopped(cause, stop, timeout);
      }
    },
    close() {
      for (const connection of connections) connection.closeSync();
    },
  };
}

function waitFor(waiting: ((connection: DuckDBConnection) => void)[], stop: AbortSignal): Promise<DuckDBConnection> {
  return new Promise((resolve, reject) => {
    const giveUp = () => {
      waiting.splice(waiting.indexOf(take), 1);
      reject(stop.reason);
    };
    const take = (connection: DuckDBConnection) => {
      stop.removeEventListener('abort', giveUp);
      resolve(connection);
    };
    waiting.push(take);
    stop.addEventListener('abort', giveUp, { once: true });
  });
}

async function read(connection: DuckDBConnection, statement: Sql, maxRows: number): Promise<ResultRows> {
  const { text, values } = render(statement);
  const bound = bindings(values);
  const result = await connection.stream(text, bound.values, bound.types);
  const rows: unknown[][] = [];
  for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
    rows.push(...plainRows(chunk));
    if (rows.length > maxRows) {
      // TRAP: an unfinished stream keeps its snapshot until the connection runs something else.
      await connection.run('select 1');
      throw new Problem('too_many_rows');
    }
  }
  return { columns: result.columnNames(), rows };
}

// TRAP: an interrupt that arrives just before the statement starts is forgotten, so it is repeated until it stops.
async function interruptible<T>(connection: DuckDBConnection, stop: AbortSignal, work: () => Promise<T>): Promise<T> {
  let repeated: NodeJS.Timeout | undefined;
  const interrupt = () => {
    connection.interrupt();
    repeated = setInterval(() => connection.interrupt(), interruptEveryMs);
  };
  stop.addEventListener('abort', interrupt, { once: true });
  try {
    return await work();
  } finally {
    stop.removeEventListener('abort', interrupt);
    clearInterval(repeated);
  }
}

function stopped(cause: unknown, stop: AbortSignal, timeout: AbortSignal): unknown {
  if (!stop.aborted || cause instanceof Problem) return cause;
  return stop.reason === timeout.reason ? new Problem('question_timeout', [], { cause }) : stop.reason;
}
