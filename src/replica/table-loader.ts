import { setImmediate } from 'node:timers/promises';
import { type DuckDBConnection, DuckDBDataChunk } from '@duckdb/node-api';
import duckdb from '@duckdb/node-bindings';
import { type ColumnWriter, chunkRows, columnWriter } from './column-writer.ts';
import type { RawColumn } from './raw-tables.ts';

/** Opens a sealed value, as the store's keyring does. */
type Open = (sealed: string) => string;

export type CopyLoad = Readonly<{
  into: string;
  columns: readonly RawColumn[];
  text: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
  open: Open;
}>;

/** A stretch of text after which other work gets its turn. */
const sliceBytes = 1 << 20;

/** Appends rows that arrive as PostgreSQL's COPY text, with all of the table's columns in its order. Returns how many there were. */
export async function loadCopyText(
  connection: DuckDBConnection,
  { into, columns, text, open }: CopyLoad,
): Promise<number> {
  const appender = await connection.createAppender(into);
  const types = columns.map((_, index) => appender.columnType(index));
  const rows = new RowWriter(
    columns.map((column) => columnWriter(column.type, column.sealed ? open : undefined)),
    DuckDBDataChunk.create(types),
    (chunk) => appender.appendDataChunk(chunk),
  );
  let rest: Uint8Array = new Uint8Array();
  for await (const piece of text) {
    let bytes = rest.length > 0 ? Buffer.concat([rest, piece]) : piece;
    for (; bytes.length > sliceBytes; await setImmediate()) {
      const end = bytes.lastIndexOf(newline, sliceBytes) + 1;
      if (end === 0) break;
      rows.takeLines(bytes.subarray(0, end));
      bytes = bytes.subarray(end);
    }
    const end = bytes.lastIndexOf(newline) + 1;
    rows.takeLines(bytes.subarray(0, end));
    rest = bytes.subarray(end);
  }
  rows.flush();
  appender.closeSync();
  return rows.count;
}

const tab = 9;
const newline = 10;
const backslash = 92;

class RowWriter {
  count = 0;
  readonly #columns: readonly ColumnWriter[];
  readonly #chunk: DuckDBDataChunk;
  readonly #append: (chunk: DuckDBDataChunk) => void;
  #row = 0;

  constructor(columns: readonly ColumnWriter[], chunk: DuckDBDataChunk, append: (chunk: DuckDBDataChunk) => void) {
    this.#columns = columns;
    this.#chunk = chunk;
    this.#append = append;
  }

  /** Whole lines only: fields end with a tab, the last one with a newline; a backslash escapes. */
  takeLines(bytes: Uint8Array): void {
    let column = 0;
    let start = 0;
    let escaped = false;
    for (let index = 0; index < bytes.length; index++) {
      const byte = bytes[index] as number;
      if (byte > tab + 1 && byte !== backslash) continue;
      if (byte === backslash) {
        escaped = true;
      } else if (byte === tab || byte === newline) {
        this.#take(column++, { bytes, start, end: index, escaped });
        start = index + 1;
        escaped = false;
        if (byte === newline) {
          this.#endRow(column);
          column = 0;
        }
      }
    }
  }

  flush(): void {
    if (this.#row === 0) return;
    const { chunk } = this.#chunk;
    duckdb.data_chunk_reset(chunk);
    this.#columns.forEach((column, index) => {
      column.flush(duckdb.data_chunk_get_vector(chunk, index), this.#row);
    });
    duckdb.data_chunk_set_size(chunk, this.#row);
    this.#append(this.#chunk);
    this.#row = 0;
  }

  #take(column: number, field: { bytes: Uint8Array; start: number; end: number; escaped: boolean }): void {
    const writer = this.#columns[column];
    if (!writer) throw new RangeError(`row ${this.count + 1} has more than ${this.#columns.length} fields`);
    const { bytes, start, end, escaped } = field;
    if (!escaped) writer.write(this.#row, bytes, start, end);
    else if (end - start === 2 && bytes[start + 1] === 78) writer.writeNull(this.#row);
    else {
      const clear = unescaped(bytes.subarray(start, end));
      writer.write(this.#row, clear, 0, clear.length);
    }
  }

  #endRow(columns: number): void {
    if (columns !== this.#columns.length) throw new RangeError(`row ${this.count + 1} has ${columns} fields`);
    this.count++;
    this.#row++;
    if (this.#row === chunkRows) this.flush();
  }
}

const escapes: Record<number, number> = { 98: 8, 102: 12, 110: 10, 114: 13, 116: 9, 118: 11 };

function unescaped(bytes: Uint8Array): Uint8Array {
  const clear = new Uint8Array(bytes.length);
  let length = 0;
  for (let index = 0; index < bytes.length; index++) {
    const byte = bytes[index] as number;
    const next = byte === backslash ? (bytes[++index] as number) : byte;
    clear[length++] = byte === backslash ? (escapes[next] ?? next) : next;
  }
  return clear.subarray(0, length);
}
