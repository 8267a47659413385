import { afterAll, beforeAll, expect, test } from 'vitest';
import { type App, startApp } from './app.ts';
import { settled } from './settled.ts';

let app: App;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app?.close());

test('a rep claims a customer of the pool, and it leaves the pool', async () => {
  const page = await app.page('rep');
  await page.goto('/customers');
  await settled(page);
  const pool = page.getByRole('table', { name: '公海' });
  const claim = pool.getByRole('button', { name: /^认领/ }).first();
  const name = ((await claim.getAttribute('aria-label')) ?? '').replace('认领', '');
  expect(name).not.toBe('');
  const title = page.locator('#pool-title');
  const before = Number(/\d+/.exec((await title.textContent()) ?? '')?.[0]);
  await claim.click();
  await expect.poll(() => pool.getByText(name).count(), { timeout: 10_000 }).toBe(0);
  await expect.poll(() => title.textContent(), { timeout: 10_000 }).toContain(`公海${before - 1}家`);
  await page.getByLabel('按名称查找客户').fill(name);
  const list = page.getByRole('table', { name: '客户名单' });
  await expect.poll(() => list.getByRole('row', { name }).textContent(), { timeout: 10_000 }).toContain('唐可欣');
});

test('the number of a tier opens the list that adds up to it', async () => {
  const page = await app.page('admin');
  await page.goto('/customers');
  await settled(page);
  const cell = page
    .locator('#tiers')
    .getByRole('button', { name: /^A级客户\d+家/ })
    .first();
  const count = (await cell.textContent())?.trim() ?? '';
  await cell.click();
  await expect
    .poll(() => page.locator('#customer-list-title').textContent(), { timeout: 10_000 })
    .toContain(`：${count}家`);
  expect(page.url()).toContain('list=tier');
});

test('the page of 华南 says that sensors have collapsed', async () => {
  const page = await app.page('admin');
  const { members } = await (await page.context().request.get('/api/v1/members-of/region?search=华南')).json();
  await page.goto(`/customers?region=${members[0].key}`);
  await settled(page);
  expect(await page.locator('#trends-title').textContent()).toContain('传感器近一季同比少');
});
