import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type App, startApp } from './app.ts';
import { layoutFaults } from './layout-faults.ts';
import { settled } from './settled.ts';

const pages = ['/overview', '/revenue', '/pipeline/board', '/data'];
const widths = [1440, 768, 390];
const languages = ['zh', 'en'] as const;
const themes = ['light', 'dark'] as const;

let app: App;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app?.close());

describe.each(widths)('at %i px', (width) => {
  describe.each(languages)('in %s', (language) => {
    test.each(themes)('no text overlaps, is cut off or too small (%s)', async (theme) => {
      const faults = [
        ...(await faultsOf('/sign-in', { role: 'anonymous', width, language, theme })),
        ...(await faultsOf('/overview', { role: 'rep', width, language, theme })),
        ...(await faultsOf('/customers/my-day', { role: 'rep', width, language, theme })),
      ];
      for (const path of pages) faults.push(...(await faultsOf(path, { role: 'admin', width, language, theme })));
      expect(faults).toEqual([]);
    });
  });
});

type Look = { role: 'admin' | 'rep' | 'anonymous'; width: number; language: string; theme: 'light' | 'dark' };

async function faultsOf(path: string, { role, width, language, theme }: Look): Promise<string[]> {
  const page = await app.page(role, {
    viewport: { width, height: 900 },
    colorScheme: theme,
    locale: language === 'zh' ? 'zh-CN' : 'en-US',
  });
  await page.goto(path);
  await settled(page);
  // As tall as the page, so that bars fixed to the window's edge lie over nothing.
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.min(height + 80, 12_000) });
  const faults = await page.evaluate(layoutFaults);
  await page.context().close();
  return faults.map((fault) => `${role} ${path}: ${fault}`);
}
