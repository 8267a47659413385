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

test('a churn warning is assigned, followed up and closed with its outcome', async () => {
  const page = await app.page('admin');
  await page.goto('/customers');
  await settled(page);
  expect(await page.locator('#churn-title').textContent()).toMatch(/^\d+家客户可能流失，涉及.+\/年$/);
  const row = page.getByRole('table', { name: '流失预警' }).locator('tbody tr').first();
  const name = (await row.getByRole('link').textContent()) ?? '';
  await row.getByRole('button', { name: '安排' }).click();
  const dialog = page.getByRole('dialog', { name: `新建跟进：${name}` });
  expect(await dialog.getByLabel('说明').inputValue()).toContain('天没下单');
  await dialog.getByRole('button', { name: '保存' }).click();
  await expect.poll(() => row.textContent(), { timeout: 30_000 }).toContain('到期');
  await page
    .locator('#follow-ups')
    .getByRole('button', { name: `完成：${name}` })
    .click();
  await page.getByRole('button', { name: '已挽留' }).click();
  await expect.poll(() => row.textContent(), { timeout: 30_000 }).toContain('已挽留');
  await row.getByRole('button', { name: '再次安排' }).waitFor();
});

test('the score card says how good the warnings of a quarter ago were', async () => {
  const page = await app.page('viewer');
  await page.goto('/customers');
  await settled(page);
  const [, warned, all] =
    /家里(\d+)%没再下单，全部在买的客户里是(\d+)%/.exec(
      (await page.locator('#churn-score-title').textContent()) ?? '',
    ) ?? [];
  expect(Number(warned)).toBeGreaterThan(2 * Number(all));
});

test('a rep closes the follow-ups of the day on a phone, and takes one back', async () => {
  const page = await app.page('rep', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await page.goto('/customers');
  await settled(page);
  const row = page.getByRole('table', { name: '流失预警' }).locator('tbody tr').first();
  const name = (await row.getByRole('link').textContent()) ?? '';
  await row.getByRole('button', { name: '安排' }).click();
  await page.getByLabel('到期').fill(new Date().toISOString().slice(0, 10));
  await page.getByRole('button', { name: '保存' }).click();
  await expect.poll(() => row.textContent(), { timeout: 10_000 }).toContain('唐可欣');
  await page.goto('/customers/my-day');
  await page.getByRole('button', { name: `完成：${name}` }).tap();
  await page.getByRole('button', { name: '已下单' }).tap();
  const done = page.getByRole('region', { name: '最近完成' });
  await expect.poll(() => done.textContent(), { timeout: 10_000 }).toContain('已下单');
  await done.getByRole('button', { name: '撤销' }).first().tap();
  await page.getByRole('button', { name: `完成：${name}` }).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test('a customer’s contact is masked until somebody who may shows it', async () => {
  const page = await app.page('rep');
  await page.goto('/customers');
  await settled(page);
  await page.getByRole('table', { name: '流失预警' }).getByRole('link').first().click();
  const contact = page.locator('.contacts li').first();
  await expect.poll(() => contact.textContent(), { timeout: 10_000 }).toMatch(/\d{3}\*{4}\d{4}/);
  await contact.getByRole('button', { name: '查看' }).click();
  await expect.poll(() => contact.textContent(), { timeout: 10_000 }).toMatch(/\d{11}/);
});

test('the warnings gather among mid-sized companies of 华南, and the page says so', async () => {
  const page = await app.page('viewer');
  await page.goto('/customers');
  await settled(page);
  expect(await page.locator('.churn-most').textContent()).toContain('集中在华南的中型企业');
});
