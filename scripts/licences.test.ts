import { expect, test } from 'vitest';
import { licenceFaults, type Part, partsOf } from './reference/licences.ts';

const parts = partsOf(process.cwd());

const part = (licence: string): Part => ({ name: 'x', version: '1', licence, use: 'server' });

test('every licence of what runs or is bundled fits Apache-2.0', () => {
  expect(licenceFaults(parts)).toEqual([]);
});

test('what the server and the web app stand on is listed, and what only builds them is not', () => {
  const names = new Set(parts.map(({ name }) => name));
  for (const name of ['fastify', '@duckdb/node-api', 'find-my-way', 'react', 'echarts', 'zrender'])
    expect(names).toContain(name);
  for (const name of ['vitest', 'vite', '@biomejs/biome', 'drizzle-kit']) expect(names).not.toContain(name);
});

test.each(['GPL-3.0-only', 'AGPL-3.0', 'unknown', 'MIT AND GPL-2.0', 'UNLICENSED'])('%s does not fit', (licence) => {
  expect(licenceFaults([part(licence)])).toHaveLength(1);
});

test('where a package leaves the choice, one that fits is enough', () => {
  expect(licenceFaults([part('(GPL-3.0 OR MIT)')])).toEqual([]);
});
