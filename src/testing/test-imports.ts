import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Rejected } from '#features/data/findings.ts';
import { type ImportOutcome, startImport } from '#features/data/import.ts';
import { ImportRejected } from '#features/data/import-report.ts';
import type { TableMapping } from '#features/data/table-mapping.ts';
import type { Instant } from '#shared/day.ts';
import { identifier, sql } from '#shared/sql.ts';
import { entities } from '#store/entities.ts';
import { newRowId } from '#store/row-id.ts';
import { throwawayKeyring } from '#store/seal.ts';
import type { Store } from '#store/store.ts';
import { type Workspace, workspaceById } from '#store/workspaces.ts';
import { testStore } from './test-store.ts';

type Files = Readonly<Record<string, string | Uint8Array>>;

type Options = Readonly<{
  tables?: TableMapping[];
  allowPartial?: boolean;
  dryRun?: boolean;
  now?: string;
  signal?: AbortSignal;
}>;

type AnyRow = Record<string, unknown>;

/** A place to import generated files into: a store in memory and one workspace at a time. */
export type TestImports = Readonly<{
  store: Store;
  workspaceId: () => string;
  /** Goes on in an empty workspace. */
  startOver: () => Promise<void>;
  importing: (contents: Files, options?: Options) => Promise<ImportOutcome>;
  /** The blocking rejections of an import that fails and leaves the workspace empty. */
  rejection: (contents: Files, options?: Options) => Promise<readonly Rejected[]>;
  all: <T = AnyRow>(table: string) => Promise<readonly T[]>;
  /** Rows of every entity. */
  rowCount: () => Promise<number>;
  close: () => Promise<void>;
}>;

/** Opens one. */
export async function testImports(): Promise<TestImports> {
  const folder = mkdtempSync(join(tmpdir(), 'salesboard-test-'));
  const keyring = throwawayKeyring();
  const store = await testStore();
  let workspace = await bareWorkspace(store, keyring);

  const all = <T = AnyRow>(table: string) =>
    store.query<T>(sql`select * from ${identifier(table)} where workspace_id = ${workspace.id} order by id`);
  const rowCount = async () => {
    let rows = 0;
    for (const entity of entities) rows += (await all(entity)).length;
    return rows;
  };
  const importing = (contents: Files, { tables, now = '2026-11-24T02:00:00.000Z', ...options }: Options = {}) => {
    const files = Object.entries(contents).map(([name, content]) => {
      const path = join(folder, name);
      writeFileSync(path, content);
      return { path, name };
    });
    const mapping = tables && { tables };
    return startImport({
      store,
      keyring,
      workspace,
      files,
      mapping,
      now: now as Instant,
      startedBy: '测试',
      ...options,
    });
  };
  const rejection = async (contents: Files, options: Options = {}) => {
    const error = await importing(contents, options).catch((problem: unknown) => problem);
    if (!(error instanceof ImportRejected)) throw new Error(`not rejected: ${String(error)}`);
    if ((await rowCount()) > 0) throw new Error('the rejected import left rows behind');
    return error.report.rejected.filter((each) => each.blocking);
  };
  return {
    store,
    workspaceId: () => workspace.id,
    startOver: async () => {
      workspace = await bareWorkspace(store, keyring);
    },
    importing,
    rejection,
    all,
    rowCount,
    close: async () => {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A workspace without a calendar, which imports do not need: made in no time. */
async function bareWorkspace(store: Store, keyring: ReturnType<typeof throwawayKeyring>): Promise<Workspace> {
  const id = newRowId();
  const salt = keyring.seal(Buffer.alloc(32, id).toString('base64url'), {
    workspaceId: id,
    entity: 'workspace',
    column: 'id_salt',
    rowId: id,
  });
  await store.query(sql`insert into workspace (id, slug, name, id_salt) values (${id}, ${id}, '测试', ${salt})`);
  const made = await workspaceById(store, id);
  if (!made) throw new Error('the workspace was not made');
  return made;
}
