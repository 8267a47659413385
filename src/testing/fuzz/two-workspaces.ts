import { catalogue } from '#metrics/catalogue.ts';
import { grains } from '#semantic/question.ts';
import { type Row, upsertRows } from '#store/rows.ts';
import { createWorkspace } from '#store/workspaces.ts';
import type { TestServer } from '../test-server.ts';
import type { Words } from './schema-values.ts';

/** In every name of the other workspace: nobody of ours may ever read it. */
export const otherCanary = '金丝雀甲';

/** In every name that only rep 梁's side may read: rep 沈 and manager 周 never. */
export const southCanary = '金丝雀乙';

type Entity = Parameters<typeof upsertRows>[2]['entity'];
type Rows = Readonly<Partial<Record<Entity, readonly Row[]>>>;

/** Fills our workspace with what 沈 and what 梁 sold, and a second workspace whose names are all canaries. */
export async function fillTwoWorkspaces(at: TestServer): Promise<void> {
  const other = await createWorkspace(at.store, at.deps.keyring, { slug: 'other', name: otherCanary });
  const common = { region: [{ id: 'r1', name: '大区' }], source: [{ id: 'src', name: '展会' }], ...sales('直销') };
  await write(at, at.workspace.id, common);
  await write(at, at.workspace.id, deals({ mark: '', owner: 'shen', prefix: 'a' }));
  await write(at, at.workspace.id, deals({ mark: southCanary, owner: 'liang', prefix: 'l' }));
  const person = [{ id: 'boss', name: otherCanary }];
  await write(at, other.id, { person, product: [{ id: 'pump', name: otherCanary }], ...sales(otherCanary) });
  await write(at, other.id, deals({ mark: otherCanary, owner: 'boss', prefix: 'o' }));
}

async function write(at: TestServer, workspaceId: string, tables: Rows): Promise<void> {
  await at.store.transaction(async (tx) => {
    for (const [entity, rows] of Object.entries(tables))
      await upsertRows(tx, at.deps.keyring, { workspaceId, entity: entity as Entity, rows });
  });
}

function sales(name: string): Rows {
  const stage = (id: string, position: number, kind: string) => ({
    id,
    pipeline_id: 'sales',
    name: id,
    position,
    kind,
  });
  return {
    pipeline: [{ id: 'sales', name }],
    stage: [stage('s1', 1, 'open'), stage('s2', 2, 'open'), stage('won', 3, 'won'), stage('lost', 4, 'lost')],
  };
}

type Side = Readonly<{ mark: string; owner: string; prefix: string }>;

/** Two customers with contacts, orders, deals, calls and tasks; ids begin with the prefix. */
function deals({ mark, owner, prefix }: Side): Rows {
  const ids = ['1', '2'].map((n) => `${prefix}${n}`);
  const each = (make: (id: string) => Row): readonly Row[] => ids.map(make);
  const customer_id = (id: string) => ({ customer_id: id, ...(prefix === 'o' ? {} : { source_id: 'src' }) });
  return {
    customer: each((id) => ({ id, name: `客户${mark}${id}`, code: `${mark}${id}`, owner_id: owner })),
    contact: each((id) => ({ id: `k${id}`, customer_id: id, name: `联系人${mark}`, phone: `138${mark}`, email: mark })),
    lead: each((id) => ({
      id: `e${id}`,
      name: `线索${mark}`,
      owner_id: owner,
      created_on: '2026-10-01',
      ...customer_id(id),
    })),
    opportunity: each((id) => ({
      id: `d${id}`,
      name: `商机${mark}`,
      pipeline_id: 'sales',
      created_on: '2026-09-01',
      ...customer_id(id),
    })),
    opportunity_event: each((id) => ({
      id: `v${id}`,
      opportunity_id: `d${id}`,
      seq: 1,
      kind: 'created',
      on_day: '2026-09-01',
      status: 'open',
      stage_id: 's1',
      owner_id: owner,
      amount: '1000',
      note: mark,
    })),
    sales_order: each((id) => ({
      id: `s${id}`,
      number: `${mark}${id}`,
      customer_id: id,
      rep_id: owner,
      ordered_on: '2026-10-08',
    })),
    order_line: each((id) => ({ id: `n${id}`, order_id: `s${id}`, line_number: 1, product_id: 'pump', amount: '250' })),
    interaction: each((id) => ({
      id: `i${id}`,
      customer_id: id,
      rep_id: owner,
      type: '电话',
      on_day: '2026-11-02',
      note: `电话${mark}`,
    })),
    task: each((id) => ({
      id: `t${id}`,
      kind: 'follow_up',
      customer_id: id,
      assignee_id: owner,
      title: `任务${mark}`,
      created_on: '2026-11-01',
      due_on: '2026-11-20',
    })),
  };
}

const ids = ['a', 'l', 'o'].flatMap((prefix) => ['', 'k', 'd', 's', 't', 'i'].map((kind) => `${kind}${prefix}1`));
const days = ['2026-01-01', '2026-10-01', '2026-11-20', '2026-11-24', '2026-12-01', '2027-01-01'];
const measures = [...catalogue.measures.keys()];
const dimensions = [...catalogue.dimensions.keys()];

/** Texts that mean something in either workspace. */
export const words: Words = {
  any: [
    ...[...ids, ...days, ...grains, ...dimensions],
    ...[
      'shen',
      'liang',
      'zhou',
      'boss',
      'company',
      'east',
      'shanghai',
      'south',
      'pump',
      'sales',
      's1',
      's2',
      'lost',
      'r1',
    ],
    ...['acme', 'other', 'admin', 'rep', 'viewer', 'all', 'self', '100.50', 'CNY', '/overview', 'oidc', 'İstanbul'],
  ],
  named: {
    id: ids,
    customerId: ids,
    measures,
    measure: measures,
    by: dimensions,
    field: dimensions,
    dimension: dimensions,
    from: days,
    before: days,
    asOf: days,
    day: days,
  },
};
