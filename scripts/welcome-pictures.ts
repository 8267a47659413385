import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { App, DemoRole } from '../e2e/app.ts';
import { settled } from '../e2e/settled.ts';

/** A picture of the page before sign-in: a window of the product, or one panel of it. */
type WelcomePicture = Readonly<{
  name: string;
  path: string;
  role?: DemoRole;
  viewport: Readonly<{ width: number; height: number }>;
  /** Pixels a point: what is shown small is taken fine. */
  scale: number;
  /** The panel whose corner is taken. */
  panel?: string;
}>;

const panelSize = { width: 720, height: 440 };
const small = { viewport: { width: 800, height: 1200 }, scale: 1.5 } as const;

const pictures: readonly WelcomePicture[] = [
  { name: 'overview', path: '/overview', viewport: { width: 1440, height: 900 }, scale: 1 },
  { ...small, name: 'south', path: '/customers?region=', panel: 'trends' },
  { ...small, name: 'stuck', path: '/pipeline', panel: 'stuck' },
  { ...small, name: 'sources', path: '/pipeline', panel: 'sources' },
  { name: 'phone', path: '/overview', role: 'rep', viewport: { width: 390, height: 700 }, scale: 1.5 },
];

const folder = 'src/web/pages/welcome/images';
const quality = 0.72;

/** Takes them in both languages and on both grounds, as small WebP files that the web bundle takes along. */
export async function takeWelcomePictures(app: App): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const locale of ['zh', 'en'] as const)
    for (const colorScheme of ['light', 'dark'] as const)
      for (const picture of pictures) {
        const { role = 'executive', viewport, scale } = picture;
        const look = { locale: locale === 'zh' ? 'zh-CN' : 'en-US', colorScheme, viewport, deviceScaleFactor: scale };
        const page = await app.page(role, look);
        const png = await taken(page, picture);
        const file = join(folder, `${picture.name}-${locale}-${colorScheme}.webp`);
        writeFileSync(file, await asWebp(page, png));
        await page.context().close();
        console.log(file);
      }
}

async function taken(page: Page, { path, panel }: WelcomePicture): Promise<Buffer> {
  await page.goto(path.endsWith('region=') ? `${path}${await southKey(page)}` : path);
  await settled(page);
  if (!panel) return page.screenshot({ animations: 'disabled' });
  const box = await page.locator(`#${panel}`).boundingBox();
  if (!box) throw new Error(`${path} has no panel ${panel}`);
  const clip = { x: Math.max(0, box.x - 20), y: box.y + 1, ...panelSize };
  return page.screenshot({ animations: 'disabled', fullPage: true, clip });
}

async function southKey(page: Page): Promise<string> {
  const answer = await page.request.get('/api/v1/members-of/region?search=华南');
  const { members } = (await answer.json()) as { members: readonly { key: string }[] };
  return members[0]?.key ?? '';
}

/** The browser has the encoder; an empty page, as ours may load nothing by a data address. */
async function asWebp(page: Page, png: Buffer): Promise<Buffer> {
  const blank = await page.context().newPage();
  const base64 = await blank.evaluate(
    async ([source, wanted]) => {
      const bytes = Uint8Array.from(atob(source), (letter) => letter.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const canvas = document.createElement('canvas');
      canvas.width = bitmap.width;
      canvas.height = bitmap.height;
      canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
      return canvas.toDataURL('image/webp', wanted).split(',', 2)[1] ?? '';
    },
    [png.toString('base64'), quality] as const,
  );
  return Buffer.from(base64, 'base64');
}
