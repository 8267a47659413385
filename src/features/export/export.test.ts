import { inflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '#shared/sql.ts';
import { upsertRows } from '#store/rows.ts';
import { type TestServer, testServer } from '#testing/test-server.ts';

let at: TestServer;
let files: ReadonlyMap<string, string>;

beforeAll(async () => {
  at = await testServer();
  const { keyring } = at.deps;
  const of = { workspaceId: at.workspace.id };
  await at.store.transaction(async (tx) => {
    const customers = Array.from({ length: 2003 }, (_, n) => ({ id: `c${n}`, name: `客户${n}` }));
    await upsertRows(tx, keyring, {
      ...of,
      entity: 'customer',
      rows: [...customers, { id: 'x', name: '=HYPERLINK("http://evil.test","中奖")' }],
    });
  });
  const response = await at.call('/api/v1/workspace/export', { key: await at.key({ role: 'admin' }) });
  expect([response.status, response.headers.get('content-disposition')]).toEqual([
    200,
    'attachment; filename="acme-2026-11-24.zip"',
  ]);
  files = unzipped(Buffer.from(await response.arrayBuffer()));
});
afterAll(() => at.close());

/** The files of a ZIP by its central directory, as any program reads it. */
function unzipped(zip: Buffer): ReadonlyMap<string, string> {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06'));
  const found = new Map<string, string>();
  let at = zip.readUInt32LE(end + 16);
  for (let n = zip.readUInt16LE(end + 10); n > 0; n -= 1) {
    const [size, name, extra, note] = [
      zip.readUInt32LE(at + 20),
      ...[28, 30, 32].map((by) => zip.readUInt16LE(at + by)),
    ] as [number, number, number, number];
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const content = inflateRawSync(zip.subarray(start, start + size)).toString('utf8');
    found.set(zip.subarray(at + 46, at + 46 + name).toString(), content);
    at += 46 + name + extra + note;
  }
  return found;
}

test('every kind of row is a file, and the manifest says how many rows each has', () => {
  const manifest = JSON.parse(files.get('manifest.json') ?? '');
  for (const { file, rows } of manifest.files) {
    const lines = (files.get(file) ?? '').split('\r\n').length - 2;
    expect([file, lines]).toEqual([file, rows]);
  }
  const rowsOf = (name: string) => manifest.files.find(({ file }: { file: string }) => file === name).rows;
  expect([rowsOf('customer.csv'), rowsOf('person.csv'), rowsOf('team.csv')]).toEqual([2004, 3, 4]);
  expect(manifest.rows).toBe(2004 + 14);
  expect(manifest.files).toHaveLength(25);
});

test('names are in clear, and none of them is a formula', () => {
  const customers = files.get('customer.csv') ?? '';
  expect(customers.startsWith('\uFEFFid,')).toBe(true);
  expect(customers).toContain('客户2002');
  expect(customers).toContain(`"'=HYPERLINK(""http://evil.test"",""中奖"")"`);
});

test('only who may take everything along gets it, and the audit log says who did', async () => {
  for (const role of ['executive', 'manager', 'rep', 'finance', 'viewer'] as const) {
    const key = await at.key({ role, personId: 'shen' });
    expect((await at.call('/api/v1/workspace/export', { key })).status).toBe(403);
  }
  const noted = await at.store.query(
    sql`select details from audit_entry where action = 'workspace_exported' order by position`,
  );
  expect(noted).toEqual([{ details: { phase: 'begun' } }, { details: { phase: 'finished', rows: 2018 } }]);
});
