import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type App, startApp } from './app.ts';
import { settled } from './settled.ts';

let app: App;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app?.close());

const soon = { interval: 50, timeout: 10_000 };

test('a card dragged by mouse goes to the next stage with its amount, and back by undo', async () => {
  const page = await boardOf('admin');
  const [from, to] = [column(page, 0), column(page, 1)];
  const before = [await countOf(from), await countOf(to)] as const;
  const id = await firstCard(from);
  await drag(page, card(page, id), to);
  await expect.poll(() => countOf(to), soon).toBe(before[1] + 1);
  expect(await countOf(from)).toBe(before[0] - 1);
  await word(page, '已移到');
  expect(await to.locator(`[data-card="${id}"]`).count()).toBe(1);
  await page.getByRole('button', { name: '撤销' }).click();
  await word(page, '已恢复');
  await expect.poll(async () => [await countOf(from), await countOf(to)], soon).toEqual(before);
  await page.context().close();
});

test('a card is moved by keys alone: space lifts, arrows choose, space drops', async () => {
  const page = await boardOf('manager');
  const [from, to] = [column(page, 1), column(page, 2)];
  const before = await countOf(to);
  const id = await firstCard(from);
  await card(page, id).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Escape');
  expect(await countOf(to)).toBe(before);
  for (const key of ['Space', 'ArrowRight', 'Space']) await page.keyboard.press(key);
  await expect.poll(() => countOf(to), soon).toBe(before + 1);
  await word(page, '已移到');
  await page.context().close();
});

test('losing a deal asks why; the deal says so and the figures of the pipeline move in another browser', async () => {
  const reader = await app.page('executive');
  await reader.goto('/pipeline');
  await settled(reader);
  const sentence = reader.locator('.lead-sentence');
  const open = async () => Number(/未结商机\s*(\d+)\s*个/.exec((await sentence.textContent()) ?? '')?.[1]);
  const before = await open();
  expect(before).toBeGreaterThan(100);
  const page = await boardOf('admin');
  const id = await firstCard(column(page, 3));
  await drag(page, card(page, id), page.locator('[data-drop="lost"]'));
  const dialog = page.getByRole('dialog');
  expect(await dialog.getByRole('button', { name: '标为输单' }).isDisabled()).toBe(true);
  await dialog.getByLabel('价格').check();
  await dialog.getByLabel('备注').fill('对手低两成');
  await dialog.getByRole('button', { name: '标为输单' }).click();
  await word(page, '已标为输单');
  await expect.poll(open, soon).toBe(before - 1);
  await page.goto(`/pipeline/deals/${id}`);
  await settled(page);
  expect(await page.locator('.lead-sentence').textContent()).toContain('原因是价格');
  const latest = page.locator('.deal-log').first().locator('li').first();
  expect(await latest.textContent()).toContain('对手低两成');
  await Promise.all([page.context().close(), reader.context().close()]);
});

test('of two browsers that move the same card the slower one is told how it stands, and shows that', async () => {
  const fast = await boardOf('admin');
  const late = await boardOf('manager', { deaf: true });
  const id = await firstCard(column(late, 0));
  const deal = await (await fast.context().request.get(`/api/v1/opportunities/${id}`)).json();
  const step = { version: deal.version, change: { kind: 'stage', stageId: 's3' } };
  const moved = await fast
    .context()
    .request.post(`/api/v1/opportunities/${id}/changes`, { headers: { origin: app.url }, data: step });
  expect(moved.status(), await moved.text()).toBe(200);
  await drag(late, card(late, id), column(late, 1));
  await word(late, '你的改动没有写入');
  expect(await late.getByRole('alert').textContent()).toContain('现在在“方案报价”');
  await expect.poll(() => column(late, 2).locator(`[data-card="${id}"]`).count(), soon).toBe(1);
  await Promise.all([fast.context().close(), late.context().close()]);
});

test('a rep sees the own deals, moves them by menu on a phone, and finds nobody else’s', async () => {
  const page = await boardOf('rep', { viewport: { width: 390, height: 844 }, hasTouch: true });
  const owners = await page.locator('.deal-card-owner').allTextContents();
  expect(new Set(owners)).toEqual(new Set(['唐可欣']));
  const from = page.locator('.board-column[data-chosen="true"]');
  const before = await countOf(from);
  await from.locator('.deal-card-menu').first().click();
  await page.getByRole('menuitem', { name: '无效' }).click();
  await expect.poll(() => countOf(from), soon).toBe(before - 1);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  const admin = await app.page('admin');
  const board = await admin
    .context()
    .request.post('/api/v1/pipeline/board', { headers: { origin: app.url }, data: {} });
  const { columns } = (await board.json()) as { columns: { cards: { id: string; owner: { name: string } }[] }[] };
  const foreign = columns.flatMap(({ cards }) => cards).find(({ owner }) => owner.name !== '唐可欣');
  await page.goto(`/pipeline/deals/${foreign?.id}`);
  await page.getByText('没有这个商机').waitFor();
  await Promise.all([page.context().close(), admin.context().close()]);
});

test('a deal opened by hand stands on the board and is edited where it stands', async () => {
  const page = await boardOf('rep');
  await page.getByRole('button', { name: '新建商机' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('商机名称').fill('手工商机');
  await dialog.getByLabel('金额').fill('98765432.1');
  const [customer] = await ownCustomers(page);
  const field = dialog.getByLabel('客户');
  const fault = () => field.evaluate((input: HTMLInputElement) => input.validationMessage);
  await field.fill('没有这家公司');
  await expect.poll(fault, soon).toContain('没有找到');
  await field.fill(customer?.name ?? '');
  await expect.poll(fault, soon).toBe('');
  await dialog.getByRole('button', { name: '建立商机' }).click();
  const made = column(page, 0).locator('.deal-card', { hasText: '手工商机' });
  await made.waitFor();
  expect(await made.textContent()).toContain(customer?.name);
  await made.getByRole('link').click();
  await page.getByRole('button', { name: '修改金额' }).click();
  await page.getByLabel('金额（CNY）').fill('2000');
  await page.getByRole('button', { name: '保存' }).click();
  await expect.poll(() => page.locator('.deal-log').first().textContent(), soon).toContain('改为2,000元');
  await page.context().close();
});

type Look = NonNullable<Parameters<App['page']>[1]> & { deaf?: boolean };

/** The board in a window of its own; `deaf` hears of no change, so that it shows what was. */
async function boardOf(role: Parameters<App['page']>[0], { deaf = false, ...options }: Look = {}): Promise<Page> {
  const page = await app.page(role, options);
  if (deaf) await page.context().route('**/api/v1/events*', (route) => route.abort());
  await page.goto('/pipeline/board');
  await page.locator('.deal-card').first().waitFor();
  return page;
}

async function ownCustomers(page: Page): Promise<{ name: string }[]> {
  const answer = await page.context().request.get('/api/v1/members-of/customer');
  return (await answer.json()).members;
}

function column(page: Page, index: number): Locator {
  return page.locator('.board-column').nth(index);
}

function card(page: Page, id: string): Locator {
  return page.locator(`[data-card="${id}"]`);
}

async function firstCard(from: Locator): Promise<string> {
  return (await from.locator('.deal-card').first().getAttribute('data-card')) ?? '';
}

async function countOf(from: Locator): Promise<number> {
  return Number(await from.locator('h2 .num').textContent());
}

/** Moves like a hand: some pixels to begin with, then over the target, which may appear only now. */
async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  const start = await boxOf(from);
  await page.mouse.move(start.x + 60, start.y + 12);
  await page.mouse.down();
  await page.mouse.move(start.x + 90, start.y + 30, { steps: 4 });
  const end = await boxOf(to);
  await page.mouse.move(end.x + 80, end.y + Math.min(end.height / 2, 240), { steps: 8 });
  await page.mouse.up();
}

async function boxOf(place: Locator) {
  const box = await place.boundingBox();
  if (!box) throw new Error('not on the screen');
  return box;
}

async function word(page: Page, text: string): Promise<void> {
  await page.locator('.toast', { hasText: text }).waitFor({ timeout: 10_000 });
}
