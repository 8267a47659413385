import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { structureFaults } from './imports.ts';

test('the house keeps its import table, its size limits and has no cycle', () => {
  expect(structureFaults(process.cwd())).toEqual([]);
});

test('a room that reaches upwards is named', () => {
  const root = aTree({
    'src/shared/a.ts': `import { b } from '#store/b.ts';`,
    'src/store/b.ts': 'export const b = 1;',
  });
  expect(structureFaults(root)).toEqual(['src/shared/a.ts: shared may not import store (src/store/b.ts)']);
});

test('a feature that imports the inside of another is named', () => {
  const root = aTree({
    'src/features/query/a.ts': `import { b } from '#features/data/b.ts';`,
    'src/features/data/b.ts': `import type { Viewer } from '#features/viewer.ts';`,
    'src/features/viewer.ts': '',
  });
  expect(structureFaults(root)).toEqual([
    'src/features/query/a.ts: a feature may not import the inside of another (src/features/data/b.ts)',
  ]);
});

test('a cycle is named with its way round', () => {
  const root = aTree({ 'src/stats/a.ts': `import './b.ts';`, 'src/stats/b.ts': `import './a.ts';` });
  expect(structureFaults(root)).toEqual(['import cycle: src/stats/a.ts → src/stats/b.ts → src/stats/a.ts']);
});

test('a file over 400 lines is named', () => {
  const root = aTree({ 'src/stats/long.ts': '\n'.repeat(400) });
  expect(structureFaults(root)).toEqual(['src/stats/long.ts: 401 lines; the limit is 400']);
});

test('a date in the time zone of the machine is named', () => {
  const root = aTree({
    'src/stats/a.ts':
      'export const year = (at: Date) => at.getUTCFullYear();\nexport const day = (at: Date) => at.getDate();',
    'src/stats/b.ts': 'export const first = new Date(2026, 0, 1);\nexport const all = new Date(Date.UTC(2026, 0, 1));',
  });
  expect(structureFaults(root)).toEqual([
    'src/stats/a.ts:2: .getDate( answers in the time zone of the machine',
    'src/stats/b.ts:1: new Date(2026, answers in the time zone of the machine',
  ]);
});

function aTree(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'salesboard-tree-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}
