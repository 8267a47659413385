import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { Problem } from '#shared/problem.ts';
import { render, type Sql } from '#shared/sql.ts';
import { currentAsker } from './asker.ts';
import { plainRows } from './result-rows.ts';
import { bindings } from './statement-values.ts';
import { Turns } from './turns.ts';

type RunOptions = Readonly<{
  maxRows?: number | undefined;
  timeoutMs?: number | undefined;
  signal?: AbortSignal | undefined;
}>;

/** How long a statement may take, its wait included, and how many rows it may give, unless it says so itself. */
export type QuestionLimits = Readonly<{ maxRows?: number | undefined; timeoutMs?: number | undefined }>;

/** Rows of an answer by position; see `plainValue` for how values come back. */
type ResultRows = { columns: string[]; rows: unknown[][] };

export type Readers = {
  /** Runs one statement on one consistent state. Refuses more than `maxRows` rows and stops after `timeoutMs`, or with its asker. */
  run(statement: Sql, options?: RunOptions): Promise<ResultRows>;
  /** Statements that run or wait. */
  readonly running: number;
  /** How many statements wait; of one asker no more than `share` counted. */
  waiting(share: number): number;
  /** Waits for running statements; later ones are refused. */
  close(): Promise<void>;
};

const defaults = { maxRows: 100_000, timeoutMs: 30_000 };
const interruptEveryMs = 20;
const connections = 4;

/** A few connections on which questions run in parallel, one of them always for somebody else; further ones wait their turn, within their time. */
export async function openReaders(instance: DuckDBInstance, limits: QuestionLimits = {}): Promise<Readers> {
  const pool = new Pool(await Promise.all(Array.from({ length: connections }, () => instance.connect())));
  const usual = { maxRows: limits.maxRows ?? defaults.maxRows, timeoutMs: limits.timeoutMs ?? defaults.timeoutMs };
  const running = new Set<Promise<unknown>>();
  let isClosed = false;
  return {
    get running() {
      return running.size;
    },
    waiting: (share) => pool.waiting(share),
    run(statement, options = {}) {
      if (isClosed) return Promise.reject(new Error('the replica is closed'));
      const answer = run(pool, statement, {
        maxRows: options.maxRows ?? usual.maxRows,
        timeoutMs: options.timeoutMs ?? usual.timeoutMs,
        signal: options.signal,
      });
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

type Run = Readonly<{ maxRows: number; timeoutMs: number; signal: AbortSignal | undefined }>;

async function run(pool: Pool, statement: Sql, { maxRows, timeoutMs, signal }: Run): Promise<ResultRows> {
  const asker = currentAsker();
  const timeout = AbortSignal.timeout(timeoutMs);
  const stop = AbortSignal.any([timeout, ...(signal ? [signal] : []), ...(asker.signal ? [asker.signal] : [])]);
  try {
    stop.throwIfAborted();
    const connection = await pool.take(asker.id, stop);
    try {
      return await interruptible(connection, stop, () => read(connection, statement, maxRows));
    } finally {
      pool.giveBack(asker.id, connection);
    }
  } catch (cause) {
    throw stopped(cause, stop, timeout);
  }
}

type Take = (connection: DuckDBConnection) => void;

class Pool {
  readonly #connections: readonly DuckDBConnection[];
  readonly #idle: DuckDBConnection[];
  readonly #turns = new Turns<Take>();
  readonly #held = new Map<string, number>();

  constructor(connections: readonly DuckDBConnection[]) {
    this.#connections = connections;
    this.#idle = [...connections];
  }

  waiting(share: number): number {
    return this.#turns.fairCount(share);
  }

  take(asker: string, stop: AbortSignal): Promise<DuckDBConnection> {
    return new Promise((resolve, reject) => {
      const giveUp = () => {
        this.#turns.remove(asker, take);
        reject(stop.reason);
      };
      const take: Take = (connection) => {
        stop.removeEventListener('abort', giveUp);
        this.#held.set(asker, this.#heldBy(asker) + 1);
        resolve(connection);
      };
      stop.addEventListener('abort', giveUp, { once: true });
      this.#turns.add(asker, take);
      this.#callNext();
    });
  }

  giveBack(asker: string, connection: DuckDBConnection): void {
    const left = this.#heldBy(asker) - 1;
    if (left > 0) this.#held.set(asker, left);
    else this.#held.delete(asker);
    this.#idle.push(connection);
    this.#callNext();
  }

  close(): void {
    for (const connection of this.#connections) connection.closeSync();
  }

  #heldBy(asker: string): number {
    return this.#held.get(asker) ?? 0;
  }

  #callNext(): void {
    if (this.#idle.length === 0) return;
    const next = this.#turns.next((asker) => this.#heldBy(asker) < this.#connections.length - 1);
    const connection = next && this.#idle.pop();
    if (connection) next(connection);
  }
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
  if (cause instanceof Problem) return cause;
  if (!stop.aborted) return isOutOfMemory(cause) ? new Problem('question_too_large', [], { cause }) : cause;
  return stop.reason === timeout.reason ? new Problem('question_timeout', [], { cause }) : stop.reason;
}

function isOutOfMemory(cause: unknown): boolean {
  return cause instanceof Error && cause.message.startsWith('Out of Memory Error');
}
