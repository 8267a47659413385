import { expect, test } from 'vitest';
import { addDays, type Day, day } from '#shared/day.ts';
import { compareMoney, sumOfMoney } from '#shared/money.ts';
import { demoCompany } from './company.ts';
import type { DemoCompany, OpportunityEventRow } from './rows.ts';
import { demoPeople } from './staff.ts';

const today = day('2026-11-24');
const nowMinute = 700;
const company = demoCompany({ today, nowMinute });

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const byId = <T extends { id: string }>(rows: readonly T[]) => new Map(rows.map((row) => [row.id, row]));

test('the company is as large as the documents say', () => {
  const size = (entity: keyof DemoCompany) => company[entity].length;
  expect(size('sales_order')).toBeGreaterThan(27_000);
  expect(size('sales_order')).toBeLessThan(33_000);
  expect(size('opportunity')).toBeGreaterThan(5_600);
  expect(size('lead')).toBeGreaterThan(9_500);
  expect(size('customer')).toBeGreaterThan(1_900);
  expect(company.person.filter((person) => person.is_rep && !person.left_on)).toHaveLength(42);
});

test('the same day and seed give the same company, another seed another one', () => {
  expect(JSON.stringify(demoCompany({ today, nowMinute })) === JSON.stringify(company)).toBe(true);
  expect(demoCompany({ today, nowMinute, seed: 7 }).sales_order[100]).not.toEqual(company.sales_order[100]);
});

test('no row is later than now, and the story is three years long', () => {
  const mayBeAhead = new Set(['expected_close_on', 'before_on']);
  const isDay = (column: string) => /_on$|^on_day$/.test(column) && !mayBeAhead.has(column);
  const ahead = Object.values(company)
    .flatMap((rows: readonly object[]) => rows)
    .filter((row) => Object.entries(row).some(([column, value]) => isDay(column) && value !== null && value > today));
  expect(ahead).toEqual([]);
  expect(company.sales_order[0]?.ordered_on.slice(0, 7)).toBe('2023-11');
  const ofToday = company.sales_order.filter((row) => row.ordered_on === today).map((row) => row.ordered_minute);
  expect(Math.max(...ofToday)).toBeLessThanOrEqual(nowMinute);
});

test('another today moves every date', () => {
  const later = demoCompany({ today: addDays(today, 400), nowMinute });
  expect(later.sales_order[0]?.ordered_on.slice(0, 7)).toBe('2024-12');
  expect(later.sales_order.at(-1)?.ordered_on.slice(0, 7)).toBe('2027-12');
});

test('a company that lives on keeps its past', () => {
  const later = demoCompany({ anchor: today, today: addDays(today, 9), nowMinute: 900 });
  const unchanged = (entity: 'opportunity_event' | 'lead' | 'payment' | 'refund' | 'order_line' | 'interaction') => {
    const rows = byId(later[entity] as readonly { id: string }[]);
    return company[entity].every((row) => rows.has(row.id));
  };
  expect(later.sales_order.length).toBeGreaterThan(company.sales_order.length);
  const events = byId(later.opportunity_event);
  expect(company.opportunity_event.every((row) => JSON.stringify(events.get(row.id)) === JSON.stringify(row))).toBe(
    true,
  );
  const orders = byId(later.sales_order);
  expect(company.sales_order.every((row) => orders.get(row.id)?.number === row.number)).toBe(true);
  for (const entity of ['lead', 'payment', 'refund', 'order_line', 'interaction'] as const)
    expect(unchanged(entity)).toBe(true);
});

test('every reference leads somewhere', () => {
  const ids = (entity: keyof DemoCompany) => new Set(company[entity].map((row) => row.id));
  const [customers, reps, regions, orders, lines] = [
    ids('customer'),
    ids('person'),
    ids('region'),
    ids('sales_order'),
    ids('order_line'),
  ];
  const [products, sources, deals, stages] = [ids('product'), ids('source'), ids('opportunity'), ids('stage')];
  const dangling = [
    ...company.sales_order.filter(
      (row) =>
        !customers.has(row.customer_id) ||
        !reps.has(row.rep_id) ||
        !regions.has(row.region_id) ||
        !sources.has(row.source_id),
    ),
    ...company.order_line.filter((row) => !orders.has(row.order_id) || !products.has(row.product_id)),
    ...company.refund.filter((row) => !orders.has(row.order_id) || !lines.has(row.order_line_id)),
    ...company.opportunity.filter((row) => !customers.has(row.customer_id) || !products.has(row.product_id)),
    ...company.opportunity_event.filter(
      (row) => !deals.has(row.opportunity_id) || !stages.has(row.stage_id) || !reps.has(row.owner_id),
    ),
    ...company.lead.filter(
      (row) => (row.opportunity_id !== null && !deals.has(row.opportunity_id)) || !reps.has(row.owner_id ?? ''),
    ),
    ...company.interaction.filter((row) => !customers.has(row.customer_id) || !reps.has(row.rep_id)),
  ];
  expect(dangling).toEqual([]);
});

test('nobody is in two groups at once, and a team has one parent at a time', () => {
  const overlapping = (rows: readonly Readonly<{ key: string; from_on: Day | null; before_on: Day | null }>[]) => {
    const sorted = rows.toSorted(
      (a, b) => a.key.localeCompare(b.key) || (a.from_on ?? '').localeCompare(b.from_on ?? ''),
    );
    return sorted.filter((row, index) => {
      const previous = sorted[index - 1];
      return previous?.key === row.key && (previous.before_on === null || previous.before_on > (row.from_on ?? ''));
    });
  };
  expect(overlapping(company.rep_assignment.map((row) => ({ ...row, key: row.person_id })))).toEqual([]);
  expect(overlapping(company.team_parent.map((row) => ({ ...row, key: row.team_id })))).toEqual([]);
  expect(company.rep_assignment.filter((row) => row.before_on && row.from_on)).toHaveLength(0);
  expect(company.team_parent.filter((row) => row.team_id === 'g-xianggan').map((row) => row.parent_id)).toEqual([
    't-south',
    't-central',
  ]);
});

test('orders are only taken by reps who are there', () => {
  const people = byId(company.person);
  const wrong = company.sales_order.filter((row) => {
    const rep = people.get(row.rep_id);
    return !rep || rep.hired_on > row.ordered_on || (rep.left_on !== null && rep.left_on < row.ordered_on);
  });
  expect(wrong).toEqual([]);
});

test("an order's discount is shared out to its lines exactly", () => {
  const shares = Map.groupBy(company.order_line, (line) => line.order_id);
  const wrong = company.sales_order.filter((order) => {
    const shared = sumOfMoney((shares.get(order.id) ?? []).map((line) => line.order_discount));
    return compareMoney(shared, order.discount) !== 0;
  });
  expect(wrong).toEqual([]);
});

test('a refund never exceeds what its line was charged, nor do payments exceed the order', () => {
  const lines = byId(company.order_line);
  const charged = (id: string) => Number(lines.get(id)?.amount) - Number(lines.get(id)?.order_discount);
  expect(company.refund.filter((row) => Number(row.amount) > charged(row.order_line_id) + 0.001)).toEqual([]);
  const invoiced = new Map(company.invoice.map((row) => [row.order_id, Number(row.amount)]));
  const paid = Map.groupBy(company.payment, (row) => row.order_id);
  const overpaid = [...paid].filter(
    ([orderId, rows]) => sum(rows.map((row) => Number(row.amount))) > (invoiced.get(orderId) ?? Infinity) + 0.001,
  );
  expect(overpaid).toEqual([]);
});

function faultsOf(events: readonly OpportunityEventRow[]): string[] {
  const moment = (event: OpportunityEventRow) => `${event.on_day} ${String(event.minute).padStart(4, '0')}`;
  const pairs = events.slice(1).map((event, index) => [events[index] ?? event, event] as const);
  return [
    events[0]?.kind === 'created' && events[1]?.kind === 'stage' ? '' : 'does not begin with created',
    events.every((event, index) => event.seq === index + 1) ? '' : 'has a gap',
    pairs.every(([before, after]) => moment(before) <= moment(after)) ? '' : 'goes back in time',
    pairs.every(([before, after]) => before.status === 'open' || after.kind === 'reopened')
      ? ''
      : 'changes after its end',
    events.every((event) => (event.status === 'lost') === (event.lost_reason !== null))
      ? ''
      : 'is lost without a reason',
  ].filter(Boolean);
}

test('every deal begins with created, goes forward in time and ends with its outcome', () => {
  const deals = Map.groupBy(company.opportunity_event, (row) => row.opportunity_id);
  expect([...deals.values()].flatMap(faultsOf)).toEqual([]);
  expect(company.opportunity_event.filter((event) => event.kind === 'reopened').length).toBeGreaterThan(20);
});

const lastEvents = [...Map.groupBy(company.opportunity_event, (row) => row.opportunity_id).values()].flatMap(
  (events) => events.at(-1) ?? [],
);
const winRate = (events: readonly OpportunityEventRow[]) => {
  const won = events.filter((event) => event.status === 'won').length;
  return won / (won + events.filter((event) => event.status === 'lost').length);
};

test('win rate, yearly revenue and open deals look like a company of this size', () => {
  expect(winRate(lastEvents)).toBeGreaterThan(0.26);
  expect(winRate(lastEvents)).toBeLessThan(0.32);
  const open = lastEvents.filter((event) => event.status === 'open');
  expect(open.length).toBeGreaterThan(240);
  expect(open.length).toBeLessThan(420);
  const ofYear = new Set(
    company.sales_order
      .filter((row) => row.ordered_on.startsWith('2025') && !row.is_draft && !row.cancelled_on)
      .map((row) => row.id),
  );
  const revenue = sum(
    company.order_line
      .filter((row) => ofYear.has(row.order_id))
      .map((row) => Number(row.amount) - Number(row.order_discount)),
  );
  expect(revenue).toBeGreaterThan(3.8e8);
  expect(revenue).toBeLessThan(5.2e8);
});

test('planted: 华南 falls because mid-sized companies stopped buying sensors, and for no other reason', () => {
  const regions = byId(company.region);
  const rootOf = (id: string): string => (regions.get(id)?.parent_id ? rootOf(regions.get(id)?.parent_id ?? '') : id);
  const types = new Map(company.customer.map((row) => [row.id, row.type]));
  const orders = byId(company.sales_order);
  const change = (isCause: boolean) => {
    const revenueBefore = (end: Day) => {
      const from = addDays(end, -160);
      return sum(
        company.order_line.map((line) => {
          const order = orders.get(line.order_id);
          if (!order || order.is_draft || order.cancelled_on || order.ordered_on < from || order.ordered_on >= end)
            return 0;
          const cause = types.get(order.customer_id) === '中型企业' && line.product_id.startsWith('pr-sens');
          return rootOf(order.region_id) === 'south' && cause === isCause ? Number(line.amount) : 0;
        }),
      );
    };
    const base = revenueBefore(addDays(today, -365));
    return { share: revenueBefore(today) / base, delta: revenueBefore(today) - base };
  };
  expect(change(true).share).toBeLessThan(0.45);
  expect(change(false).share).toBeGreaterThan(0.9);
  expect(change(true).delta).toBeLessThan(2 * Math.min(0, change(false).delta));
});

test('planted: deals stay in 商务谈判 over the price since about four months', () => {
  const from = addDays(today, -100);
  const lost = lastEvents.filter((event) => event.status === 'lost');
  const priceShare = (events: readonly OpportunityEventRow[]) =>
    events.filter((event) => event.lost_reason === '价格').length / events.length;
  expect(priceShare(lost.filter((event) => event.on_day >= from))).toBeGreaterThan(
    1.25 * priceShare(lost.filter((event) => event.on_day < addDays(today, -140))),
  );
  const stuck = lastEvents.filter(
    (event) => event.status === 'open' && event.stage_id === 's4' && event.competitor === '竞品甲',
  );
  expect(stuck.length).toBeGreaterThan(15);
});

test('planted: 线上投放 brings a third of all leads and next to no wins', () => {
  const sourceOf = new Map(company.opportunity.map((row) => [row.id, row.source_id]));
  const ads = lastEvents.filter((event) => sourceOf.get(event.opportunity_id) === 'ads');
  expect(company.lead.filter((row) => row.source_id === 'ads').length / company.lead.length).toBeGreaterThan(0.3);
  expect(winRate(ads)).toBeLessThan(0.6 * winRate(lastEvents));
  expect(ads.filter((event) => event.status === 'won').length).toBeLessThan(30);
});

test('orders thin out around Spring Festival and peak in the fourth quarter', () => {
  const count = (from: string, before: string) =>
    company.sales_order.filter((row) => row.ordered_on >= from && row.ordered_on < before).length;
  expect(count('2026-02-12', '2026-02-26')).toBeLessThan(0.35 * count('2026-03-12', '2026-03-26'));
  expect(count('2025-10-01', '2026-01-01')).toBeGreaterThan(1.15 * count('2025-01-01', '2025-04-01'));
});

test('the sign-ins of the demo are people with something to see', () => {
  const { managerPersonId, managerTeamId, repPersonId } = demoPeople();
  expect(company.team_manager.find((row) => row.team_id === managerTeamId)?.person_id).toBe(managerPersonId);
  const ofReps = Map.groupBy(
    company.sales_order.filter((row) => row.ordered_on >= '2026-01-01'),
    (row) => row.rep_id,
  );
  const ranking = [...ofReps].sort((a, b) => b[1].length - a[1].length).map(([id]) => id);
  const rank = ranking.indexOf(repPersonId);
  expect(rank).toBeGreaterThan(ranking.length * 0.2);
  expect(rank).toBeLessThan(ranking.length * 0.7);
});
