import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Day } from '#shared/day.ts';
import { upsertRows } from '#store/rows.ts';
import { throwawayKeyring } from '#store/seal.ts';
import type { Store } from '#store/store.ts';
import { createWorkspace } from '#store/workspaces.ts';
import { testStore } from '#testing/test-store.ts';
import { type DataScope, scopeOf } from './scope.ts';

let store: Store;
let workspaceId: string;

/** 周 leads 华东 since 2026-03-01 and belonged to 总部 until then; 沈 belongs to 上海组 and led 苏州组 in 2025. */
beforeAll(async () => {
  store = await testStore();
  const keyring = throwawayKeyring();
  workspaceId = (await createWorkspace(store, keyring, { slug: 'acme', name: '安克' })).id;
  const rows = {
    person: ['zhou', 'shen'].map((id) => ({ id, name: id })),
    team: ['hq', 'east', 'shanghai', 'suzhou'].map((id) => ({ id, name: id })),
    team_manager: [
      { id: 'm1', team_id: 'east', person_id: 'zhou', from_on: '2026-03-01', before_on: null },
      { id: 'm2', team_id: 'suzhou', person_id: 'shen', from_on: '2025-01-01', before_on: '2026-01-01' },
    ],
    rep_assignment: [
      { id: 'a1', person_id: 'zhou', team_id: 'hq', from_on: null, before_on: '2026-03-01' },
      { id: 'a2', person_id: 'shen', team_id: 'shanghai', from_on: null, before_on: null },
    ],
  } as const;
  await store.transaction(async (tx) => {
    for (const [entity, each] of Object.entries(rows)) {
      await upsertRows(tx, keyring, { workspaceId, entity: entity as keyof typeof rows, rows: each });
    }
  });
});
afterAll(() => store.close());

const scope = (personId: string | null, dataScope: DataScope, today = '2026-11-24') =>
  scopeOf(store, { workspaceId, dataScope, personId }, today as Day);

test('全部 sees all, whoever it is', async () => {
  expect(await scope(null, 'all')).toEqual({ kind: 'all' });
});

test('本人 sees only their own rows', async () => {
  expect(await scope('shen', 'self')).toEqual({ kind: 'some', people: ['shen'], teams: [] });
});

test('本人及下属 sees the teams they lead today, with all below', async () => {
  expect(await scope('zhou', 'self_and_reports')).toEqual({
    kind: 'some',
    people: ['zhou'],
    teams: [{ id: 'east', below: true }],
  });
});

test('the day before somebody takes over a team, its rows are not theirs', async () => {
  expect(await scope('zhou', 'self_and_reports', '2026-02-28')).toMatchObject({ teams: [] });
  expect(await scope('zhou', 'self_and_reports', '2026-03-01')).toMatchObject({ teams: [{ id: 'east' }] });
});

test('somebody who led a team last year does not see it any more', async () => {
  expect(await scope('shen', 'self_and_reports', '2025-12-31')).toMatchObject({ teams: [{ id: 'suzhou' }] });
  expect(await scope('shen', 'self_and_reports', '2026-01-01')).toMatchObject({ teams: [] });
});

test('本部门 sees the team they belong to, without those below', async () => {
  expect(await scope('shen', 'team')).toMatchObject({ teams: [{ id: 'shanghai', below: false }] });
});

test('本部门及下属 sees the team they belong to with all below', async () => {
  expect(await scope('shen', 'team_and_below')).toMatchObject({ teams: [{ id: 'shanghai', below: true }] });
});

test('somebody who is nobody in the data and has not 全部 sees nothing', async () => {
  expect(await scope(null, 'team_and_below')).toEqual({ kind: 'some', people: [], teams: [] });
});
