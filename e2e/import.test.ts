import { existsSync, readFileSync } from 'node:fs';
import type { Download, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type App, startApp } from './app.ts';
import { csvRecords, ordersIn, type SoldLine, superstoreFile } from './superstore-file.ts';

const realFile = '../shared/data/zh_superstore/订单.csv';

type Journey = { name: string; slug: string; content: () => string; skipped: boolean };

const journeys: Journey[] = [
  { name: 'a made-up file of 400 lines', slug: 'made', content: () => superstoreFile(400), skipped: false },
  {
    name: existsSync(realFile) ? '订单.csv of the superstore' : `订单.csv of the superstore (${realFile} is not here)`,
    slug: 'superstore',
    content: () => readFileSync(realFile, 'utf8'),
    skipped: !existsSync(realFile),
  },
];

let app: App;
beforeAll(async () => {
  app = await startApp({ demo: false });
});
afterAll(() => app?.close());

describe.each(journeys)('from an empty workspace to figures and back: $name', ({ slug, content, skipped }) => {
  let page: Page;
  let lines: SoldLine[] = [];
  let region = '';

  beforeAll(async () => {
    if (skipped) return;
    lines = ordersIn(content());
    region = largest(sumBy(lines, (line) => line.region));
    page = await app.page('anonymous');
  });
  afterAll(() => page?.context().close());

  test.skipIf(skipped)('the administrator of a new workspace signs in and finds it empty', async () => {
    const password = await newAdmin(slug);
    await page.goto('/data');
    await page.getByLabel('邮箱').fill(`admin@${slug}.test`);
    await page.getByLabel('密码').fill(password);
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByText('还没有导入过').waitFor();
  });

  test.skipIf(skipped)('the file is recognised, previewed and imported', async () => {
    const file = { name: '订单.csv', mimeType: 'text/csv', buffer: Buffer.from(content()) };
    await page.getByLabel('选择文件').setInputFiles([file]);
    await page.getByRole('button', { name: '上传并识别' }).click();
    await page.getByLabel('种类').waitFor();
    expect(await page.getByLabel('种类').inputValue()).toBe('order_lines');
    expect(await page.getByLabel('销售额的含义').inputValue()).toBe('amount');
    await page.getByRole('button', { name: '预览' }).click();
    const counts = page.getByRole('table', { name: '写入了什么' });
    await counts.waitFor({ timeout: 120_000 });
    const row = counts.getByRole('row', { name: /^订单明细/ });
    expect(await row.getByRole('cell').allInnerTexts()).toEqual([grouped(lines.length), '0', '0']);
    await page.getByRole('button', { name: '开始导入' }).click();
    await page.getByText('导入完成').waitFor({ timeout: 120_000 });
  });

  test.skipIf(skipped)('revenue by year and region on the screen is that of the file', async () => {
    for (const year of yearsOf(lines)) {
      const sold = sumBy(
        lines.filter((line) => line.year === year),
        (line) => line.region,
      );
      const shown = await regionsOf(page, `${year}-01-01_${year}-12-31`);
      expect([...shown.keys()].sort()).toEqual([...sold.keys()].sort());
      for (const [name, printed] of shown) expectPrinted(printed, sold.get(name) ?? 0, `${year} ${name}`);
    }
  });

  test.skipIf(skipped)('one region is kept by the filter bar', async () => {
    await page.goto(`/revenue?period=${wholePeriod(lines)}&grain=year`);
    await settled(page);
    await page.getByRole('button', { name: /^大区/ }).click();
    await page.getByRole('option', { name: region, exact: true }).click();
    await page.keyboard.press('Escape');
    const table = page.getByRole('table', { name: '热门大区' });
    await expect.poll(() => table.getByRole('rowheader').allInnerTexts(), { timeout: 30_000 }).toEqual([region]);
  });

  test.skipIf(skipped)('a year opens its rows, and their CSV adds up to the file', async () => {
    const year = yearsOf(lines).at(-1) ?? '';
    await page.getByRole('button', { name: new RegExp(`^${year}年：`) }).click();
    const drawer = page.getByRole('dialog', { name: /明细/ });
    await drawer.getByText(/合计/).waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), drawer.getByText('下载 CSV').click()]);
    const { bytes, records } = await csvOf(download);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const sold = lines.filter((line) => line.year === year && line.region === region);
    const [header = [], ...rows] = records;
    const amount = header.findIndex((name) => name.startsWith('收入'));
    expect(header[amount]).toMatch(/^收入/);
    expect(rows.reduce((sum, row) => sum + Number(row[amount]), 0)).toBeCloseTo(total(sold), 1);
    await page.keyboard.press('Escape');
  });

  test.skipIf(skipped)('undo says what it will do, and afterwards the revenue page is empty again', async () => {
    await page.goto('/data');
    await page.getByRole('link', { name: '订单.csv' }).click();
    await page.getByRole('button', { name: '撤销这次导入' }).click();
    const dialog = page.getByRole('dialog', { name: '撤销这次导入？' });
    await dialog.getByText(/会删除/).waitFor();
    await dialog.getByRole('button', { name: '撤销', exact: true }).click();
    await page.getByText('这次导入已撤销').waitFor({ timeout: 120_000 });
    await page.goto(`/revenue?period=${wholePeriod(lines)}`);
    await page.getByRole('link', { name: '还没有数据，去导入文件' }).waitFor();
  });
});

/** Makes a workspace with an administrator, and gives the password. */
async function newAdmin(slug: string): Promise<string> {
  const made = await app.command('workspace', 'create', '--slug', slug);
  expect(made).toMatchObject({ code: 0 });
  const email = `admin@${slug}.test`;
  const user = await app.command('user', 'create', '--workspace', slug, '--email', email, '--role', 'admin');
  expect(user).toMatchObject({ code: 0 });
  return user.stdout.trim();
}

/** What the table of regions prints for a period: region → figure, in the unit of the column's header. */
async function regionsOf(page: Page, period: string): Promise<Map<string, string>> {
  await page.goto(`/revenue?period=${period}&compare=none`);
  const table = page.getByRole('table', { name: '热门大区' });
  await table.waitFor();
  await settled(page);
  const unit = ((await table.getByRole('columnheader', { name: /^收入/ }).textContent()) ?? '').replace(/^收入\s*/, '');
  const names = await table.getByRole('rowheader').allInnerTexts();
  const shown = new Map<string, string>();
  for (const name of names) {
    const cells = await table
      .getByRole('row', { name: new RegExp(`^${name}`) })
      .getByRole('cell')
      .allInnerTexts();
    shown.set(name, `${cells.at(-1)} ${unit}`);
  }
  return shown;
}

const units: Record<string, number> = { 元: 1, 万: 1e4, 亿: 1e8 };

/** The printed figure is the amount, rounded to the digits that are printed and no further. */
function expectPrinted(printed: string, amount: number, about: string): void {
  const [digits = '', unit = '元'] = printed.split(' ');
  const by = units[unit] ?? Number.NaN;
  const decimals = digits.split('.')[1]?.length ?? 0;
  const error = Math.abs(Number(digits.replaceAll(',', '')) * by - amount);
  expect(error, `${about}: ${printed} for ${amount}`).toBeLessThanOrEqual(0.5 * 10 ** -decimals * by + 0.01);
}

async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'), undefined, { timeout: 30_000 });
}

async function csvOf(download: Download) {
  const bytes = readFileSync(await download.path());
  return { bytes, records: csvRecords(bytes.toString('utf8')) };
}

function wholePeriod(lines: readonly SoldLine[]): string {
  const years = yearsOf(lines);
  return `${years[0]}-01-01_${years.at(-1)}-12-31`;
}

function yearsOf(lines: readonly SoldLine[]): string[] {
  return [...new Set(lines.map((line) => line.year))].sort();
}

function sumBy(lines: readonly SoldLine[], keyOf: (line: SoldLine) => string): Map<string, number> {
  const sums = new Map<string, number>();
  for (const line of lines) sums.set(keyOf(line), (sums.get(keyOf(line)) ?? 0) + line.amount);
  return sums;
}

function total(lines: readonly SoldLine[]): number {
  return lines.reduce((sum, line) => sum + line.amount, 0);
}

function largest(sums: ReadonlyMap<string, number>): string {
  return [...sums].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

function grouped(count: number): string {
  return count.toLocaleString('en');
}
