import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { csvLine } from '#shared/csv.ts';
import type { Instant } from '#shared/day.ts';
import { identifier, join, sql } from '#shared/sql.ts';
import { type Entity, entities, entityTables } from '#store/entities.ts';
import { openedRows } from '#store/rows.ts';
import type { Keyring } from '#store/seal.ts';
import type { Store } from '#store/store.ts';
import type { Workspace } from '#store/workspaces.ts';

type Options = Readonly<{ store: Store; keyring: Keyring; workspace: Workspace; now: Instant }>;

/** A file of the export: the rows it has turned out to have. */
type Listed = Readonly<{ entity: Entity; file: string; rows: number; columns: readonly string[] }>;

const pageRows = 2000;

/**
 * Everything of a workspace that people, imports and the API wrote: one CSV a kind of row, and `manifest.json` with their row counts,
 * which comes last. Read page by page as the reader takes it, so that no size fills the memory; `finished` is told the rows.
 */
export function workspaceZip(options: Options, finished: (rows: number) => Promise<void>): Readable {
  const zip = new ZipFile();
  const listed: Listed[] = [];
  const mtime = new Date(options.now);
  for (const entity of entities) {
    const file = `${entity}.csv`;
    zip.addReadStreamLazy(file, { mtime }, (take) =>
      take(null, Readable.from(csvOf(options, { entity, file }, listed), { objectMode: false })),
    );
  }
  zip.addReadStreamLazy('manifest.json', { mtime }, (take) =>
    take(null, Readable.from(manifest(options, listed, finished), { objectMode: false })),
  );
  zip.end();
  // as: yazl's output is a PassThrough, typed by its interface only.
  return zip.outputStream as Readable;
}

async function* csvOf(
  { store, keyring, workspace }: Options,
  { entity, file }: Pick<Listed, 'entity' | 'file'>,
  listed: Listed[],
): AsyncGenerator<Buffer> {
  const columns = ['id', ...entityTables[entity].columns.keys()];
  yield Buffer.from(`\uFEFF${csvLine(columns)}`);
  let rows = 0;
  for (let after: string | null = ''; after !== null; ) {
    const page: readonly PageRow[] = await pageAfter(store, { workspaceId: workspace.id, entity, columns, after });
    const opened = openedRows(keyring, entity, page);
    if (page.length > 0)
      yield Buffer.from(opened.map((row) => csvLine(columns.map((name) => cell(row[name])))).join(''));
    rows += page.length;
    after = page.length < pageRows ? null : String(page.at(-1)?.id);
  }
  listed.push({ entity, file, rows, columns });
}

type PageRow = Readonly<Record<string, unknown>>;

function pageAfter(
  store: Store,
  of: Readonly<{ workspaceId: string; entity: Entity; columns: readonly string[]; after: string }>,
): Promise<readonly PageRow[]> {
  return store.query<PageRow>(sql`
    select ${join(of.columns.map(identifier))} from ${identifier(of.entity)}
     where workspace_id = ${of.workspaceId} and id > ${of.after}
     order by id limit ${pageRows}`);
}

function cell(value: unknown): string | number | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number' || typeof value === 'string') return value;
  return typeof value === 'boolean' ? String(value) : JSON.stringify(value);
}

async function* manifest(
  { workspace: { slug, name, zone, currency }, now }: Options,
  listed: readonly Listed[],
  finished: (rows: number) => Promise<void>,
): AsyncGenerator<Buffer> {
  const total = listed.reduce((sum, { rows }) => sum + rows, 0);
  const files = listed.map(({ entity, file, rows, columns }) => ({
    file,
    label: entityTables[entity].label,
    rows,
    columns,
  }));
  const head = { salesboard: 'export', version: 1, madeAt: now, workspace: { slug, name, zone, currency } };
  yield Buffer.from(`${JSON.stringify({ ...head, rows: total, files }, null, 2)}\n`);
  await finished(total);
}
