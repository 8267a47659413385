import { addDays, type Day } from '#shared/day.ts';
import type { CompanyRows } from './a-company.ts';
import type { PlainRow } from './test-replica.ts';

/** Rows of every table, made up from a seed: gaps, drafts, cancellations, hand-overs and missing links included. */
export function randomCompany(seed: number): Required<CompanyRows> & Record<string, readonly PlainRow[]> {
  const dice = diceOf(seed);
  const orders = Array.from({ length: 90 }, (_, index) => orderOf(dice, index));
  const lines = orders.flatMap((order) => linesOf(dice, order));
  return {
    ...organisation(dice),
    ...things(dice),
    sale: lines,
    sale_order: orders.map((order) => withLines(order, lines)),
    refund_fact: lines.filter(() => dice.chance(0.15)).map((line, index) => refundOf(dice, line, index)),
    payment_fact: orders
      .filter(() => dice.chance(0.5))
      .map((order, index) => paidOf(dice, order, `pay${index}`, 'paid_on')),
    invoice_fact: orders
      .filter(() => dice.chance(0.5))
      .map((order, index) => paidOf(dice, order, `inv${index}`, 'invoiced_on')),
    deal: Array.from({ length: 70 }, (_, index) => dealOf(dice, index)).flat(),
    stage_visit: Array.from({ length: 60 }, (_, index) => stageVisitOf(dice, index)),
    lead_fact: Array.from({ length: 40 }, (_, index) => leadOf(dice, index)),
    interaction_fact: Array.from({ length: 40 }, (_, index) => interactionOf(dice, index)),
  };
}

type Dice = Readonly<{
  chance(share: number): boolean;
  below(count: number): number;
  one<T>(items: readonly T[]): T;
  maybe<T>(items: readonly T[], none?: number): T | null;
  day(from?: string, days?: number): Day;
}>;

function diceOf(seed: number): Dice {
  let state = (seed * 2654435761 + 1) >>> 0;
  const next = () => {
    state = (state * 1664525 + 1013904223) >>> 0;
    return (state >>> 4) / 2 ** 28;
  };
  const below = (count: number) => Math.floor(next() * count);
  const one = <T>(items: readonly T[]) => items[below(items.length)] as T;
  return {
    below,
    one,
    chance: (share) => next() < share,
    maybe: (items, none = 0.12) => (next() < none ? null : one(items)),
    day: (from = '2025-08-01', days = 500) => addDays(from as Day, below(days)),
  };
}

const reps = ['ann', 'bob', 'cai', 'dan', 'eve'];
const customers = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7', 'c8', 'c9', 'c10', 'c11', 'c12', 'c13', 'c14'];
const places = ['east', 'east1', 'east2', 'west', 'west1'];
const products = ['p1', 'p2', 'p3', 'p4'];
const sources = ['web', 'fair'];
const forever = '9999-12-31';
const ever = '0001-01-01';

function organisation(dice: Dice): Record<string, PlainRow[]> {
  const moved = dice.day('2026-01-01', 250);
  const teams = ['all', 'north', 'south', 'south1'];
  const below = (team: string, above: string, from = ever, before = forever) => ({
    team_id: team,
    ancestor_id: above,
    from_on: from,
    before_on: before,
  });
  return {
    person: reps.map((id) => ({ id, name: `销售 ${id}` })),
    team: teams.map((id) => ({ id, name: `团队 ${id}` })),
    team_ancestor: [
      ...teams.map((id) => below(id, id)),
      below('north', 'all'),
      below('south', 'all'),
      below('south1', 'all'),
      below('south1', 'south', ever, moved),
      below('south1', 'north', moved, forever),
    ],
    assignment: reps.slice(0, 4).flatMap((person) => {
      const change = dice.day('2026-01-01', 300);
      return [
        { person_id: person, team_id: dice.one(teams), from_on: ever, before_on: change },
        { person_id: person, team_id: dice.one(teams), from_on: addDays(change, dice.below(20)), before_on: forever },
      ];
    }),
  };
}

function things(dice: Dice): Record<string, PlainRow[]> {
  const place = (id: string, root: string) => ({
    id,
    name: `地区 ${id}`,
    level: id === root ? 'region' : 'province',
    parent_id: id === root ? null : root,
    root_id: root,
    province_id: id === root ? null : id,
  });
  return {
    region: places.map((id) => place(id, id.slice(0, 4))),
    product_line: [
      { id: 'hard', name: '硬件', root_id: 'hard' },
      { id: 'chips', name: '芯片', parent_id: 'hard', root_id: 'hard' },
      { id: 'soft', name: '软件', root_id: 'soft' },
    ],
    product: [
      { id: 'p1', name: '甲', line_id: 'hard', root_line_id: 'hard' },
      { id: 'p2', name: '乙', line_id: 'chips', root_line_id: 'hard' },
      { id: 'p3', name: '丙', line_id: 'soft', root_line_id: 'soft' },
      { id: 'p4', name: '丁' },
    ],
    source: sources.map((id) => ({ id, name: `来源 ${id}` })),
    pipeline: [
      { id: 'sales', name: '销售' },
      { id: 'partner', name: '伙伴' },
    ],
    stage: [
      { id: 's1', name: '初步', probability: '0.1' },
      { id: 's2', name: '谈判', probability: '0.5' },
      { id: 's3', name: '未设' },
    ],
    customer: customers.map((id) => ({
      id,
      name: `客户 ${id}`,
      type: dice.maybe(['直销', '渠道']),
      tier: dice.maybe(['A', 'B', 'C']),
      industry: dice.maybe(['制造', '医疗']),
    })),
  };
}

function orderOf(dice: Dice, index: number): PlainRow {
  const orderedOn = dice.chance(0.04) ? null : dice.day();
  return {
    order_id: `o${index}`,
    ordered_on: orderedOn,
    minute: dice.chance(0.5) ? dice.below(1440) : null,
    cancelled_on: orderedOn && dice.chance(0.12) ? addDays(orderedOn, dice.below(120)) : null,
    is_draft: dice.chance(0.08),
    is_first: dice.chance(0.3),
    rep_id: dice.maybe(reps),
    customer_id: dice.maybe(customers),
    region_id: dice.maybe(places),
    source_id: dice.maybe(sources),
  };
}

function money(dice: Dice, most: number): string {
  return (dice.below(most * 1000) / 1000).toFixed(3);
}

function linesOf(dice: Dice, order: PlainRow): PlainRow[] {
  return Array.from({ length: 1 + dice.below(3) }, (_, index) => ({
    ...order,
    line_id: `${order.order_id}-${index}`,
    product_id: dice.maybe(products),
    quantity: dice.chance(0.1) ? null : String(1 + dice.below(9)),
    amount: dice.chance(0.08) ? null : money(dice, 900),
    discount: money(dice, 20),
    cost: dice.chance(0.3) ? null : money(dice, 500),
  }));
}

function withLines(order: PlainRow, lines: readonly PlainRow[]): PlainRow {
  const own = lines.filter((line) => line.order_id === order.order_id);
  const amounts = own.map((line) => line.amount).filter((amount) => amount !== null && amount !== undefined);
  const sum = amounts.reduce<number>((built, amount) => built + Math.round(Number(amount) * 1000), 0);
  return { ...order, line_count: own.length, amount: amounts.length === 0 ? null : (sum / 1000).toFixed(3) };
}

function linksOf(row: PlainRow): PlainRow {
  const { order_id, is_first, rep_id, customer_id, region_id, source_id } = row as Record<string, string | null>;
  return {
    order_id: order_id ?? null,
    is_first: is_first ?? null,
    rep_id: rep_id ?? null,
    customer_id: customer_id ?? null,
    region_id: region_id ?? null,
    source_id: source_id ?? null,
  };
}

function refundOf(dice: Dice, line: PlainRow, index: number): PlainRow {
  return {
    ...linksOf(line),
    is_draft: line.is_draft ?? false,
    cancelled_on: line.cancelled_on ?? null,
    refund_id: `r${index}`,
    line_id: line.line_id ?? null,
    product_id: line.product_id ?? null,
    refunded_on: dice.day(),
    amount: money(dice, 300),
    reason: dice.maybe(['质量', '发错货']),
  };
}

function paidOf(dice: Dice, order: PlainRow, id: string, column: 'paid_on' | 'invoiced_on'): PlainRow {
  const key = column === 'paid_on' ? 'payment_id' : 'invoice_id';
  return { ...linksOf(order), [key]: id, [column]: dice.day(), amount: money(dice, 700) };
}

function dealOf(dice: Dice, index: number): PlainRow[] {
  const createdOn = dice.chance(0.08) ? null : dice.day('2025-06-01', 400);
  const owner = dice.maybe(reps);
  const fixed = {
    opportunity_id: `d${index}`,
    name: `商机 ${index}`,
    created_on: createdOn,
    created_minute: dice.chance(0.5) ? dice.below(1440) : null,
    created_rep_id: owner,
    customer_id: dice.maybe(customers),
    pipeline_id: dice.one(['sales', 'partner']),
    product_id: dice.maybe(products),
    source_id: dice.maybe(sources),
    region_id: dice.maybe(places),
  };
  const turns = Array.from({ length: dice.below(4) }, () => 1 + dice.below(150));
  const starts: Day[] = [];
  for (const days of turns) starts.push(addDays(starts.at(-1) ?? createdOn ?? ('2025-09-01' as Day), days));
  const stretches = [createdOn ?? ever, ...starts].map((from, turn) => ({ from, before: starts[turn] ?? forever }));
  let status: Status = { status: 'open', status_on: createdOn };
  const states = stretches.map(({ from, before }, turn) => {
    if (turn > 0) status = nextStatus(dice, status, from);
    return { ...fixed, ...status, ...stateOf(dice, status, owner), from_on: from, before_on: before };
  });
  return withPushes(states);
}

function withPushes(stretches: readonly PlainRow[]): PlainRow[] {
  let expected: string | null = null;
  let pushes = 0;
  return stretches.map((row) => {
    const next = row.expected_close_on as string | null;
    if (row.status === 'open' && next !== null && expected !== null && next > expected) pushes += 1;
    expected = next ?? expected;
    return { ...row, push_count: pushes };
  });
}

type Status = Readonly<{ status: string; status_on: string | null }>;

function nextStatus(dice: Dice, present: Status, on: string): Status {
  const status = dice.one(['won', 'won', 'lost', 'disqualified', 'open']);
  if (status === present.status) return present;
  return { status, status_on: status !== 'open' && dice.chance(0.05) ? null : on };
}

function stateOf(dice: Dice, { status }: Status, owner: string | null): PlainRow {
  const isLost = status === 'lost';
  return {
    status_minute: dice.chance(0.5) ? dice.below(1440) : null,
    stage_id: dice.maybe(['s1', 's2', 's3']),
    rep_id: dice.chance(0.7) ? owner : dice.maybe(reps),
    amount: dice.chance(0.12) ? null : money(dice, 5000),
    expected_close_on: dice.chance(0.2) ? null : dice.day('2026-01-01', 400),
    lost_reason: isLost ? dice.maybe(['价格', '竞品']) : null,
    competitor: isLost ? dice.maybe(['甲公司', '乙公司']) : null,
  };
}

function stageVisitOf(dice: Dice, index: number): PlainRow {
  const enteredOn = dice.chance(0.05) ? null : dice.day();
  return {
    visit_id: `v${index}`,
    opportunity_id: `d${dice.below(70)}`,
    stage_id: dice.one(['s1', 's2', 's3']),
    entered_on: enteredOn,
    left_on: enteredOn && dice.chance(0.6) ? addDays(enteredOn, dice.below(90)) : null,
    is_first: dice.chance(0.8),
    advanced_on: enteredOn && dice.chance(0.5) ? addDays(enteredOn, dice.below(130)) : null,
    has_stage_history: dice.chance(0.9),
    rep_id: dice.maybe(reps),
    amount: dice.chance(0.12) ? null : money(dice, 5000),
    customer_id: dice.maybe(customers),
    pipeline_id: dice.one(['sales', 'partner']),
    product_id: dice.maybe(products),
    source_id: dice.maybe(sources),
    region_id: dice.maybe(places),
  };
}

function leadOf(dice: Dice, index: number): PlainRow {
  const createdOn = dice.chance(0.05) ? null : dice.day('2025-06-01', 400);
  const after = (share: number) => (createdOn && dice.chance(share) ? addDays(createdOn, dice.below(140)) : null);
  const respondedOn = after(0.7);
  return {
    lead_id: `l${index}`,
    name: `线索 ${index}`,
    rep_id: dice.maybe(reps),
    customer_id: dice.maybe(customers),
    source_id: dice.maybe(sources),
    region_id: dice.maybe(places),
    created_on: createdOn,
    created_minute: dice.chance(0.5) ? dice.below(1440) : null,
    responded_on: respondedOn,
    response_minutes: respondedOn ? dice.below(2000) : null,
    valid_on: after(0.5),
    converted_on: after(0.4),
  };
}

function interactionOf(dice: Dice, index: number): PlainRow {
  return {
    interaction_id: `i${index}`,
    customer_id: dice.maybe(customers),
    rep_id: dice.maybe(reps),
    region_id: dice.maybe(places),
    type: dice.one(['call', 'visit']),
    on_day: dice.day(),
    minute: dice.chance(0.5) ? dice.below(1440) : null,
  };
}
