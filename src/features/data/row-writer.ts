import { type Entity, entities } from '#store/entities.ts';
import { type Row, upsertRows } from '#store/rows.ts';
import type { Keyring } from '#store/seal.ts';
import type { Transaction } from '#store/store.ts';

export type EntityCounts = Readonly<{ inserted: number; updated: number; unchanged: number }>;

export type Writing = Readonly<{ tx: Transaction; keyring: Keyring; workspaceId: string; batchId: string }>;

const bufferedRows = 5000;

/** Collects rows and writes them in bulk; counts what became of them. */
export class RowWriter {
  readonly #writing: Writing;
  readonly #buffers = new Map<Entity, Row[]>();
  readonly #counts = new Map<Entity, { inserted: number; updated: number; unchanged: number }>();

  constructor(writing: Writing) {
    this.#writing = writing;
  }

  /** Adds a row to be written; `flush` or `drain` writes it. */
  add(entity: Entity, row: Row): void {
    const buffer = this.#buffers.get(entity);
    if (buffer) buffer.push(row);
    else this.#buffers.set(entity, [row]);
  }

  /** Counts rows that were found as they should be without being written. */
  countUnchanged(entity: Entity, count: number): void {
    this.#countsOf(entity).unchanged += count;
  }

  /** Writes what is there once a buffer is full, what others refer to first. */
  async drain(): Promise<void> {
    if ([...this.#buffers.values()].some((rows) => rows.length >= bufferedRows)) await this.flush();
  }

  /** Writes everything that is left. */
  async flush(): Promise<void> {
    for (const entity of entities) {
      const rows = this.#buffers.get(entity) ?? [];
      if (rows.length > 0) await this.#write(entity, rows);
    }
  }

  get counts(): Readonly<Record<string, EntityCounts>> {
    return Object.fromEntries(this.#counts);
  }

  async #write(entity: Entity, rows: readonly Row[]): Promise<void> {
    this.#buffers.set(entity, []);
    const { tx, keyring, workspaceId, batchId } = this.#writing;
    const written = await upsertRows(tx, keyring, { workspaceId, entity, rows, batchId });
    const counts = this.#countsOf(entity);
    counts.inserted += written.inserted;
    counts.updated += written.updated;
    counts.unchanged += written.unchanged;
  }

  #countsOf(entity: Entity): { inserted: number; updated: number; unchanged: number } {
    const known = this.#counts.get(entity);
    if (known) return known;
    const made = { inserted: 0, updated: 0, unchanged: 0 };
    this.#counts.set(entity, made);
    return made;
  }
}
