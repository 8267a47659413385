import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { router } from '#web/shell/router.tsx';
import { type App, startApp } from './app.ts';
import { layoutFaults } from './layout-faults.ts';
import { everyLook, type Look, looks } from './looks.ts';
import { settled } from './settled.ts';

const widths = [1440, 768, 390];
const themes = ['light', 'dark'] as const;

let app: App;
let all: readonly Look[];
beforeAll(async () => {
  app = await startApp();
  all = await everyLook(app);
});
afterAll(() => app?.close());

test('every address of the app is looked at', () => {
  const addresses = Object.keys(router.routesByPath).filter((path) => path !== '/');
  expect(addresses.filter((path) => !looks.some((look) => look.path === path))).toEqual([]);
  expect(all.length).toBeGreaterThan(looks.length);
});

describe.each([
  ['zh', 'zh-CN'],
  ['en', 'en-US'],
])('in %s', (_language, locale) => {
  test.each(['anonymous', 'admin', 'rep'] as const)(
    'no text overlaps, is cut off or too small in what %s sees',
    async (role) => {
      const faults: string[] = [];
      const page = await app.page(role, { locale });
      for (const look of all.filter((each) => each.role === role)) {
        await page.goto(look.path);
        for (const width of widths)
          for (const theme of themes) faults.push(...(await faultsAt(page, { width, theme })));
      }
      await page.context().close();
      expect(faults).toEqual([]);
    },
  );
});

async function faultsAt(page: Page, { width, theme }: { width: number; theme: 'light' | 'dark' }): Promise<string[]> {
  await page.emulateMedia({ colorScheme: theme });
  await page.setViewportSize({ width, height: 900 });
  await settled(page);
  // As tall as the page, so that bars fixed to the window's edge lie over nothing.
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.min(height + 80, 12_000) });
  const faults = await page.evaluate(layoutFaults);
  const { pathname, search } = new URL(page.url());
  return faults.map((fault) => `${pathname}${search} at ${width} px, ${theme}: ${fault}`);
}
