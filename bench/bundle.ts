import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

/** Bytes after gzip of what the browser loads before it shows the first page, and of everything there is. */
export type BundleSize = Readonly<{ initialScript: number; initialStyle: number; total: number }>;

const folder = fileURLToPath(new URL('../dist/web', import.meta.url));

/** Sizes of the built web app; null when it is not built. */
export function bundleSize(): BundleSize | null {
  const page = join(folder, 'index.html');
  if (!existsSync(page)) return null;
  const named = [...readFileSync(page, 'utf8').matchAll(/(?:src|href)="\/?([^"]+\.(?:js|css))"/g)].map(
    ([, path]) => path ?? '',
  );
  const sizes = (extension: string) =>
    sum(named.filter((path) => extname(path) === extension).map((path) => gzipped(join(folder, path))));
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.(js|css|html|json|svg)$/.test(path),
  );
  return {
    initialScript: sizes('.js'),
    initialStyle: sizes('.css'),
    total: sum(all.map((path) => gzipped(join(folder, path)))),
  };
}

function gzipped(file: string): number {
  return gzipSync(readFileSync(file), { level: 9 }).length;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
