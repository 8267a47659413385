import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import { migrationsFolder } from '#store/migrate.ts';
import { openStore } from '#store/open-store.ts';
import type { Store } from '#store/store.ts';

const cacheFolder = fileURLToPath(new URL('../../node_modules/.cache/salesboard', import.meta.url));

/** A fresh store in memory with all tables, loaded from one cached dump instead of migrated each time. */
export async function testStore(): Promise<Store> {
  return openStore({ dump: new Blob([await migratedDump()]), migrate: false });
}

async function migratedDump(): Promise<Uint8Array<ArrayBuffer>> {
  const file = join(cacheFolder, `store-${migrationsHash()}.tar`);
  if (!existsSync(file)) await writeDump(file);
  return new Uint8Array(readFileSync(file));
}

async function writeDump(file: string): Promise<void> {
  const pglite = await PGlite.create();
  await migrate(drizzle({ client: pglite }), { migrationsFolder });
  const dump = await pglite.dumpDataDir('none');
  await pglite.close();
  mkdirSync(cacheFolder, { recursive: true });
  // Several test processes may come here at once: each writes its own file, the last rename wins.
  const own = `${file}.${process.pid}`;
  writeFileSync(own, new Uint8Array(await dump.arrayBuffer()));
  renameSync(own, file);
}

function migrationsHash(): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(migrationsFolder).sort()) {
    if (name.endsWith('.sql')) hash.update(name).update(readFileSync(join(migrationsFolder, name)));
  }
  const version = readFileSync(
    new URL('../../node_modules/@electric-sql/pglite/package.json', import.meta.url),
    'utf8',
  );
  return hash.update(version).digest('hex').slice(0, 16);
}
