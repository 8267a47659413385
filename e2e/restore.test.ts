import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type App, startApp } from './app.ts';
import { settled } from './settled.ts';

const backups = mkdtempSync(join(tmpdir(), 'salesboard-e2e-backups-'));
const env = { BACKUP_DIR: backups, BACKUP_PASSPHRASE: 'five words that nobody would guess' };
let app: App;
beforeAll(async () => {
  app = await startApp({ env });
});
afterAll(async () => {
  await app?.close();
  rmSync(backups, { recursive: true, force: true });
});

async function figures(page: Page): Promise<readonly string[]> {
  await page.goto('/overview');
  await settled(page);
  return page.locator('.tile-value').allTextContents();
}

test('what was on screen before the data folder is wrecked is on screen after the restore, and nobody signs in again', async () => {
  const admin = await app.page('admin');
  const before = await figures(admin);
  expect(before.filter((value) => /\d/.test(value)).length).toBeGreaterThan(3);

  await admin.goto('/settings?section=backup');
  await admin.getByText('一份备份都没有：现在就做一份。').waitFor();
  await admin.getByRole('button', { name: '立即备份' }).click();
  await admin.getByRole('heading', { name: /^上次备份在.*还没有验证过能不能恢复$/ }).waitFor({ timeout: 120_000 });
  await admin.getByRole('cell', { name: /^完成.*张表/ }).waitFor();
  const [file] = readdirSync(backups);

  await app.stopServer();
  for (const name of readdirSync(app.dataDir)) rmSync(join(app.dataDir, name), { recursive: true, force: true });
  const restored = await app.command('restore', join(backups, file ?? ''));
  expect(restored).toMatchObject({ code: 0 });
  await app.startServer();
  expect(await figures(admin)).toEqual(before);
}, 240_000);
