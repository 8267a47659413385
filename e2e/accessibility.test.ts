import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type App, startApp } from './app.ts';
import { settled } from './settled.ts';

const looks = [
  { role: 'anonymous', path: '/sign-in' },
  { role: 'rep', path: '/overview' },
  { role: 'admin', path: '/overview' },
  { role: 'admin', path: '/revenue' },
  { role: 'admin', path: '/pipeline' },
  { role: 'admin', path: '/pipeline/board' },
  { role: 'admin', path: '/customers' },
  { role: 'rep', path: '/customers' },
  { role: 'rep', path: '/customers/my-day' },
  { role: 'admin', path: '/data' },
  { role: 'admin', path: '/settings' },
] as const;

let app: App;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app?.close());

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
  test.each(looks)('axe finds nothing serious on $path as $role', async ({ role, path }) => {
    const page = await app.page(role, { colorScheme });
    await page.goto(path);
    await settled(page);
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze();
    await page.context().close();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`),
    ).toEqual([]);
  });
});
