import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type App, startApp } from './app.ts';
import { settled } from './settled.ts';

let app: App;
let admin: Page;
beforeAll(async () => {
  app = await startApp();
  admin = await app.page('admin');
});
afterAll(() => app?.close());

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const password = 'ten letters and more';

type Me = { viewer: { role: string; seesAll: boolean; personName: string | null }; calendar: { quarter: Quarter } };
type Quarter = { workdaysTotal: number };

async function meOf(page: Page): Promise<Me> {
  return (await page.request.get('/api/v1/me')).json();
}

async function revenueBehind(page: Page): Promise<{ revenue: string; reps: readonly (string | null)[] }> {
  const response = await page.request.post('/api/v1/query', {
    headers: { origin: app.url },
    data: { measures: ['revenue'], by: ['rep'], period: { kind: 'this', unit: 'year' } },
  });
  const answer = await response.json();
  return { revenue: answer.totals.revenue, reps: answer.rows.map((row: { rep: string | null }) => row.rep) };
}

test('an admin invites a rep, who comes in on a phone and sees only their own data', async () => {
  await admin.goto('/settings');
  await settled(admin);
  await admin.getByRole('button', { name: '邀请成员' }).click();
  const dialog = admin.getByRole('dialog', { name: '邀请成员' });
  await dialog.getByLabel('邮箱').fill('new-rep@demo.local');
  const colleague = dialog.getByLabel('数据里的同事');
  const name = (await colleague.locator('option').nth(3).textContent()) ?? '';
  await colleague.selectOption({ label: name });
  await dialog.getByRole('button', { name: '生成邀请链接' }).click();
  const link = await admin.getByLabel('邀请链接').inputValue();
  expect(link).toMatch(/\/invitation#[\w-]{43}$/);
  await admin.keyboard.press('Escape');
  await admin.getByRole('table', { name: '待接受的邀请' }).getByText('new-rep@demo.local').waitFor();

  const rep = await app.page('anonymous', phone);
  await rep.goto(link);
  await rep.getByRole('heading', { name: /^加入/ }).waitFor();
  await rep.getByLabel('密码').fill(password);
  await rep.getByRole('button', { name: '加入' }).click();
  await rep.waitForURL(/\/overview/);
  await settled(rep);
  expect((await meOf(rep)).viewer).toMatchObject({ role: 'rep', seesAll: false, personName: name });
  const [own, all] = [await revenueBehind(rep), await revenueBehind(admin)];
  expect(own.reps).toEqual([name]);
  expect(all.reps.length).toBeGreaterThan(5);
  expect(Number(own.revenue)).toBeLessThan(Number(all.revenue));
  await rep.context().close();
});

test('the link works once, and the rep signs in again by the password they chose', async () => {
  const rep = await app.page('anonymous', phone);
  await rep.goto('/sign-in');
  await rep.getByLabel('邮箱').fill('new-rep@demo.local');
  await rep.getByLabel('密码').fill(password);
  await rep.getByRole('button', { name: '登录', exact: true }).click();
  await rep.waitForURL(/\/overview/);
  await rep.goto('/settings');
  await rep.getByRole('heading', { name: '修改密码' }).waitFor();
  expect(await rep.getByRole('navigation', { name: '设置的各部分' }).count()).toBe(0);
  expect(await rep.getByRole('button', { name: '邀请成员' }).count()).toBe(0);
  expect(await rep.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  for (const path of ['members', 'invitations', 'api-keys', 'audit']) {
    expect((await rep.request.get(`/api/v1/${path}`)).status(), path).toBe(403);
  }
  await rep.goto('/settings?section=people');
  await rep.getByRole('heading', { name: '修改密码' }).waitFor();
  await rep.context().close();
});

test('an admin makes a workday a day off, sees the count fall, and undoes it', async () => {
  await admin.goto('/settings?section=calendar&month=2026-11');
  await settled(admin);
  const before = (await meOf(admin)).calendar.quarter.workdaysTotal;
  const heading = admin.getByRole('heading', { name: /有\d+个工作日/ });
  const days = Number(/有(\d+)个/.exec((await heading.textContent()) ?? '')?.[1]);
  await admin.getByRole('button', { name: /^2026-11-25.*工作日/ }).click();
  const dialog = admin.getByRole('dialog');
  await dialog.getByText(`${days} → ${days - 1}`).waitFor();
  await dialog.getByRole('button', { name: '改为休息日' }).click();
  await admin.getByRole('heading', { name: `有${days - 1}个工作日` }).waitFor();
  const fallen = (await meOf(admin)).calendar.quarter.workdaysTotal;
  await admin.getByRole('button', { name: '撤销', exact: true }).click();
  await admin.getByRole('heading', { name: `有${days}个工作日` }).waitFor();
  const after = (await meOf(admin)).calendar.quarter.workdaysTotal;
  // The demo's clock decides whether that day lies in this quarter; undone it is as before either way.
  expect([before - fallen <= 1, after]).toEqual([true, before]);
});

test('what was done stands in the audit log, and doctor finds it whole', async () => {
  await admin.goto('/settings?section=audit');
  await settled(admin);
  const table = admin.getByRole('table', { name: '操作日志' });
  for (const action of ['接受邀请', '邀请成员', '修改日历']) {
    expect(await table.getByRole('rowheader', { name: action, exact: true }).count(), action).toBeGreaterThan(0);
  }
  await admin.getByRole('combobox', { name: '操作', exact: true }).selectOption({ label: '修改日历' });
  await expect
    .poll(async () => new Set(await table.getByRole('rowheader').allInnerTexts()))
    .toEqual(new Set(['修改日历']));
  const [download] = await Promise.all([admin.waitForEvent('download'), admin.getByText('下载 CSV').click()]);
  expect(download.suggestedFilename()).toMatch(/^操作日志 .*\.csv$/);
  const { code, stdout } = await app.command('doctor');
  expect({ code, said: /(audit log of workspace demo|工作区 demo 的操作日志): \d+/.test(stdout) }).toEqual({
    code: 0,
    said: true,
  });
});

test.each(['light', 'dark'] as const)('axe finds nothing on any section in the %s theme', async (colorScheme) => {
  const page = await app.page('admin', { colorScheme });
  const found: string[] = [];
  for (const section of ['people', 'keys', 'calendar', 'workspace', 'account', 'audit']) {
    await page.goto(`/settings?section=${section}`);
    await settled(page);
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
      .analyze();
    found.push(...violations.map(({ id, nodes }) => `${section} ${id}: ${nodes[0]?.target.join(' ')}`));
  }
  await page.context().close();
  expect(found).toEqual([]);
});
