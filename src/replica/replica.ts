import { setImmediate } from 'node:timers/promises';
import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { type Day, day } from '#shared/day.ts';
import { sql } from '#shared/sql.ts';
import type { Position } from '#store/feed.ts';
import { askedForEveryone } from './asker.ts';
import { type DatabaseLimits, openDatabase } from './database.ts';
import { replicaTables } from './derive.ts';
import { type Followed, loadAll, loadChanges, type Step } from './follow.ts';
import { openReaders, type QuestionLimits, type Readers } from './readers.ts';
import { singleFlight } from './single-flight.ts';

const compactAfterRows = 100_000;

export type ReplicaOptions = Followed & DatabaseLimits & Readonly<{ questions?: QuestionLimits | undefined }>;

/** Loads a workspace as of one moment, and follows its changes from then on. */
export async function openReplica({
  memoryLimitMb,
  threads,
  questions,
  ...followed
}: ReplicaOptions): Promise<Replica> {
  const instance = await openDatabase(replicaTables, { memoryLimitMb, threads });
  const writer = await instance.connect();
  const replica = new Replica({ followed, instance, writer, readers: await openReaders(instance, questions) });
  try {
    await replica.load();
    return replica;
  } catch (cause) {
    await replica.close();
    throw cause;
  }
}

type Parts = Readonly<{ followed: Followed; instance: DuckDBInstance; writer: DuckDBConnection; readers: Readers }>;

/** One workspace in DuckDB: a pure function of the store, up to a position. */
export class Replica {
  /** Runs one statement on one consistent state. Refuses more than `maxRows` rows and stops after `timeoutMs`. */
  readonly run: Readers['run'];
  readonly #parts: Parts;
  readonly #listeners = new Set<() => void>();
  readonly #stopListening: () => void;
  readonly #flight = singleFlight(() => this.#step());
  #position = '' as Position;
  #mayHaveNews = true;
  #looseRows = 0;
  #compacting: Promise<void> = Promise.resolve();
  #dataUpTo: { position: Position; day: Promise<Day | null> } | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.run = parts.readers.run;
    this.#stopListening = parts.followed.store.onChange((workspaceId) => {
      if (workspaceId === parts.followed.workspaceId) this.#wake();
    });
  }

  /** How far the replica has read; another one after every step that changed something. */
  get position(): Position {
    return this.#position;
  }

  /** Whether someone listens, or waits for an answer. */
  get isBusy(): boolean {
    return this.#listeners.size > 0 || this.running > 0;
  }

  /** How many questions run or wait for the engine. */
  get running(): number {
    return this.#parts.readers.running;
  }

  /** How many questions wait for the engine; of one asker no more than `share` counted. */
  waiting(share: number): number {
    return this.#parts.readers.waiting(share);
  }

  /** Fills the tables; to be called once, before anything else. */
  async load(): Promise<void> {
    this.#apply(await loadAll(this.#parts.writer, this.#parts.followed));
  }

  /** Everything committed before this call is in when it resolves. */
  async catchUp(): Promise<void> {
    if (await this.#isSurelyCurrent()) return;
    await this.#flight();
  }

  /** The last day on which anything happened; null when nothing ever did. */
  async dataUpTo(): Promise<Day | null> {
    if (this.#dataUpTo?.position !== this.#position) {
      const asked = askedForEveryone(() => this.run(lastDayStatement));
      const lastDay = asked.then(({ rows }) => (rows[0]?.[0] ? day(String(rows[0][0])) : null));
      this.#dataUpTo = { position: this.#position, day: lastDay };
    }
    return this.#dataUpTo.day;
  }

  /** Calls back after every step that changed something; returns how to stop. */
  onApplied(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Waits for running steps and questions, then lets the memory go. */
  async close(): Promise<void> {
    this.#stopListening();
    this.#listeners.clear();
    await this.#flight.settled();
    await this.#compacting;
    await this.#parts.readers.close();
    this.#parts.writer.closeSync();
    this.#parts.instance.closeSync();
  }

  async #step(): Promise<void> {
    this.#mayHaveNews = false;
    try {
      this.#apply(await loadChanges(this.#parts.writer, this.#parts.followed, this.#position));
    } catch (cause) {
      this.#mayHaveNews = true;
      throw cause;
    }
  }

  #apply({ position, isNews, rows }: Step): void {
    this.#position = position;
    if (isNews) for (const listener of this.#listeners) listener();
    this.#looseRows += rows;
    if (this.#looseRows >= compactAfterRows) this.#compacting = this.#compact(this.#compacting);
  }

  /** Compresses the tables in the background: a fifth of the memory, and questions take about two thirds of the time. */
  async #compact(before: Promise<void>): Promise<void> {
    this.#looseRows = 0;
    await before;
    // TRAP: on the writer's connection it would fall into the middle of a step.
    const connection = await this.#parts.instance.connect();
    // When running transactions forbid it, the tables stay as they are until the next time.
    await connection.run('checkpoint').catch(() => undefined);
    connection.closeSync();
  }

  #wake(): void {
    this.#mayHaveNews = true;
    // When this step fails, whoever asks next tries again and is told.
    if (this.#listeners.size > 0) this.#flight().catch(() => undefined);
  }

  /**
   * An embedded store has no other writer, and a long import would keep its only connection from our small question.
   * TRAP: its commits are announced up to two turns of the event loop after they were acknowledged.
   */
  async #isSurelyCurrent(): Promise<boolean> {
    if (this.#parts.followed.store.kind !== 'pglite') return false;
    await setImmediate();
    await setImmediate();
    return !this.#mayHaveNews && !this.#flight.isRunning();
  }
}

const lastDayStatement = sql`
  select greatest(
    (select max(ordered_on) from sale_order where not is_draft),
    (select max(refunded_on) from refund_fact),
    (select max(paid_on) from payment_fact),
    (select max(invoiced_on) from invoice_fact),
    (select max(from_on) from deal where from_on > date '0001-01-01'),
    (select max(created_on) from lead_fact),
    (select max(on_day) from interaction_fact))`;
