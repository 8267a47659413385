import { afterAll } from 'vitest';
import type { Store } from '#store/store.ts';
import { type TestPostgres, testPostgres } from './test-postgres.ts';
import { testStore } from './test-store.ts';

export type Engine = Readonly<{ name: string; open(): Promise<Store> }>;

/** Both engines of the store, for `describe.each`: what holds on one holds on the other. Stores are closed after the file. */
export function bothEngines(): readonly Engine[] {
  const opened: Store[] = [];
  let server: Promise<TestPostgres> | null = null;
  afterAll(async () => {
    await Promise.all(opened.map((store) => store.close()));
    await (await server)?.stop();
  });
  const kept = async (store: Store) => {
    opened.push(store);
    return store;
  };
  return [
    { name: 'PGlite', open: async () => kept(await testStore()) },
    {
      name: 'PostgreSQL',
      open: async () => {
        server ??= testPostgres();
        return kept(await (await server).store());
      },
    },
  ];
}
