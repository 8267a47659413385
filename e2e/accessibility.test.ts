import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
  test.each(['anonymous', 'admin', 'rep'] as const)('axe finds nothing serious in what %s sees', async (role) => {
    const found: string[] = [];
    for (const { path } of looks.filter((look) => look.role === role)) {
      const page = await app.page(role, { colorScheme });
      await page.goto(path);
      await settled(page);
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .analyze();
      await page.context().close();
      for (const { id, nodes } of violations)
        found.push(`${path} ${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
    }
    expect(found).toEqual([]);
  });
});
