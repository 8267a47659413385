import type { Page } from 'playwright-core';

/**
 * Waits until the page has its code and every panel its answer. TRAP: while the code of a page is under way there is a frame but
 * nothing busy in it; judged then, every page is in order.
 */
export async function settled(page: Page): Promise<void> {
  await page.locator('main, form').first().waitFor();
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"], .page-loading'), undefined, {
    timeout: 60_000,
  });
  await page.locator('main h1, main h2, main [role="tab"], form').first().waitFor();
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"], .page-loading'), undefined, {
    timeout: 60_000,
  });
}
