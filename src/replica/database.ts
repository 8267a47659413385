import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';

/** How much of the machine one replica may take; DuckDB's own defaults (80 % of memory, every core) when left out. */
export type DatabaseLimits = Readonly<{ memoryLimitMb?: number | undefined; threads?: number | undefined }>;

/** An empty DuckDB in memory that cannot reach files or the network, with its settings locked once the tables are made. */
export async function openDatabase(tables: string, limits: DatabaseLimits = {}): Promise<DuckDBInstance> {
  const instance = await DuckDBInstance.create(':memory:', settings(limits));
  const connection = await instance.connect();
  await connection.run(tables);
  await connection.run('set lock_configuration = true');
  connection.closeSync();
  return instance;
}

/** The statements in one transaction: readers see all of them or none. */
export async function inTransaction(connection: DuckDBConnection, work: () => Promise<void>): Promise<void> {
  await connection.run('begin');
  try {
    await work();
    await connection.run('commit');
  } catch (cause) {
    await connection.run('rollback');
    throw cause;
  }
}

function settings(limits: DatabaseLimits): Record<string, string> {
  return {
    // Nothing is spilled to disk: names are in clear here. A question past the memory limit fails.
    temp_directory: '',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    ...(limits.memoryLimitMb ? { memory_limit: `${limits.memoryLimitMb}MiB` } : {}),
    ...(limits.threads ? { threads: String(limits.threads) } : {}),
    // TRAP: last, because it forbids some of the settings above.
    enable_external_access: 'false',
  };
}
