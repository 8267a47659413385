import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenIdProvider, openIdProvider } from '#testing/open-id-provider.ts';
import { type App, startApp } from './app.ts';
import { settled } from './settled.ts';

let app: App;
let provider: OpenIdProvider;

beforeAll(async () => {
  app = await startApp();
  provider = await openIdProvider(`${app.url}/api/v1/sign-in/return`);
  const person = { name: '林知远', email: 'lin@acme.test', emailVerified: true, groups: ['canteen', 'sales-leads'] };
  provider.people.set('lin', person);
});

afterAll(async () => {
  await app?.close();
  await provider?.close();
});

/** Signs in on the provider's own pages, and agrees. */
async function agreeThere(page: Page, login: string): Promise<void> {
  await page.waitForURL(`${provider.issuer}/**`);
  await page.locator('input[name=login]').fill(login);
  await page.locator('input[name=password]').fill('anything');
  await page.locator('button[type=submit]').click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.waitForURL(`${app.url}/**`);
}

test('an admin sets the provider up, tries it, and turns it on', async () => {
  const page = await app.page('admin');
  await page.goto('/settings?section=sign_on');
  await settled(page);
  await page.getByRole('button', { name: '设置OpenID Connect' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('签发者').fill(`${provider.issuer}/wrong`);
  await form.getByLabel('客户端ID').fill(provider.client);
  await form.getByLabel('客户端密钥').fill(provider.clientSecret);
  await form.getByLabel('另外要的scope').fill('groups');
  await form.getByLabel('按钮上的名称').fill('Acme账号');
  await form.getByRole('button', { name: '加一个组' }).click();
  await form.getByLabel('组 1', { exact: true }).fill('sales-leads');
  await form.getByLabel('角色 sales-leads').selectOption('executive');
  await form.getByLabel('不是成员的人登录时自动成为成员').check();

  await form.getByRole('button', { name: '测试连接' }).click();
  await form.getByRole('alert').waitFor();
  expect(await form.getByRole('alert').textContent()).toContain('openid-configuration');
  await form.getByLabel('签发者').fill(provider.issuer);
  await form.getByRole('button', { name: '测试连接' }).click();
  await form.getByText('连接正常').waitFor();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await form.getByRole('button', { name: '保存' }).click();
  await form.waitFor({ state: 'detached' });
  const row = page.getByRole('row', { name: 'OpenID Connect' });
  await row.getByText('已启用').waitFor();
  await page.context().close();
});

test('somebody signs in there, lands on the overview with the role of their group, and loses access with the group', async () => {
  const page = await app.page('anonymous');
  await page.goto('/sign-in?workspace=demo');
  await page.getByRole('button', { name: '用Acme账号登录' }).click();
  await agreeThere(page, 'lin');
  await page.waitForURL(`${app.url}/overview**`);
  await settled(page);
  await page.getByText('林知远').first().waitFor();
  const me = (await (await page.request.get('/api/v1/me')).json()) as { viewer: { role: string; name: string } };
  expect(me.viewer).toMatchObject({ role: 'executive', name: '林知远' });

  provider.people.set('lin', { name: '林知远', email: 'lin@acme.test', emailVerified: true, groups: ['canteen'] });
  const again = await app.page('anonymous');
  await again.goto('/sign-in?workspace=demo');
  await again.getByRole('button', { name: '用Acme账号登录' }).click();
  await agreeThere(again, 'lin');
  await again.getByRole('alert').waitFor();
  expect(await again.getByRole('alert').textContent()).toContain('不在任何有权限的组里');
  expect((await new AxeBuilder({ page: again }).analyze()).violations).toEqual([]);
  expect((await page.request.get('/api/v1/me')).status()).toBe(401);
  await Promise.all([page.context().close(), again.context().close()]);
});

test('a wrong name of a workspace says what to do, on a phone in English too', async () => {
  const options = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, locale: 'en-US' };
  const page = await app.page('anonymous', options);
  await page.goto('/sign-in');
  // The only workspace there is shows its buttons at once.
  await page.getByRole('button', { name: 'Sign in with Acme账号' }).waitFor();
  await page.getByRole('button', { name: 'Another workspace' }).tap();
  await page.getByLabel('Workspace').fill('no-such-place');
  await page.getByRole('button', { name: 'Continue' }).tap();
  await page.getByText('No sign-in provider was found for this workspace').waitFor();
  await page.getByLabel('Workspace').fill('demo');
  await page.getByRole('button', { name: 'Continue' }).tap();
  await page.getByRole('button', { name: 'Sign in with Acme账号' }).waitFor();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.context().close();
});
