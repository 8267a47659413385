import type { Followed } from '#replica/follow.ts';
import type { Replica } from '#replica/replica.ts';
import { openReplica } from '#replica/replica.ts';
import { identifier, sql } from '#shared/sql.ts';

export type ReplicaDump = Readonly<Record<string, readonly string[]>>;

/** Every row of every table, sorted: two replicas are equal when their dumps are. */
export async function replicaDump(replica: Replica): Promise<ReplicaDump> {
  const tables = await replica.run(sql`
    select table_name from information_schema.tables where table_type = 'BASE TABLE' order by 1`);
  const dump: Record<string, string[]> = {};
  for (const [table] of tables.rows) {
    const { rows } = await replica.run(sql`from ${identifier(String(table))}`);
    dump[String(table)] = rows.map((row) => JSON.stringify(row)).sort();
  }
  return dump;
}

/** What a replica that is loaded now holds. */
export async function rebuiltDump(followed: Followed): Promise<ReplicaDump> {
  const rebuilt = await openReplica(followed);
  try {
    return await replicaDump(rebuilt);
  } finally {
    await rebuilt.close();
  }
}
