import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import type { z } from 'zod';
import {
  BackupError,
  type BackupHead,
  type BackupTable,
  backupEnd,
  backupHead,
  backupTable,
  endOfRows,
  type TableSums,
} from './backup-format.ts';
import { type BackupOpener, opened } from './backup-lock.ts';

/** What a backup says, in its order. `rows` are whole rows of the table named last. */
export type BackupPiece =
  | Readonly<{ head: BackupHead }>
  | Readonly<{ table: BackupTable }>
  | Readonly<{ rows: Buffer }>
  | Readonly<{ end: TableSums }>;

/** Reads a backup piece by piece. Throws `BackupError` for a file that is cut off, damaged or none, or that nothing opens. */
export async function* readBackup(file: string, opener: BackupOpener): AsyncGenerator<BackupPiece> {
  const packed = await opened(createReadStream(file), opener);
  const plain = createGunzip();
  // TRAP: `pipe` does not pass errors on; a file that is cut off would wait for ever.
  packed.on('error', (error) => plain.destroy(error)).pipe(plain);
  try {
    yield* pieces(plain);
  } catch (cause) {
    if (cause instanceof BackupError) throw cause;
    throw new BackupError('the backup is damaged or cut off', { cause });
  }
}

const terminator = Buffer.from(`${endOfRows}\n`);
const lineFeed = 10;

async function* pieces(bytes: AsyncIterable<Buffer>): AsyncGenerator<BackupPiece> {
  const source = new Source(bytes);
  yield { head: shaped(backupHead, json(await source.line())) };
  for (;;) {
    const value = json(await source.line());
    if (typeof value === 'object' && value !== null && 'end' in value) {
      yield { end: shaped(backupEnd, value).tables };
      return;
    }
    yield { table: shaped(backupTable, value) };
    for await (const rows of source.rows()) yield { rows };
  }
}

/** Bytes that are read as lines, and as rows up to the line that ends them. */
class Source {
  readonly #chunks: AsyncIterator<Buffer>;
  #pending: Buffer = Buffer.alloc(0);

  constructor(bytes: AsyncIterable<Buffer>) {
    this.#chunks = bytes[Symbol.asyncIterator]();
  }

  async line(): Promise<string> {
    for (;;) {
      const stop = this.#pending.indexOf(lineFeed);
      if (stop >= 0) {
        const text = this.#pending.subarray(0, stop).toString();
        this.#pending = this.#pending.subarray(stop + 1);
        return text;
      }
      await this.#more();
    }
  }

  async *rows(): AsyncGenerator<Buffer> {
    for (;;) {
      const { rows, rest, isOver } = rowsIn(this.#pending);
      this.#pending = rest;
      if (rows.length > 0) yield rows;
      if (isOver) return;
      await this.#more();
    }
  }

  async #more(): Promise<void> {
    const { value, done } = await this.#chunks.next();
    if (done) throw new BackupError('the backup is cut off: its end is missing');
    this.#pending = this.#pending.length === 0 ? value : Buffer.concat([this.#pending, value]);
  }
}

/** The whole rows at the start of the bytes, what follows, and whether the table is over. */
function rowsIn(bytes: Buffer): { rows: Buffer; rest: Buffer; isOver: boolean } {
  for (let at = bytes.indexOf(terminator); at >= 0; at = bytes.indexOf(terminator, at + 1)) {
    if (at > 0 && bytes[at - 1] !== lineFeed) continue;
    return { rows: bytes.subarray(0, at), rest: bytes.subarray(at + terminator.length), isOver: true };
  }
  const whole = bytes.lastIndexOf(lineFeed) + 1;
  return { rows: bytes.subarray(0, whole), rest: bytes.subarray(whole), isOver: false };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new BackupError('this is not a backup of Salesboard', { cause });
  }
}

function shaped<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new BackupError('this is not a backup of Salesboard', { cause: parsed.error });
  return parsed.data;
}
