import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type DemoRole, startApp } from '../e2e/app.ts';
import { settled } from '../e2e/settled.ts';
import { findChromium, installChromium } from './chromium.ts';
import { takeWelcomePictures } from './welcome-pictures.ts';

type Picture = Readonly<{
  name: string;
  role: DemoRole;
  path: string;
  locale: 'zh-CN' | 'en-US';
  colorScheme: 'light' | 'dark';
  width: number;
  height: number;
}>;

const desk = { width: 1440, height: 960, role: 'executive', locale: 'zh-CN', colorScheme: 'light' } as const;

/** `npm run pictures`: the pictures of README and docs, taken from the running demo. */
const pictures: readonly Picture[] = [
  { ...desk, name: 'overview-zh', path: '/overview' },
  { ...desk, name: 'overview-en', path: '/overview', locale: 'en-US' },
  { ...desk, name: 'revenue-zh-dark', path: '/revenue', colorScheme: 'dark' },
  { ...desk, name: 'pipeline-zh', path: '/pipeline' },
  { ...desk, name: 'customers-zh', path: '/customers' },
  { ...desk, name: 'rep-phone-zh', path: '/overview', role: 'rep', width: 390, height: 844 },
];

const folder = 'docs/images';
mkdirSync(folder, { recursive: true });
if (!findChromium()) installChromium();
const app = await startApp();
try {
  for (const { name, role, path, locale, colorScheme, width, height } of pictures) {
    const page = await app.page(role, { locale, colorScheme, viewport: { width, height } });
    await page.goto(path);
    await settled(page);
    await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
    await page.context().close();
    console.log(`${folder}/${name}.png`);
  }
  await takeWelcomePictures(app);
} finally {
  await app.close();
}
