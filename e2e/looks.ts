import type { Page } from 'playwright-core';
import type { App, DemoRole } from './app.ts';
import { settled } from './settled.ts';

/** A page as somebody sees it. */
export type Look = Readonly<{ role: DemoRole; path: string }>;

/** Every address of the app with those who see it differently; `$id` and the sections of the settings are filled in by `everyLook`. */
export const looks: readonly Look[] = [
  { role: 'anonymous', path: '/sign-in' },
  { role: 'anonymous', path: '/invitation' },
  { role: 'anonymous', path: '/shared' },
  { role: 'anonymous', path: '/forgot-password' },
  { role: 'anonymous', path: '/reset-password' },
  { role: 'anonymous', path: '/verify-email' },
  { role: 'rep', path: '/second-factor' },
  { role: 'anonymous', path: '/welcome' },
  { role: 'anonymous', path: '/sign-up' },
  { role: 'anonymous', path: '/sign-up/confirm' },
  { role: 'anonymous', path: '/book-demo' },
  { role: 'admin', path: '/operator' },
  { role: 'admin', path: '/overview' },
  { role: 'rep', path: '/overview' },
  { role: 'admin', path: '/pipeline' },
  { role: 'admin', path: '/pipeline/board' },
  { role: 'admin', path: '/pipeline/deals/$id' },
  { role: 'admin', path: '/customers' },
  { role: 'rep', path: '/customers' },
  { role: 'rep', path: '/customers/my-day' },
  { role: 'admin', path: '/customers/one/$id' },
  { role: 'admin', path: '/revenue' },
  { role: 'admin', path: '/data' },
  { role: 'admin', path: '/settings' },
];

/** The looks with real ids, and one for each section that the settings offer. */
export async function everyLook(app: App): Promise<readonly Look[]> {
  const page = await app.page('admin');
  const ids: Readonly<Record<string, string>> = {
    '/pipeline/deals/$id': await linkedId(page, '/pipeline/board', '/pipeline/deals/'),
    '/customers/one/$id': await linkedId(page, '/customers', '/customers/one/'),
  };
  const sections = await settingsSections(page);
  await page.context().close();
  return looks.flatMap(({ role, path }) => {
    if (path === '/settings') return sections.map((section) => ({ role, path: `/settings?section=${section}` }));
    return [{ role, path: path.replace('$id', ids[path] ?? '') }];
  });
}

async function linkedId(page: Page, from: string, prefix: string): Promise<string> {
  await page.goto(from);
  await settled(page);
  const href = await page.locator(`a[href^="${prefix}"]`).first().getAttribute('href');
  return new URL(href ?? '', 'http://localhost').pathname.slice(prefix.length);
}

async function settingsSections(page: Page): Promise<readonly string[]> {
  await page.goto('/settings');
  await settled(page);
  const links = await page
    .locator('.settings-tabs a')
    .evaluateAll((all) => all.map((each) => each.getAttribute('href')));
  return links.map((href) => new URL(href ?? '', 'http://localhost').searchParams.get('section') ?? '');
}
