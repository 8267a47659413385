import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type App, startApp } from './app.ts';
import { settled } from './settled.ts';

// The demo company's second and third problems, as the panels of the pipeline page say them.

let app: App;
let page: Page;
beforeAll(async () => {
  app = await startApp();
  page = await app.page('admin');
  await page.goto('/pipeline');
  await settled(page);
});
afterAll(() => app?.close());

const soon = { timeout: 20_000 };
const titleOf = (id: string) => page.locator(`#${id}-title`).textContent();

test('the stuck deals name negotiation, and the price as what most of them hang on', async () => {
  const title = (await titleOf('stuck')) ?? '';
  const [, all, price] = /^商务谈判卡住(\d+)个、[\d,.]+万，其中(\d+)个疑似价格$/.exec(title) ?? [];
  expect(Number(price)).toBeGreaterThan(Number(all) / 2);
});

test('the sources name the one with many leads and few wins', async () => {
  const title = (await titleOf('sources')) ?? '';
  const [, leads, won] = /^线上投放占线索([\d.]+)%、只占赢单([\d.]+)%/.exec(title) ?? [];
  expect(Number(leads)).toBeGreaterThan(25);
  expect(Number(won)).toBeLessThan(Number(leads) / 3);
});

test('the list of a rule is as long as the rule says', async () => {
  const panel = page.locator('#stuck');
  const rule = panel.getByRole('button', { name: /^推迟3次以上/ });
  const count = Number(/(\d+)$/.exec((await rule.textContent()) ?? '')?.[1]);
  await rule.click();
  await expect.poll(() => panel.locator('.foot button').textContent(), soon).toBe(`查看全部${count}个`);
  await panel.locator('.foot button').click();
  expect(await panel.locator('.stuck tbody tr').count()).toBe(count);
  const all = panel.getByRole('button', { name: /^全部/ });
  await all.click();
  const whole = Number(/(\d+)$/.exec((await all.textContent()) ?? '')?.[1]);
  await expect.poll(() => panel.locator('.stuck tbody tr').count(), soon).toBe(Math.min(whole, 50));
});

test('the next step of a stuck deal becomes a task with the figures in its note', async () => {
  const panel = page.locator('#stuck');
  const row = panel.locator('.stuck tbody tr').first();
  const deal = (await row.locator('th').textContent()) ?? '';
  const step = (await row.locator('.next-column').textContent()) ?? '';
  await row.locator('.next-column button').click();
  const dialog = page.getByRole('dialog');
  expect(await dialog.locator('h2').textContent()).toContain(deal);
  expect(await dialog.locator('input').first().inputValue()).toBe(step);
  expect(await dialog.locator('textarea').inputValue()).not.toBe('');
  await dialog.locator('button[type="submit"]').click();
  await dialog.waitFor({ state: 'detached' });
  const response = await page.request.get('/api/v1/tasks?kind=stuck');
  const { tasks } = (await response.json()) as { tasks: { title: string; opportunity: { name: string } }[] };
  expect(tasks.map(({ title, opportunity }) => [title, opportunity.name])).toContainEqual([step, deal]);
});

test('a stuck deal is handed over from the list, and its history says to whom and why', async () => {
  const row = page.locator('#stuck .stuck tbody tr').first();
  const [owner, link] = [row.locator('.rep-column button'), row.locator('th a')];
  const id = ((await link.getAttribute('href')) ?? '').split('/').at(-1) ?? '';
  const before = await owner.textContent();
  await owner.click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('option').nth(1).waitFor({ state: 'attached' });
  await dialog.locator('select').selectOption({ index: 1 });
  await dialog.locator('textarea').fill('忙不过来');
  await dialog.locator('button[type="submit"]').click();
  await dialog.waitFor({ state: 'detached' });
  const ownerNow = page.locator('.stuck tr', { has: page.locator(`a[href$="${id}"]`) }).locator('.rep-column');
  await expect.poll(() => ownerNow.textContent(), soon).not.toBe(before);
  const deal = JSON.stringify(await (await page.request.get(`/api/v1/opportunities/${id}`)).json());
  expect(deal).toContain('忙不过来');
});

test('lost reasons split by stage add up to the title', async () => {
  const panel = page.locator('#lost');
  await panel.getByRole('button', { name: '按阶段' }).click();
  const counts = await panel.locator('.lost-parts .count-column').allTextContents();
  const total = counts.slice(1).reduce((sum, count) => sum + Number(count), 0);
  expect(await titleOf('lost')).toMatch(new RegExp(`^${total}个输单里`));
});
