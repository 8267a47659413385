import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type App, startApp } from './app.ts';
import { everyLook, type Look } from './looks.ts';
import { settled } from './settled.ts';

let app: App;
let looks: readonly Look[];
beforeAll(async () => {
  app = await startApp();
  looks = await everyLook(app);
});
afterAll(() => app?.close());

test.each(['anonymous', 'admin', 'rep'] as const)('axe finds nothing serious in what %s sees', async (role) => {
  const page = await app.page(role);
  const found: string[] = [];
  for (const { path } of looks.filter((look) => look.role === role)) {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(path);
    await settled(page);
    found.push(...(await violations(axe(page), path)));
    // The theme changes colours and nothing else.
    await page.emulateMedia({ colorScheme: 'dark' });
    found.push(...(await violations(axe(page).withRules(['color-contrast']), `${path} in the dark`)));
  }
  await page.context().close();
  expect(found).toEqual([]);
});

function axe(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']);
}

async function violations(builder: AxeBuilder, where: string): Promise<string[]> {
  const { violations: all } = await builder.analyze();
  return all.map(({ id, nodes }) => `${where} ${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}
