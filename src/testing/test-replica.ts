import { type DatabaseLimits, openDatabase } from '#replica/database.ts';
import { openReaders, type Readers } from '#replica/readers.ts';
import { bindings } from '#replica/statement-values.ts';
import { dimensionTables, factTables } from '#replica/tables.ts';
import { identifier, join, raw, render, type SqlValue, sql } from '#shared/sql.ts';

export type PlainRow = Readonly<Record<string, SqlValue>>;

export type TestTables = {
  /** As `Replica.run`. */
  run: Readers['run'];
  /** Adds rows by column name; columns that a row leaves out are null. Days and decimals are texts. */
  insert(table: string, rows: readonly PlainRow[]): Promise<void>;
  close(): Promise<void>;
};

/** The replica's tables in a DuckDB of their own, without a store: for tests of questions. */
export async function testTables(limits: DatabaseLimits = { threads: 2 }): Promise<TestTables> {
  const instance = await openDatabase(dimensionTables + factTables, limits);
  const readers = await openReaders(instance);
  const writer = await instance.connect();
  return {
    run: readers.run,
    async insert(table, rows) {
      const first = rows[0];
      if (!first) return;
      const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
      // One text per row and cast by name: plain rows of any size in one statement.
      const statement = sql`
        insert into ${identifier(table)} by name
        select ${join(names.map((name) => sql`json ->> ${raw(`'$.${name}'`)} as ${identifier(name)}`))}
        from (select unnest(${rows.map((row) => JSON.stringify(row))}::json[]) as json)`;
      const { text, values } = render(statement);
      const bound = bindings(values);
      await writer.run(text, bound.values, bound.types);
    },
    async close() {
      await readers.close();
      writer.closeSync();
      instance.closeSync();
    },
  };
}
