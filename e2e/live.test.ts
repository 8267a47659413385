import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type App, startApp } from './app.ts';
import { settled } from './settled.ts';

let app: App;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app?.close());

test('an order written in one browser shows in another, without a reload', async () => {
  const [reader, writer] = [await app.page('executive'), await app.page('admin')];
  await reader.goto('/overview?period=this_day');
  await settled(reader);
  const tiles = reader.getByRole('region', { name: '关键数字' });
  const before = await tiles.textContent();
  const answer = await writer.context().request.post('/api/v1/orders', {
    headers: { origin: app.url },
    data: { number: 'LIVE-1', orderedOn: await today(reader), lines: [{ amount: '123456', quantity: '1' }] },
  });
  expect(answer.status(), await answer.text()).toBe(201);
  await expect.poll(() => tiles.textContent(), { interval: 50, timeout: 5_000 }).not.toBe(before);
});

async function today(page: Page): Promise<string> {
  const me = await (await page.context().request.get('/api/v1/me')).json();
  return me.calendar.today;
}
