import fc from 'fast-check';
import { expect, test } from 'vitest';
import { catalogue } from '#metrics/catalogue.ts';
import { legalDimensions } from '#semantic/define.ts';
import type { Cell, Scope } from '#semantic/question.ts';
import type { Day } from '#shared/day.ts';
import { sumOfMoney } from '#shared/money.ts';
import { aCompany, type Company } from '#testing/a-company.ts';
import { randomCompany } from '#testing/random-company.ts';
import { type RowsQuestion, rowsBehind } from './rows-behind.ts';

const everyone: Scope = { kind: 'all' };
const north: Scope = { kind: 'some', people: ['eve'], teams: [{ id: 'north', below: true }] };
const quarter = { from: '2026-10-01' as Day, before: '2027-01-01' as Day };
const measures = [...catalogue.measures.keys()];

test('the list adds up to the cell, whatever the measure, the place in the answer and the viewer', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(100_000), fc.boolean(), async (seed, isAll) => {
      const company = (await aCompany({ rows: randomCompany(seed) })).as(isAll ? everyone : north);
      for (const [index, id] of measures.entries()) await expectToAddUp(company, id, seed + index);
      company.close();
    }),
    { numRuns: 1 },
  );
}, 120_000);

async function expectToAddUp(company: Company, id: string, pick: number): Promise<void> {
  const legal = legalDimensions(catalogue, catalogue.measures.get(id) as never);
  const dimension = legal[pick % legal.length]?.id ?? 'rep';
  const grain = pick % 2 === 0 ? { grain: 'month' as const } : {};
  const answer = await company.ask({ measures: [id], period: quarter, by: [dimension], ...grain });
  const row = answer.rows[pick % Math.max(answer.rows.length, 1)];
  if (!row) return;
  const month = grain.grain ? { month: row.month as string } : {};
  const cell: RowsQuestion = {
    measures: [id],
    period: quarter,
    at: { [dimension]: row[`${dimension}_key`] as string | null, ...month },
  };
  const all = await everyRow(company, cell);
  const place = `${id} by ${dimension} at ${JSON.stringify(cell.at)}`;
  expect(all.sum, place).toEqual(row[id] ?? null);
  expect(all.rows.length, place).toBe(all.total);
  expect(addedUp(id, all.rows), place).toEqual(row[id] ?? null);
}

async function everyRow(company: Company, cell: RowsQuestion) {
  const rows: Record<string, Cell>[] = [];
  let page = await rowsBehind(company.asking, { ...cell, limit: 7 });
  rows.push(...page.rows);
  while (page.next) {
    page = await rowsBehind(company.asking, { ...cell, limit: 7, cursor: page.next });
    rows.push(...page.rows);
  }
  return { rows, total: page.total, sum: page.sum };
}

/** The figure from nothing but the list. */
function addedUp(id: string, rows: readonly Record<string, Cell>[]): unknown {
  const measure = catalogue.measures.get(id);
  const column = (name: string) => rows.flatMap((row) => (row[name] === null ? [] : [String(row[name])]));
  const sum = (name: string) => column(name).reduce((built, each) => built + Number(each), 0);
  if (measure && 'ratio' in measure.value) {
    if (sum('denominator') === 0) return null;
    const ratio = sum('numerator') / sum('denominator') + 0;
    return measure.unit === 'money'
      ? expect.toSatisfy((text) => Math.abs(Number(text) - ratio) < 1e-4)
      : expect.closeTo(ratio, 9);
  }
  if (measure && 'atom' in measure.value && isPlace(measure.value.atom.ways[0].aggregate.kind))
    return expect.anything();
  if (id === 'gross_profit' && rows.length === 0) return null;
  return measure?.unit === 'count' ? sum('value') : sumOfMoney(column('value'));
}

function isPlace(kind: string): boolean {
  return ['median', 'mean', 'quantile', 'hhi'].includes(kind);
}

test('a list of orders and refunds says which is which, and takes refunds off', async () => {
  const company = await aCompany({
    rows: {
      sale_order: [{ order_id: 'a', ordered_on: '2026-03-02', amount: '100' }],
      refund_fact: [{ refund_id: 'r', order_id: 'a', refunded_on: '2026-03-09', amount: '12.5' }],
    },
  });
  const list = await rowsBehind(company.asking, { measures: ['revenue'], period: { kind: 'this', unit: 'year' } });
  expect(list.rows).toMatchObject([
    { date: '2026-03-09', kind: '退款', number: 'a', value: '-12.5000' },
    { date: '2026-03-02', kind: '订单', number: 'a', value: '100.0000' },
  ]);
  expect(list).toMatchObject({ total: 2, sum: '87.5000', next: null });
});

test('a row that adds to both sides of a ratio is listed once', async () => {
  const order = (id: string) => ({ order_id: id, ordered_on: '2026-03-02', amount: '100', customer_id: id });
  const company = await aCompany({
    rows: { sale_order: Array.from({ length: 12 }, (_, index) => order(`o${index}`)) },
  });
  const list = await rowsBehind(company.asking, {
    measures: ['top10_customer_share'],
    period: { kind: 'this', unit: 'year' },
  });
  expect(list).toMatchObject({ total: 12, sum: expect.closeTo(10 / 12, 9) });
});

test('a made-up cursor is refused', async () => {
  const company = await aCompany({ won: 1 });
  const question = { measures: ['won_deals'], period: { kind: 'all' as const }, cursor: 'bm8' };
  await expect(rowsBehind(company.asking, question)).rejects.toMatchObject({ code: 'invalid_request' });
});
