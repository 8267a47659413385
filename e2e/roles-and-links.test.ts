import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type App, startApp } from './app.ts';
import { settled } from './settled.ts';

let app: App;
let admin: Page;
beforeAll(async () => {
  app = await startApp();
  admin = await app.page('admin');
});
afterAll(() => app?.close());

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

async function revenueSeen(page: Page, base = ''): Promise<number> {
  const response = await page.request.post(`${base}/api/v1/query`, {
    headers: { origin: app.url },
    data: { measures: ['revenue'], period: { kind: 'this', unit: 'year' } },
  });
  return Number((await response.json()).totals.revenue);
}

const downloads = (page: Page) => page.getByRole('button', { name: '下载' }).count();

test('an own role is made, given to a member and bites at once, without signing in again', async () => {
  const finance = await app.page('finance');
  await finance.goto('/revenue');
  await settled(finance);
  expect(await downloads(finance)).toBeGreaterThan(0);

  await admin.goto('/settings?section=roles');
  await settled(admin);
  await admin.getByRole('button', { name: '新建角色' }).click();
  const dialog = admin.getByRole('dialog', { name: '新建角色' });
  await dialog.getByLabel('中文名').fill('外部顾问');
  await dialog.getByLabel('英文名').fill('Consultant');
  await dialog.getByLabel('默认数据范围').selectOption('all');
  await dialog.getByRole('button', { name: '保存' }).click();
  const own = admin.getByRole('table', { name: '自定义角色' });
  await own.getByText('外部顾问').waitFor();

  await admin.goto('/settings?section=people');
  await settled(admin);
  const row = admin.getByRole('table', { name: '成员' }).getByRole('row').filter({ hasText: 'finance@demo.local' });
  await row.getByRole('button', { name: /^更改/ }).click();
  const place = admin.getByRole('dialog');
  await place.getByLabel('角色').selectOption({ label: '外部顾问' });
  await place.getByRole('button', { name: '保存' }).click();
  await row.getByText('外部顾问').waitFor();

  // The open page is told by its live events.
  await expect.poll(() => downloads(finance), { timeout: 15_000 }).toBe(0);
  const refused = await finance.request.post('/api/v1/query', {
    headers: { origin: app.url },
    data: { measures: ['gross_profit'], period: { kind: 'this', unit: 'year' } },
  });
  expect(refused.status()).toBe(403);
  await finance.context().close();
});

test('a role in use is deleted only after its members have another', async () => {
  await admin.goto('/settings?section=roles');
  await settled(admin);
  await admin.getByRole('button', { name: '删除角色外部顾问' }).click();
  const dialog = admin.getByRole('dialog');
  await dialog.getByLabel(/先转到/).selectOption('finance');
  await dialog.getByRole('button', { name: '删除' }).click();
  await admin.getByText('还没有自定义角色').waitFor();
});

test('a shared view is seen on a phone without an account, in the scope of its sharer, until it is revoked', async () => {
  const manager = await app.page('manager');
  await manager.goto('/revenue?period=this_year');
  await settled(manager);
  await manager.getByRole('button', { name: '分享', exact: true }).click();
  const dialog = manager.getByRole('dialog', { name: '分享这个页面' });
  await dialog.getByLabel('1天').check();
  await dialog.getByLabel(/^备注/).fill('周会用');
  await dialog.getByRole('button', { name: '生成链接' }).click();
  const link = await dialog.getByLabel('只读链接').inputValue();
  expect(link).toMatch(/\/shared#[\w-]{43}$/);
  await manager.keyboard.press('Escape');

  const holder = await app.page('anonymous', phone);
  await holder.goto(link);
  await holder.waitForURL(/\/shared\/[\w-]{12}\/revenue/);
  await settled(holder);
  const base = /\/shared\/[\w-]+/.exec(holder.url())?.[0] ?? '';
  await holder.getByText(/分享的“.*”，只读/).waitFor();
  await holder.getByText('周会用').waitFor();
  expect(await revenueSeen(holder, base)).toBe(await revenueSeen(manager));
  expect(await revenueSeen(manager)).toBeLessThan(await revenueSeen(admin));
  expect([await downloads(holder), await holder.getByRole('navigation').count()]).toEqual([0, 0]);
  expect((await holder.request.get('/api/v1/me')).status()).toBe(401);
  expect((await holder.request.get(`${base}/api/v1/members`)).status()).toBe(403);
  expect(await holder.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);

  await manager.goto('/settings?section=links');
  await settled(manager);
  await manager.getByRole('table', { name: '分享链接' }).getByText('周会用').waitFor();
  await manager.getByRole('button', { name: /^收回/ }).click();
  await manager.getByRole('dialog').getByRole('button', { name: '收回', exact: true }).click();
  await manager.getByText('没有有效的分享链接').waitFor();
  // Whoever is looking is cut off by the live events.
  await holder.getByRole('heading', { name: '打不开这个链接' }).waitFor({ timeout: 15_000 });
  await holder.goto(link);
  await holder.getByRole('alert').waitFor();
  expect((await holder.request.get(`${base}/api/v1/me`)).status()).toBe(401);
  for (const page of [manager, holder]) await page.context().close();
});

test('a download is in the audit log before it is a file', async () => {
  await admin.goto('/revenue');
  await settled(admin);
  await admin.getByRole('button', { name: '下载' }).first().click();
  const [download] = await Promise.all([
    admin.waitForEvent('download'),
    admin.getByRole('menuitem', { name: /CSV/ }).click(),
  ]);
  const folder = mkdtempSync(join(tmpdir(), 'salesboard-download-'));
  await download.saveAs(join(folder, 'export.csv'));
  expect(readFileSync(join(folder, 'export.csv'), 'utf8')).toContain('\r\n');
  rmSync(folder, { recursive: true });
  await admin.goto('/settings?section=audit&action=data_exported');
  await settled(admin);
  const entry = admin.getByRole('table', { name: '操作日志' }).getByRole('row').nth(1);
  expect(await entry.textContent()).toMatch(/导出文件.*演示管理员.*csv/);
});

test('a file that is not put on record is not made', async () => {
  await admin.goto('/revenue');
  await settled(admin);
  await admin.route('**/api/v1/exports', (route) => route.fulfill({ status: 403, json: { code: 'not_allowed' } }));
  let files = 0;
  admin.on('download', () => {
    files += 1;
  });
  await admin.getByRole('button', { name: '下载' }).first().click();
  await admin.getByRole('menuitem', { name: /CSV/ }).click();
  await admin.getByRole('alert').waitFor();
  expect(files).toBe(0);
  await admin.unroute('**/api/v1/exports');
});

test('the log is searched by a word', async () => {
  await admin.goto('/settings?section=audit');
  await settled(admin);
  await admin.getByLabel('搜索').fill('Consultant');
  await admin.waitForURL(/text=Consultant/);
  await settled(admin);
  const table = admin.getByRole('table', { name: '操作日志' });
  expect(await table.getByRole('row').count()).toBe(3);
  expect(await table.textContent()).toMatch(/删除角色.*新建角色/);
});
