import fc from 'fast-check';
import { type Day, day as toDay } from '#shared/day.ts';
import { setWorkday } from '#store/calendar.ts';
import type { Entity } from '#store/entities.ts';
import { sqlState } from '#store/retry.ts';
import { deleteRows, type Row, type RowValue, upsertRows } from '#store/rows.ts';
import type { Keyring } from '#store/seal.ts';
import type { Store, Transaction } from '#store/store.ts';

/** One change of a company's data; several make a transaction. */
export type Write =
  | Readonly<{ kind: 'upsert'; entity: Entity; row: Row }>
  | Readonly<{ kind: 'delete'; entity: Entity; id: string }>
  | Readonly<{ kind: 'workday'; day: Day; isWorkday: boolean }>;

type Columns = Record<string, fc.Arbitrary<RowValue>>;

const one = (prefix: string, count: number) => fc.nat(count - 1).map((index) => `${prefix}${index}`);
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 4, nil: null });
const day = fc.integer({ min: 1, max: 28 }).map((date) => toDay(`2024-02-${String(date).padStart(2, '0')}`));
const minute = orNull(fc.integer({ min: 0, max: 1439 }));
const seldom = <T>(value: fc.Arbitrary<T>, otherwise: T) =>
  fc.oneof({ weight: 1, arbitrary: value }, { weight: 4, arbitrary: fc.constant(otherwise) });
const money = fc.integer({ min: -50_000, max: 9_999_999 }).map((cents) => (cents / 1000).toFixed(3));
const rate = fc.constantFrom('1', '7.1234', '0.04567891');
const text = fc.constantFrom('甲', '乙\t\\N', 'a longer text than twelve bytes', '');
const range = { from_on: orNull(day), before_on: orNull(day) };

/** How many of each there are: few, so that rows meet. */
const rows: Partial<Record<Entity, readonly [prefix: string, count: number, columns: Columns]>> = {
  person: ['p', 4, { name: text, title: orNull(text), is_rep: fc.boolean(), hired_on: orNull(day) }],
  team: ['t', 4, { name: text }],
  team_parent: ['tp', 5, { team_id: one('t', 4), parent_id: orNull(one('t', 4)), ...range }],
  team_manager: ['tm', 2, { team_id: one('t', 4), person_id: one('p', 4), ...range }],
  rep_assignment: ['ra', 5, { person_id: one('p', 4), team_id: one('t', 4), ...range }],
  region: [
    'g',
    4,
    { name: text, parent_id: orNull(one('g', 4)), level: fc.constantFrom('region', 'province', 'city') },
  ],
  product_line: ['pl', 3, { name: text, parent_id: orNull(one('pl', 3)) }],
  product: ['pr', 3, { name: text, line_id: orNull(one('pl', 3)), list_price: orNull(money) }],
  source: ['s', 2, { name: text }],
  pipeline: ['pi', 2, { name: text }],
  stage: [
    'st',
    3,
    { pipeline_id: one('pi', 2), name: text, position: fc.nat(9), probability: orNull(fc.constant('0.25')) },
  ],
  customer: ['c', 3, { name: text, code: orNull(text), region_id: orNull(one('g', 4)), owner_id: orNull(one('p', 4)) }],
  task: [
    'ta',
    3,
    { kind: fc.constantFrom('churn', 'stuck'), title: text, customer_id: orNull(one('c', 3)), created_on: day },
  ],
  customer_event: [
    'ce',
    3,
    {
      customer_id: one('c', 3),
      kind: fc.constantFrom('owner', 'tier'),
      on_day: day,
      owner_id: orNull(one('p', 4)),
      reason: orNull(text),
    },
  ],
  source_cost: ['sc', 2, { source_id: one('s', 2), month_on: day, amount: money }],
  lead: [
    'le',
    3,
    {
      name: orNull(text),
      created_on: orNull(day),
      created_minute: minute,
      responded_on: orNull(day),
      responded_minute: minute,
    },
  ],
  opportunity: [
    'd',
    3,
    {
      name: orNull(text),
      pipeline_id: one('pi', 2),
      customer_id: orNull(one('c', 3)),
      region_id: orNull(one('g', 4)),
      rate,
      created_on: orNull(day),
    },
  ],
  sales_order: [
    'o',
    5,
    {
      number: text,
      customer_id: orNull(one('c', 2)),
      rep_id: orNull(one('p', 4)),
      is_draft: seldom(fc.constant(true), false),
      ordered_on: orNull(day),
      ordered_minute: minute,
      cancelled_on: seldom<string | null>(day, null),
      rate,
    },
  ],
  order_line: [
    'l',
    6,
    {
      order_id: one('o', 5),
      line_number: fc.nat(9),
      product_id: orNull(one('pr', 3)),
      amount: orNull(money),
      order_discount: money,
      cost: orNull(money),
    },
  ],
  refund: ['r', 4, { order_id: one('o', 5), order_line_id: one('l', 6), refunded_on: day, amount: money }],
  payment: ['pa', 3, { order_id: one('o', 5), paid_on: day, amount: money }],
  invoice: ['iv', 3, { order_id: one('o', 5), invoiced_on: day, amount: money }],
  interaction: [
    'x',
    3,
    {
      customer_id: orNull(one('c', 3)),
      opportunity_id: orNull(one('d', 3)),
      type: fc.constantFrom('call', 'visit'),
      on_day: day,
      minute,
    },
  ],
};

const event = fc
  .record({
    seq: fc.nat(7),
    opportunity_id: one('d', 3),
    kind: fc.constantFrom('created', 'stage', 'owner', 'amount', 'won', 'lost', 'reopened'),
    on_day: orNull(day),
    minute,
    status: fc.constantFrom('open', 'open', 'won', 'lost'),
    stage_id: orNull(one('st', 3)),
    owner_id: orNull(one('p', 4)),
    amount: orNull(money),
    expected_close_on: orNull(day),
  })
  .map((row): Write => ({ kind: 'upsert', entity: 'opportunity_event', row: { id: `e${row.seq}`, ...row } }));

const upserts = Object.entries(rows).map(([entity, [prefix, count, columns]]) =>
  fc
    .record({ id: one(prefix, count), ...columns })
    .map((row): Write => ({ kind: 'upsert', entity: entity as Entity, row })),
);

const deletes = Object.entries(rows).map(([entity, [prefix, count]]) =>
  one(prefix, count).map((id): Write => ({ kind: 'delete', entity: entity as Entity, id })),
);

const workday = fc.record({ kind: fc.constant('workday' as const), day, isWorkday: fc.boolean() });

const about = (entity: Entity) => upserts[Object.keys(rows).indexOf(entity)] ?? event;

/** Any write, those that others depend on most often. */
const anyWrite: fc.Arbitrary<Write> = fc.oneof(
  { weight: 6, arbitrary: event },
  { weight: 6, arbitrary: about('sales_order') },
  { weight: 6, arbitrary: about('order_line') },
  { weight: 3, arbitrary: about('refund') },
  { weight: 3, arbitrary: about('opportunity') },
  { weight: 12, arbitrary: fc.oneof(...upserts) },
  {
    weight: 5,
    arbitrary: fc.oneof(
      ...deletes,
      one('e', 8).map((id): Write => ({ kind: 'delete', entity: 'opportunity_event', id })),
    ),
  },
  { weight: 1, arbitrary: workday },
);

/** Transactions, one after the other. */
export const anyTransactions = fc.array(fc.array(anyWrite, { minLength: 1, maxLength: 5 }), {
  minLength: 4,
  maxLength: 14,
});

export type WriteTo = Readonly<{ store: Store; keyring: Keyring; workspaceId: string }>;

/** Everything that later writes refer to exists, once. */
export async function writeParents(to: WriteTo): Promise<void> {
  const parents: readonly Entity[] = ['person', 'team', 'pipeline', 'sales_order', 'opportunity', 'order_line'];
  const writes = parents.flatMap((entity) => {
    const [prefix, count, columns] = rows[entity] ?? ['', 0, {}];
    return fc.sample(fc.record(columns), { numRuns: count, seed: 7 }).map(
      (row, index): Write => ({
        kind: 'upsert',
        entity,
        row: { ...row, id: `${prefix}${index}` },
      }),
    );
  });
  await to.store.transaction(async (tx) => writeAll(tx, to, writes));
}

/** Commits the writes together; false when the store refused them, because something refers to a row that is missing. */
export async function commitWrites(to: WriteTo, writes: readonly Write[]): Promise<boolean> {
  try {
    await to.store.transaction(async (tx) => writeAll(tx, to, writes));
    return true;
  } catch (cause) {
    if (sqlState(cause)?.startsWith('23')) return false;
    throw cause;
  }
}

/** Makes the writes in a transaction of the caller. */
export async function writeAll(
  tx: Transaction,
  { keyring, workspaceId }: WriteTo,
  writes: readonly Write[],
): Promise<void> {
  for (const write of writes) {
    if (write.kind === 'workday') await setWorkday(tx, { workspaceId, day: write.day, isWorkday: write.isWorkday });
    else if (write.kind === 'delete') await deleteRows(tx, { workspaceId, entity: write.entity, ids: [write.id] });
    else await upsertRows(tx, keyring, { workspaceId, entity: write.entity, rows: [write.row] });
  }
}
