import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, posix } from 'node:path';

/** Which room may import which: the whole architecture in one table (ARCHITECTURE.md explains it). */
export const importTable: Readonly<Record<string, readonly string[]>> = {
  shared: [],
  stats: ['shared'],
  semantic: ['shared'],
  metrics: ['shared', 'semantic'],
  store: ['shared'],
  replica: ['shared', 'semantic', 'store'],
  connectors: ['shared'],
  features: ['shared', 'stats', 'semantic', 'metrics', 'store', 'replica', 'connectors'],
  server: ['shared', 'stats', 'semantic', 'metrics', 'store', 'replica', 'connectors', 'features'],
  web: ['shared'],
};

const maxLines = 400;

type SourceFile = { path: string; text: string; imports: readonly string[] };

/** What answers in the time zone of the machine, where a day is the workspace's. */
const machineZone =
  /\.(?:get|set)(?:FullYear|Month|Date|Day|Hours|Minutes)\(|\.getTimezoneOffset\(|new Date\([^(),]+,|\.toLocale(?:Date|Time)String\(/;

/** Every breach of the import table, the file-size limit, "no cycle" and "no zone of the machine", as lines a person can act on. */
export function structureFaults(root: string): string[] {
  const files = sourceFiles(root);
  return [
    ...files.flatMap(roomFaults),
    ...files.flatMap(sizeFaults),
    ...files.flatMap(zoneFaults),
    ...cycleFaults(files),
  ];
}

function roomFaults(file: SourceFile): string[] {
  const room = roomOf(file.path);
  const allowed = importTable[room];
  if (!allowed || file.path.includes('.test.') || room === 'testing') return [];
  return file.imports.flatMap((target) => {
    const targetRoom = roomOf(target);
    if (targetRoom !== room && !allowed.includes(targetRoom)) {
      return [`${file.path}: ${room} may not import ${targetRoom} (${target})`];
    }
    if (room === 'features' && targetRoom === 'features' && !sameFeature(file.path, target)) {
      return [`${file.path}: a feature may not import the inside of another (${target})`];
    }
    return [];
  });
}

/** Files directly in `features/` (the viewer, the dependencies) are the features' common ground. */
function sameFeature(path: string, target: string): boolean {
  const feature = (each: string) => each.split('/').slice(2, -1)[0];
  return feature(target) === undefined || feature(path) === feature(target);
}

function sizeFaults(file: SourceFile): string[] {
  const lines = file.text.split('\n').length;
  if (lines <= maxLines || file.path.includes('.generated.')) return [];
  return [`${file.path}: ${lines} lines; the limit is ${maxLines}`];
}

function zoneFaults({ path, text }: SourceFile): string[] {
  if (path.includes('.test.') || path.includes('.generated.')) return [];
  return text.split('\n').flatMap((line, index) => {
    const found = machineZone.exec(line);
    return found ? [`${path}:${index + 1}: ${found[0]} answers in the time zone of the machine`] : [];
  });
}

function cycleFaults(files: readonly SourceFile[]): string[] {
  const graph = new Map(files.map((file) => [file.path, file.imports]));
  const state = new Map<string, 'open' | 'done'>();
  const faults: string[] = [];
  const visit = (path: string, trail: readonly string[]) => {
    if (state.get(path) === 'done') return;
    if (state.get(path) === 'open') {
      faults.push(`import cycle: ${[...trail.slice(trail.indexOf(path)), path].join(' → ')}`);
      return;
    }
    state.set(path, 'open');
    for (const target of graph.get(path) ?? []) visit(target, [...trail, path]);
    state.set(path, 'done');
  };
  for (const path of graph.keys()) visit(path, []);
  return faults;
}

function sourceFiles(root: string): SourceFile[] {
  return readdirSync(join(root, 'src'), { recursive: true })
    .map((name) => posix.join('src', String(name).replaceAll('\\', '/')))
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))
    .map((path) => {
      const text = readFileSync(join(root, path), 'utf8');
      return { path, text, imports: importsOf(path, text) };
    });
}

/** Our own files that the text imports, type-only imports included: types are dependencies of thought. */
function importsOf(path: string, text: string): string[] {
  const specifiers = [...text.matchAll(/(?:from\s+|import\s*\(\s*|import\s+)'([^']+)'/g)].map(
    (match) => match[1] ?? '',
  );
  return specifiers.flatMap((specifier) => {
    if (specifier.startsWith('#')) return [posix.join('src', specifier.slice(1))];
    if (specifier.startsWith('.')) return [normalize(join(dirname(path), specifier)).replaceAll('\\', '/')];
    return [];
  });
}

function roomOf(path: string): string {
  return path.split('/')[1] ?? '';
}
