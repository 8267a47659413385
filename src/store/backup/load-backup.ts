import { readMigrationFiles } from 'drizzle-orm/migrator';
import { identifier, join, type Sql, sql } from '#shared/sql.ts';
import { migrationsFolder } from '../migrate.ts';
import type { Transaction } from '../store.ts';
import { BackupError, type BackupHead, type BackupTable, type TableSums } from './backup-format.ts';
import { backupSettings, RowSum, rowsInOrder } from './backup-tables.ts';
import type { BackupPiece } from './read-backup.ts';

/** An empty database that a backup is loaded into, inside one transaction. */
export type EmptyStore = Pick<Transaction, 'query'> &
  Readonly<{
    /** Runs statements without values, several at once. */
    exec(statements: string): Promise<void>;
    /** `copy … from stdin` in text format. */
    copyIn(statement: Sql, rows: AsyncIterable<Uint8Array>): Promise<void>;
    copyOut(statement: Sql): AsyncIterable<Uint8Array>;
  }>;

/** What a backup held: its head, and the sums of what is now in the store, equal to those in the backup. */
export type LoadedBackup = Readonly<{ head: BackupHead; tables: TableSums }>;

/**
 * Makes the tables as they were, loads every row, and reads everything back: counts and checksums must equal those of the backup.
 * Later migrations are left to whoever opens the store. Throws `BackupError`.
 */
export async function loadBackup(
  store: EmptyStore,
  pieces: AsyncGenerator<BackupPiece>,
  onTable: (done: number) => void = () => undefined,
): Promise<LoadedBackup> {
  const head = await headOf(pieces);
  await makeTables(store, head);
  for (const setting of backupSettings) await store.query(setting);
  const foreignKeys = await takeForeignKeys(store);
  const { tables, said } = await loadTables(store, pieces, onTable);
  await store.exec(foreignKeys);
  await restoreSequences(store);
  const found: Record<string, TableSums[string]> = {};
  for (const table of tables) found[table.table] = await sumOf(store, table);
  refuseDifference(said, found);
  await noteRestored(store, head);
  return { head, tables: found };
}

/** The log of every workspace says so; a store from before there was one has none. */
async function noteRestored(store: EmptyStore, { madeAt }: BackupHead): Promise<void> {
  const [log] = await store.query<{ has: boolean }>(sql`select to_regclass('public.audit_entry') is not null as has`);
  if (!log?.has) return;
  await store.query(sql`
    insert into audit_entry (workspace_id, actor, action, details)
    select id, 'command', 'restored', jsonb_build_object('madeAt', ${madeAt}::text) from workspace order by id`);
}

async function headOf(pieces: AsyncGenerator<BackupPiece>): Promise<BackupHead> {
  const first = await pieces.next();
  if (first.done || !('head' in first.value)) throw new BackupError('this is not a backup of Salesboard');
  return first.value.head;
}

/** Runs the migrations that the backup's store had had, and notes them as the migrator does. */
async function makeTables(store: EmptyStore, head: BackupHead): Promise<void> {
  const known = readMigrationFiles({ migrationsFolder });
  const had = head.migrations.map(({ hash }) => known.find((each) => each.hash === hash));
  if (had.some((each) => each === undefined)) {
    throw new BackupError('the backup was made by a newer version of Salesboard; restore it with that version');
  }
  await store.exec(`create schema if not exists drizzle;
    create table drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)`);
  for (const migration of had) {
    if (!migration) continue;
    await store.exec(migration.sql.join(';\n'));
    await store.query(sql`insert into drizzle.__drizzle_migrations (hash, created_at)
      values (${migration.hash}, ${migration.folderMillis})`);
  }
}

/**
 * A table may come before the one that it refers to. Takes the foreign keys away and returns the statements that put them back, which
 * look at every row.
 */
async function takeForeignKeys(store: EmptyStore): Promise<string> {
  const keys = await store.query<{ drop: string; add: string }>(sql`
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
           format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as add
      from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace order by conname`);
  await store.exec(keys.map((key) => key.drop).join(';\n'));
  return keys.map(({ add }) => add).join(';\n');
}

type Loaded = Readonly<{ tables: readonly BackupTable[]; said: TableSums }>;

async function loadTables(
  store: EmptyStore,
  pieces: AsyncGenerator<BackupPiece>,
  onTable: (done: number) => void,
): Promise<Loaded> {
  const tables: BackupTable[] = [];
  let piece = await pieces.next();
  while (!piece.done && 'table' in piece.value) {
    const { table } = piece.value;
    const held: { next?: IteratorResult<BackupPiece> } = {};
    await store.copyIn(
      sql`copy ${identifier(table.table)} (${join(table.columns.map(identifier))}) from stdin`,
      rowsUntilNext(pieces, held),
    );
    tables.push(table);
    onTable(tables.length);
    piece = held.next ?? (await pieces.next());
  }
  if (piece.done || !('end' in piece.value))
    throw new BackupError('the backup is damaged: its tables are out of order');
  return { tables, said: piece.value.end };
}

async function* rowsUntilNext(
  pieces: AsyncGenerator<BackupPiece>,
  held: { next?: IteratorResult<BackupPiece> },
): AsyncGenerator<Uint8Array> {
  for (;;) {
    const piece = await pieces.next();
    if (piece.done || !('rows' in piece.value)) {
      held.next = piece;
      return;
    }
    yield piece.value.rows;
  }
}

/** Numbers that the server gives out go on after the last one given. */
async function restoreSequences(store: EmptyStore): Promise<void> {
  const columns = await store.query<{ table: string; column: string }>(sql`
    select table_name as "table", column_name as "column" from information_schema.columns
     where table_schema = 'public' and is_identity = 'YES'`);
  for (const { table, column } of columns) {
    await store.query(sql`
      select setval(pg_get_serial_sequence(${table}, ${column}), coalesce(max(${identifier(column)}), 0) + 1, false)
        from ${identifier(table)}`);
  }
}

async function sumOf(store: EmptyStore, table: BackupTable): Promise<TableSums[string]> {
  const sum = new RowSum();
  for await (const bytes of store.copyOut(await rowsInOrder(store, table))) sum.add(bytes);
  return sum.result();
}

function refuseDifference(said: TableSums, found: TableSums): void {
  const names = [...new Set([...Object.keys(said), ...Object.keys(found)])];
  const wrong = names.find((name) => {
    const [one, other] = [said[name], found[name]];
    return one?.rows !== other?.rows || one?.sha256 !== other?.sha256;
  });
  if (wrong) {
    throw new BackupError(
      `table ${wrong} is not as it was: ${found[wrong]?.rows ?? 0} rows, the backup says ${said[wrong]?.rows ?? 0}`,
    );
  }
}
