import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type App, startApp } from './app.ts';
import { settled } from './settled.ts';

// A stranger's way in: the public page, a trial, its tour, a colleague on a phone, the operator's hand, the end.

let app: App;
let owner: Page;
beforeAll(async () => {
  app = await startApp();
  owner = await app.page('anonymous');
});
afterAll(() => app?.close());

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const password = '巴山夜雨涨秋池 8842';
const company = '青禾自动化';
const soon = { timeout: 20_000 };

const quote = (page: Page) => page.locator('.tour blockquote').textContent();
const next = (page: Page) => page.locator('.tour footer button').last().click();

/** Waits until the page itself says so at this step; its figures follow the step's filters. */
const saysItself = (page: Page, what: RegExp) =>
  expect.poll(async () => ((await quote(page)) ?? '').replace('页面自己写着', ''), { timeout: 60_000 }).toMatch(what);

test('the public page says what it is in both languages and leads to the three doors', async () => {
  await owner.goto('/');
  expect(await owner.locator('h1').textContent()).toBe('数字对得上，说得清，下一步就在旁边');
  await owner.locator('.welcome-hero img').waitFor();
  expect(await owner.locator('.welcome img').evaluateAll((all) => all.length)).toBe(5);
  for (const [name, path] of [
    ['免费试用14天', '/sign-up'],
    ['预约演示', '/book-demo'],
    ['登录', '/sign-in'],
  ] as const)
    expect(await owner.getByRole('main').getByRole('link', { name, exact: true }).first().getAttribute('href')).toBe(
      path,
    );
  await owner.getByRole('button', { name: 'English' }).click();
  await owner.getByRole('heading', { name: 'The trial company hides three problems' }).waitFor();
  await owner.getByRole('button', { name: '中文' }).click();
});

test('signing up gives a workspace of one’s own with the demo in it', async () => {
  await owner.getByRole('link', { name: '免费试用14天' }).first().click();
  await owner.getByLabel('公司名称').fill(company);
  await owner.getByLabel('你的姓名').fill('林岚');
  await owner.getByLabel('邮箱').fill('lin@qinghe.test');
  await owner.getByLabel('设一个密码').fill(password);
  await owner.getByLabel(/^我同意/).check();
  await owner.getByRole('button', { name: '开始试用' }).click();
  await owner.getByRole('progressbar', { name: '正在放入演示数据' }).waitFor({ timeout: 30_000 });
  await owner.getByRole('region', { name: '导览' }).waitFor({ timeout: 180_000 });
  expect(await owner.locator('.trial-banner').textContent()).toContain('试用还剩14天');
});

test('the tour leads to the three problems, and the pages themselves say them', async () => {
  await owner.getByRole('button', { name: '开始', exact: true }).click();
  await saysItself(owner, /华南少了/);
  await next(owner);
  await saysItself(owner, /^传感器近一季同比少/);
  await next(owner);
  await saysItself(owner, /^商务谈判卡住\d+个.*疑似价格$/);
  await next(owner);
  await saysItself(owner, /^线上投放占线索[\d.]+%、只占赢单[\d.]+%/);
});

test('the tour goes on where one left it on another device, is put away by Escape and taken up from the menu', async () => {
  const other = await app.page('anonymous', phone);
  await other.goto('/sign-in');
  await other.getByLabel('邮箱').fill('lin@qinghe.test');
  await other.getByLabel('密码').fill(password);
  await other.getByRole('button', { name: '登录', exact: true }).click();
  const card = other.getByRole('region', { name: '导览' });
  await card.getByText('第5步，共6步').waitFor({ timeout: 60_000 });
  await card.getByRole('heading').focus();
  const remembered = other.waitForResponse('**/api/v1/me/tour');
  await other.keyboard.press('Escape');
  await remembered;
  await card.waitFor({ state: 'detached' });
  await other.reload();
  await settled(other);
  expect(await card.count()).toBe(0);
  await other.getByRole('button', { name: '我的' }).click();
  await other.getByRole('button', { name: '产品导览' }).click();
  await card.getByText('第5步，共6步').waitFor();
  await other.context().close();
});

test('it ends with one’s own people: a rep is invited, comes in on a phone and sees only their own data', async () => {
  await owner.reload();
  await next(owner);
  await owner.getByRole('link', { name: '邀请同事' }).click();
  await settled(owner);
  await owner.getByRole('button', { name: '邀请成员' }).click();
  const dialog = owner.getByRole('dialog', { name: '邀请成员' });
  await dialog.getByLabel('邮箱').fill('rep@qinghe.test');
  const colleague = dialog.getByLabel('数据里的同事');
  const name = (await colleague.locator('option').nth(3).textContent()) ?? '';
  await colleague.selectOption({ label: name });
  await dialog.getByRole('button', { name: /^(生成|发出)/ }).click();
  const link = await owner.getByLabel('邀请链接').inputValue();
  const rep = await app.page('anonymous', phone);
  await rep.goto(link);
  await rep.getByLabel('密码').first().fill('渭城朝雨浥轻尘 4417');
  await rep.getByRole('button', { name: '加入' }).click();
  await rep.waitForURL(/\/overview/);
  await settled(rep);
  expect(await rep.getByRole('region', { name: '导览' }).count()).toBe(0);
  const answer = await rep.request.post('/api/v1/query', {
    headers: { origin: app.url },
    data: { measures: ['revenue'], by: ['rep'], period: { kind: 'this', unit: 'year' } },
  });
  expect((await answer.json()).rows.map((row: { rep: string }) => row.rep)).toEqual([name]);
  await rep.context().close();
});

test('a booked demo reaches the operator, who notes how far they are', async () => {
  const stranger = await app.page('anonymous', phone);
  await stranger.goto('/book-demo');
  await stranger.getByLabel('你的姓名').fill('周衡');
  await stranger.getByLabel('公司名称').fill('衡山精密');
  await stranger.getByLabel('邮箱或手机').fill('13800138000');
  await stranger.getByLabel(/^我同意/).check();
  await stranger.getByRole('button', { name: '预约', exact: true }).click();
  await stranger.getByText('收到了，谢谢').waitFor({ timeout: 20_000 });
  await stranger.context().close();

  const operator = await app.page('admin');
  await operator.goto('/operator');
  const row = operator.getByRole('row', { name: /周衡/ });
  await row.waitFor();
  expect(await row.textContent()).toContain('13800138000');
  const progress = row.getByLabel('进度');
  await progress.selectOption('contacted');
  // The list shows what the server has noted.
  await expect.poll(() => progress.inputValue(), soon).toBe('contacted');
  await operator.reload();
  await expect.poll(() => progress.inputValue(), soon).toBe('contacted');
  await operator.context().close();
});

test('when it is over it is read-only: everything can be seen and taken along, nothing written', async () => {
  const operator = await app.page('admin');
  await operator.goto('/operator');
  const row = operator.getByRole('row', { name: new RegExp(company) });
  await row.getByRole('button', { name: '更改' }).click();
  await operator.getByRole('button', { name: '设为只读' }).click();
  await row.getByText('已设为只读').waitFor();
  await operator.context().close();

  await owner.goto('/settings?section=workspace');
  await settled(owner);
  expect(await owner.locator('.trial-banner').textContent()).toContain('只读');
  await owner.getByRole('button', { name: '保存' }).click();
  expect(await owner.getByRole('alert').textContent()).toContain('数据都在');
  await owner.goto('/settings?section=plan');
  await settled(owner);
  const download = owner.waitForEvent('download');
  await owner.getByRole('link', { name: '下载 ZIP' }).click();
  expect((await download).suggestedFilename()).toMatch(/^team-\w+-\d{4}-\d\d-\d\d\.zip$/);
});

test('an address that has an account is told nothing at sign-up, and its password stays', async () => {
  const stranger = await app.page('anonymous');
  await stranger.goto('/sign-up');
  await stranger.getByLabel('公司名称').fill('冒名公司');
  await stranger.getByLabel('你的姓名').fill('某人');
  await stranger.getByLabel('邮箱').fill('lin@qinghe.test');
  await stranger.getByLabel('设一个密码').fill('举杯邀明月对影 1107');
  await stranger.getByLabel(/^我同意/).check();
  await stranger.getByRole('button', { name: '开始试用' }).click();
  expect(await stranger.getByRole('alert').textContent()).toContain('请用原来的密码登录');
  const { status } = await stranger.request
    .post('/api/v1/sign-in', { headers: { origin: app.url }, data: { email: 'lin@qinghe.test', password } })
    .then((response) => ({ status: response.status() }));
  expect(status).toBe(204);
  await stranger.context().close();
});
