import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Instant } from '#shared/day.ts';
import { sql } from '#shared/sql.ts';
import { throwawayKeyring } from '#store/seal.ts';
import type { Store } from '#store/store.ts';
import { createWorkspace, type Workspace } from '#store/workspaces.ts';
import { testStore } from '#testing/test-store.ts';
import { demoCompany } from './company.ts';
import { fillDemo, fillingOf, unfilledWorkspaces, willBeFilled } from './fill-demo.ts';

const now = '2026-11-24T02:00:00.000Z' as Instant;
const keyring = throwawayKeyring();
let store: Store;
let workspace: Workspace;

beforeAll(async () => {
  store = await testStore();
  workspace = await createWorkspace(store, keyring, { slug: 'trial', name: '试用' });
});
afterAll(() => store.close());

test('a filling that was interrupted goes on until every row is there', async () => {
  await willBeFilled(store, workspace.id);
  let asked = 0;
  const cut = {
    get aborted() {
      asked += 1;
      return asked > 8;
    },
  };
  await fillDemo({ store, keyring, workspace, now, signal: cut });
  const part = await fillingOf(store, workspace.id);
  expect(part?.done).toBeGreaterThan(0);
  expect(part?.done).toBeLessThan(part?.total ?? 0);
  expect(await unfilledWorkspaces(store)).toEqual([{ id: workspace.id, zone: workspace.zone }]);

  await fillDemo({ store, keyring, workspace, now });
  expect(await fillingOf(store, workspace.id)).toBeNull();
  expect(await unfilledWorkspaces(store)).toEqual([]);
  const company = demoCompany({ today: '2026-11-24' as never, nowMinute: 600 });
  const [counts] = await store.query(sql`
    select (select count(*)::int from lead where opportunity_id is not null) as converted,
           (select count(*)::int from opportunity) as opportunities, (select count(*)::int from order_line) as lines`);
  expect(counts).toEqual({
    converted: company.lead.filter((row) => row.opportunity_id !== null).length,
    opportunities: company.opportunity.length,
    lines: company.order_line.length,
  });
}, 240_000);
