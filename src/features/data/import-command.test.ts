import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Instant } from '#shared/day.ts';
import { Problem } from '#shared/problem.ts';
import { throwawayKeyring } from '#store/seal.ts';
import type { Store } from '#store/store.ts';
import { listWorkspaces } from '#store/workspaces.ts';
import { testStore } from '#testing/test-store.ts';
import { importCommand } from './import-command.ts';

const cwd = mkdtempSync(join(tmpdir(), 'salesboard-test-'));
const keyring = throwawayKeyring();
let store: Store;

beforeAll(async () => {
  store = await testStore();
});
afterAll(async () => {
  await store.close();
  rmSync(cwd, { recursive: true, force: true });
});

async function run(...argv: string[]) {
  let [out, err] = ['', ''];
  const io = {
    cwd,
    locale: 'en' as const,
    out: (text: string) => {
      out += text;
    },
    err: (text: string) => {
      err += text;
    },
    signal: new AbortController().signal,
  };
  const clock = () => '2026-11-24T02:00:00.000Z' as Instant;
  const code = await importCommand({ store, keyring, clock }, argv, io).catch((problem: unknown) => problem);
  return { code, out, err };
}

const slugs = async () => (await listWorkspaces(store)).map((each) => each.slug);

test('without files it is a wrong call', async () => {
  expect(await run('--workspace', 'w')).toMatchObject({ code: 2, out: '' });
  expect((await run('a.csv', '--nonsense')).code).toBe(2);
});

test('a bad file fails, naming the place, and does not make the workspace', async () => {
  writeFileSync(join(cwd, 'bad.csv'), '订单号,订单日期,金额\nA-1,2026-02-30,5\n');
  const { code } = await run('bad.csv', '--workspace', 'w');
  expect(code).toBeInstanceOf(Problem);
  expect((code as Problem).details[0]?.place).toEqual({ file: 'bad.csv', row: 2, column: '订单日期' });
  expect((await run('none.csv', '--workspace', 'w')).code).toBeInstanceOf(Problem);
  expect(await slugs()).toEqual([]);
});

test('a good file makes the workspace, and a mapping says what is not evident', async () => {
  writeFileSync(join(cwd, 'good.csv'), '单据,日子,钱\nA-1,03/04/2026,5\n');
  const columns = { 单据: 'order_number', 日子: 'ordered_on', 钱: 'amount' };
  writeFileSync(
    join(cwd, 'map.json'),
    JSON.stringify({ tables: [{ kind: 'order_lines', columns, dateOrder: 'mdy' }] }),
  );
  expect(await run('good.csv', '--workspace', 'w', '--mapping', 'map.json', '--dry-run')).toMatchObject({ code: 0 });
  expect(await slugs()).toEqual([]);
  const { code, out } = await run('good.csv', '--workspace', 'w', '--mapping', 'map.json');
  expect([code, out.split('\n')[0]]).toEqual([0, 'Imported into workspace w']);
  expect(out).toContain('order lines: inserted 1, updated 0, unchanged 0');
  expect(await slugs()).toEqual(['w']);
});
