import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { Problem } from '#shared/problem.ts';
import { render, type Sql } from '#shared/sql.ts';
import { plainRows } from './result-rows.ts';
import { bindings } from './statement-values.ts';

type RunOptions = Readonly<{
  maxRows?: number | undefined;
  timeoutMs?: number | undefined;
  signal?: AbortSignal | undefined;
}>;

/** Rows of an answer by position; see `plainValue` for how values come back. */
type ResultRows = { columns: string[]; rows: unknown[][] };

export type Readers = {
  /** Runs one statement on one consistent state. Refuses more than `maxRows` rows and stops after `timeoutMs`. */
  run(statement: Sql, options?: RunOptions): Promise<ResultRows>;
  /** Statements that run or wait. */
  readonly running: number;
  /** Waits for running statements; later ones are refused. */
  close(): Promise<void>;
};

const defaults = { maxRows: 100_000, timeoutMs: 30_000 };
const interruptEveryMs = 20;

/** A few connections on which questions run in parallel; further ones wait their turn, within their time. */
export async function openReaders(instance: DuckDBInstance, count = 3): Promise<Readers> {
  const pool = new Pool(await Promise.all(Array.from({ length: count }, () => instance.connect())));
  const running = new Set<Promise<unknown>>();
  let isClosed = false;
  return {
    get running() {
      return running.size;
    },
    run(statement, options = {}) {
      if (isClosed) return Promise.reject(new Error('the replica is closed'));
      const answer = run(pool, statement, options);
      running.add(answer);
      const forget = () => running.delete(answer);
      answer.then(forget, forget);
      return answer;
    },
    async close() {
      isClosed = true;
      await Promise.allSettled(running);
      pool.close();
    },
  };
}

async function run(pool: Pool, statement: Sql, options: RunOptions): Promise<ResultRows> {
  const { maxRows = defaults.maxRows, timeoutMs = defaults.timeoutMs, signal } = options;
  const timeout = AbortSignal.timeout(timeoutMs);
  const stop = signal ? AbortSignal.any([signal, timeout]) : timeout;
  try {
    stop.throwIfAborted();
    const connection = await pool.take(stop);
    try {
      return await interruptible(connection, stop, () => read(connection, statement, maxRows));
    } finally {
      pool.giveBack(connection);
    }
  } catch (cause) {
    throw stopped(cause, stop, timeout);
  }
}

class Pool {
  readonly #connections: readonly DuckDBConnection[];
  readonly #idle: DuckDBConnection[];
  readonly #waiting: ((connection: DuckDBConnection) => void)[] = [];

  constructor(connections: readonly DuckDBConnection[]) {
    this.#connections = connections;
    this.#idle = [...connections];
  }

  take(stop: AbortSignal): Promise<DuckDBConnection> {
    const ready = this.#idle.pop();
    return ready ? Promise.resolve(ready) : waitFor(this.#waiting, stop);
  }

  giveBack(connection: DuckDBConnection): void {
    const next = this.#waiting.shift();
    if (next) next(connection);
    else this.#idle.push(connection);
  }

  close(): void {
    for (const connection of this.#connections) connection.closeSync();
  }
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
