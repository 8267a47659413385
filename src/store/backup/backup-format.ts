import { z } from 'zod';

/**
 * A backup is text, compressed (gzip) and encrypted (age): a line of JSON that says what it is, then for each table a line of JSON,
 * its rows as PostgreSQL's COPY writes them, and a line `\.`; at the end a line of JSON with the count and the SHA-256 of each
 * table's rows. So `age -d FILE | zcat` shows it with nothing of ours.
 */
export const backupHead = z.object({
  salesboard: z.literal('backup'),
  version: z.literal(1),
  madeAt: z.string(),
  /** Migrations of the store it was made from, oldest first, by their hash. */
  migrations: z.array(z.object({ hash: z.string(), at: z.number() })),
  /** The installation's master keys, base64, the one that seals first: without them names stay closed. */
  keys: z.array(z.string()),
});

export const backupTable = z.object({ table: z.string(), columns: z.array(z.string()) });

export const backupEnd = z.object({
  end: z.literal(true),
  tables: z.record(z.string(), z.object({ rows: z.number(), sha256: z.string() })),
});

export type BackupHead = z.output<typeof backupHead>;
export type BackupTable = z.output<typeof backupTable>;

/** How many rows each table has, and the SHA-256 of its rows in the order of its key. */
export type TableSums = z.output<typeof backupEnd>['tables'];

/** The line that ends the rows of a table; COPY never writes it as a row. */
export const endOfRows = '\\.';

/** A backup that cannot be read: cut off, of another kind, or opened with the wrong passphrase. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
}
