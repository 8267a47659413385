import { createHmac } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestMailServer, testMailServer } from '#testing/test-mail-server.ts';
import { type App, startApp } from './app.ts';
import { settled } from './settled.ts';

let app: App;
let post: TestMailServer;
beforeAll(async () => {
  post = await testMailServer();
  app = await startApp({ env: { SMTP_URL: post.url, MAIL_FROM: 'Salesboard <sales@demo.local>' } });
});
afterAll(async () => {
  await app?.close();
  await post?.close();
});

const password = 'demo-salesboard';
const email = 'finance@demo.local';
let secret = '';
let codes: readonly string[] = [];
let lastStep = 0;

/** An authenticator of our own, by RFC 6238: its next code that was not used yet. */
function nextCode(): string {
  lastStep = Math.max(lastStep + 1, Math.floor(Date.now() / 30_000) - 1);
  const bits = [...secret].map((letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  );
  const key = Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(lastStep));
  const mac = createHmac('sha1', key).update(counter).digest();
  const number = mac.readUInt32BE((mac.at(-1) ?? 0) & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}

async function typedPassword(page: Page, typed = password): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('邮箱').fill(email);
  await page.getByLabel('密码', { exact: true }).fill(typed);
  await page.getByRole('button', { name: '登录', exact: true }).click();
}

test('somebody sets up an authenticator by the key beside the QR code and keeps ten recovery codes', async () => {
  const page = await app.page('finance');
  await page.goto('/settings?section=account');
  await settled(page);
  await page.getByRole('button', { name: '开启两步验证' }).click();
  const dialog = page.getByRole('dialog', { name: '开启两步验证' });
  await dialog.getByLabel('现在的密码').fill(password);
  await dialog.getByRole('button', { name: '下一步' }).click();
  await dialog.getByRole('img', { name: '验证器要扫的二维码' }).waitFor();
  secret = ((await dialog.locator('code').textContent()) ?? '').replaceAll(' ', '');
  await dialog.getByLabel('验证器显示的数字').fill(nextCode());
  await dialog.getByRole('button', { name: '开启', exact: true }).click();
  await dialog.getByText('我已经收好恢复码').waitFor();
  codes = await dialog.locator('ol code').allTextContents();
  expect(codes).toHaveLength(10);
  expect(await dialog.getByRole('button', { name: '完成' }).isDisabled()).toBe(true);
  const saving = page.waitForEvent('download');
  await dialog.getByRole('button', { name: '存成文件' }).click();
  expect((await saving).suggestedFilename()).toBe('salesboard-recovery-codes.txt');
  await dialog.getByLabel('我已经收好恢复码').check();
  await dialog.getByRole('button', { name: '完成' }).click();
  await page.getByRole('heading', { name: '两步验证已开启' }).waitFor();
  await page.context().close();
});

test('then the password asks for a code, which phones offer by themselves, and works once', async () => {
  const page = await app.page('anonymous');
  await typedPassword(page);
  const field = page.getByLabel('验证码');
  expect(await field.getAttribute('autocomplete')).toBe('one-time-code');
  await field.fill('000000');
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('alert').getByText('验证码不对').waitFor();
  const code = nextCode();
  await field.fill(code);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/overview/);
  await page.context().clearCookies();
  await typedPassword(page);
  await page.getByLabel('验证码').fill(code);
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText('验证码不对').waitFor();
  await page.context().close();
});

test('without the phone a recovery code opens the door', async () => {
  const page = await app.page('anonymous');
  await typedPassword(page);
  await page.getByRole('button', { name: '手机不在身边，用恢复码' }).click();
  await page.getByLabel('恢复码', { exact: true }).fill(codes[0] ?? '');
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.waitForURL(/\/overview/);
  await page.goto('/settings?section=account');
  await page.getByText('恢复码还剩9个').waitFor();
  await page.context().close();
  expect((await post.letterTo(email)).text).toContain('两步验证刚刚开启');
  expect((await post.letterTo(email)).text).toContain('恢复码登录');
});

test('a forgotten password is reset by a letter; a weak one is refused, and the second factor stays', async () => {
  const page = await app.page('anonymous', { viewport: { width: 390, height: 844 } });
  await page.goto('/sign-in');
  await page.getByRole('link', { name: '忘记密码？' }).click();
  await page.getByLabel('邮箱').fill(email);
  await page.getByRole('button', { name: '发送邮件' }).click();
  await page.getByText(`如果${email}有账号，邮件已经发出`).waitFor();
  const [link = ''] = /http\S+\/reset-password#\S+/.exec((await post.letterTo(email)).text) ?? [];
  await page.goto(link);
  await page.getByLabel('新密码').fill('password123');
  await page.getByText('这个密码太常见').waitFor();
  await page.getByRole('button', { name: '保存新密码' }).click();
  await page.getByRole('alert').getByText('这个密码太常见').waitFor();
  await page.getByLabel('新密码').fill('four unrelated nouns');
  await page.getByText('很强').waitFor();
  await page.getByRole('button', { name: '保存新密码' }).click();
  await page.getByText('新密码已经生效').waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await typedPassword(page, 'four unrelated nouns');
  await page.getByLabel('验证码').waitFor();
  await page.goto(link);
  await page.getByRole('alert').getByText('这个链接无效').waitFor();
  await page.context().close();
});

test('an admin asks everybody for a second factor: who has none is led to set one up', async () => {
  const admin = await app.page('admin');
  await admin.goto('/settings?section=people');
  await admin.getByRole('table', { name: '成员' }).getByText('已开启').waitFor();
  const rule = admin.getByLabel('要求用密码登录的成员都开启两步验证', { exact: false });
  await rule.click();
  await admin.getByRole('alert').getByText('请先在「我的账号」里开启自己的两步验证').waitFor();
  const key = await app.command('api-key', 'create', '--workspace', 'demo', '--name', 'rule', '--role', 'admin');
  const setRule = (isRequired: boolean) =>
    fetch(`${app.url}/api/v1/workspace/second-factor`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${key.stdout.trim()}`, 'content-type': 'application/json' },
      body: JSON.stringify({ isRequired }),
    });
  expect((await setRule(true)).status).toBe(204);
  const viewer = await app.page('viewer');
  await viewer.goto('/overview');
  await viewer.getByRole('heading', { name: '请开启两步验证' }).waitFor();
  await viewer.getByLabel('现在的密码').waitFor();
  expect((await setRule(false)).status).toBe(204);
  await viewer.context().close();
  await admin.context().close();
});

test('whoever lost everything is let in from the shell of the server', async () => {
  expect(await app.command('user', 'reset-second-factor', '--email', email)).toMatchObject({ code: 0 });
  const page = await app.page('anonymous');
  await typedPassword(page, 'four unrelated nouns');
  await page.waitForURL(/\/overview/);
  await page.context().close();
});
