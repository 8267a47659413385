import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type App, startApp } from './app.ts';
import { settled } from './settled.ts';

// The demo company's second problem: deals that entered 商务谈判 in the last four months are stuck over the price.

let app: App;
let page: Page;
beforeAll(async () => {
  app = await startApp();
  page = await app.page('admin');
  await page.goto('/pipeline');
  await settled(page);
});
afterAll(() => app?.close());

const titleOf = (id: string) => page.locator(`#${id}-title`).textContent();

test('the sentence on top says how much is open, how often deals are won, and which stage slowed down', async () => {
  const sentence = await page.locator('.lead-sentence').textContent();
  expect(sentence).toMatch(/未结商机\d+个、[\d.]+亿，按阶段赢率加权/);
  expect(sentence).toMatch(/赢单率[\d.]+%（\d+赢\d+输，95%区间[\d.]+–[\d.]+%）/);
  expect(sentence).toMatch(/商务谈判中位\d+天，比去年多\d+天，各阶段里慢得最多/);
});

test('the panel of stages names negotiation, and its rows add up to the tile', async () => {
  expect(await titleOf('dwell')).toMatch(/^商务谈判中位\d+天，比去年多\d+天/);
  const total = await page.locator('.dwell tfoot .count-column').textContent();
  expect(await page.locator('.lead-sentence').textContent()).toContain(`未结商机${total}个`);
  const stages = await page.locator('.dwell tbody .count-column').allTextContents();
  expect(stages.reduce((sum, count) => sum + Number(count), 0)).toBe(Number(total));
});

test('the funnel names negotiation as the weakest link, and how far it fell', async () => {
  const title = (await titleOf('funnel')) ?? '';
  const [, from, to] = /^商务谈判 → 赢单从([\d.]+)%降到([\d.]+)%/.exec(title) ?? [];
  expect(Number(from)).toBeGreaterThan(Number(to));
});

test('dwell switches to workdays by keyboard, and the table has every stage', async () => {
  const panel = page.locator('#dwell');
  await panel.getByRole('button', { name: '工作日' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => titleOf('dwell')).toContain('个工作日');
  await panel.getByRole('button', { name: '看表格' }).click();
  expect(await panel.locator('.table-view tbody tr').count()).toBe(4);
});
