import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Question } from '#semantic/question.ts';
import { day } from '#shared/day.ts';
import { aCompany, type Company } from '#testing/a-company.ts';
import { goldenCompany } from '#testing/golden-company.ts';
import { dimensionMembers } from './dimension-members.ts';

let company: Company;
beforeAll(async () => {
  company = await aCompany({ rows: goldenCompany });
});
afterAll(() => company.close());

const column = async (question: Partial<Question> & Pick<Question, 'measures'>, name: string) =>
  (await company.ask(question)).rows.map((row) => row[name]);
const filtered = (field: string, op: 'in' | 'not_in', ...values: (string | null)[]) =>
  company.measure('gross_revenue', { where: [{ field, op, values }] });

test('an unknown measure is refused with the names it may have meant', async () => {
  await expect(company.measure('revenu')).rejects.toMatchObject({
    code: 'unknown_name',
    details: [{ suggestions: expect.arrayContaining(['revenue']), place: { field: 'measures' } }],
  });
});

test('an unknown dimension and an unknown order are refused too', async () => {
  await expect(company.ask({ measures: ['revenue'], by: ['regoin'] })).rejects.toMatchObject({
    details: [{ suggestions: expect.arrayContaining(['region']) }],
  });
  const order = [{ by: 'revenue_chnage', direction: 'asc' as const }];
  await expect(company.ask({ measures: ['revenue'], compare: 'previous', order })).rejects.toMatchObject({
    code: 'unknown_name',
    details: [{ suggestions: expect.arrayContaining(['revenue_change']) }],
  });
});

test('a measure is not split by what its facts do not know', async () => {
  await expect(company.ask({ measures: ['collected_amount'], by: ['product_line'] })).rejects.toMatchObject({
    code: 'illegal_question',
  });
});

test('a question of the wrong shape names the field', async () => {
  await expect(company.ask({ measures: [] })).rejects.toMatchObject({
    code: 'invalid_request',
    details: [{ place: { field: 'measures' } }],
  });
});

test('a filter takes keys and names, or keys only, and none', async () => {
  expect(await filtered('region', 'in', '华南')).toBe('600.0000');
  expect(await filtered('region_key', 'in', 'south')).toBe('600.0000');
  expect(await filtered('region_key', 'in', '华南')).toBe('0.0000');
  expect(await filtered('region', 'not_in', '华南')).toBe('1400.0000');
  expect(await filtered('team', 'in', '一部')).toBe('1400.0000');
  expect(await filtered('team', 'in', null)).toBe('600.0000');
  expect(await filtered('team', 'not_in', 'one', null)).toBe('0.0000');
  expect(await filtered('product_line', 'in', '软件')).toBe('340.0000');
  expect(await filtered('order_kind', 'in', 'first')).toBe('1100.0000');
});

test('figures of several facts stand side by side', async () => {
  const answer = await company.ask({ measures: ['revenue', 'won_amount', 'leads'], by: ['rep'] });
  expect(answer.rows).toMatchObject([
    { rep: '李', revenue: '1350.0000', won_amount: '4000.0000', leads: 0 },
    { rep: '王', revenue: '600.0000', won_amount: '0.0000', leads: 0 },
    { rep: null, revenue: '0.0000', won_amount: '0.0000', leads: 4 },
  ]);
});

test('shares are of the whole even when only the largest are listed', async () => {
  const measures = ['gross_revenue', { id: 'gross_revenue', show: 'share' as const }];
  const answer = await company.ask({ measures, by: ['customer'], limit: 1 });
  expect(answer.rows).toMatchObject([{ customer: '丙公司', gross_revenue_share: 0.5 }]);
});

test('a running sum and a moving average over months', async () => {
  const period = { from: day('2026-01-01'), before: day('2026-05-01') };
  const cumulative = { id: 'gross_revenue', show: 'cumulative' as const };
  const average = { id: 'gross_revenue', show: 'moving_average' as const };
  const asked = { measures: [cumulative, average], grain: 'month' as const, period };
  expect(await column(asked, 'gross_revenue_cumulative')).toEqual(['100.0000', '300.0000', '600.0000', '1000.0000']);
  expect(await column(asked, 'gross_revenue_moving_average')).toEqual([null, null, '200.0000', '300.0000']);
});

test('a rate is not added up over time', async () => {
  const measures = [{ id: 'win_rate', show: 'cumulative' as const }];
  await expect(company.ask({ measures, grain: 'month' })).rejects.toMatchObject({ code: 'illegal_question' });
});

test('months without an order are there as zero, months to come are not', async () => {
  const answer = await company.ask({ measures: ['order_count'], grain: 'month' });
  expect(answer.rows.map((row) => row.order_count)).toEqual([1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0]);
  expect(answer.partial).toBe('2026-11-01');
});

test('fiscal years begin in the month that the workspace chose', async () => {
  const asked = { measures: ['gross_revenue'], grain: 'fiscal_year' as const };
  const answer = await company.ask(asked);
  expect(answer.rows).toMatchObject([
    { fiscal_year: '2025-04-01', gross_revenue: '600.0000' },
    { fiscal_year: '2026-04-01', gross_revenue: '1400.0000' },
  ]);
});

test('all time runs from the first day with data through today', async () => {
  const answer = await company.ask({ measures: ['revenue'], period: { kind: 'all' } });
  expect(answer.query.period).toEqual({ from: '2025-12-01', before: '2026-11-21' });
});

test('an earlier day shows what was known then', async () => {
  expect(await company.measure('order_count', { asOf: day('2026-05-31') })).toBe(6);
  expect(await company.measure('open_amount', { asOf: day('2026-01-15') })).toBe('4000.0000');
});

test('a base before the calendar begins is unknown by month, and the answer still comes', async () => {
  const period = { from: day('2022-01-01'), before: day('2022-03-01') };
  const answer = await company.ask({ measures: ['revenue'], grain: 'month', period, compare: 'year_ago' });
  expect(answer.rows.map((row) => row.revenue_base)).toEqual([null, null]);
});

test('a period that ends before it begins is refused', async () => {
  const period = { from: day('2026-02-01'), before: day('2026-01-01') };
  await expect(company.measure('revenue', { period })).rejects.toMatchObject({ code: 'illegal_question' });
});

test('filter values are those the viewer may see', async () => {
  const names = async (asked: Company, id: string, search?: string) =>
    (await dimensionMembers(asked.asking, id, search)).map(({ name }) => name);
  expect(await names(company, 'customer')).toEqual(['丙公司', '乙公司', '甲公司']);
  expect(await names(company, 'customer', '甲')).toEqual(['甲公司']);
  const wang = company.as({ kind: 'some', people: ['wang'], teams: [] });
  expect(await names(wang, 'customer')).toEqual(['乙公司']);
  expect(await names(wang, 'rep')).toEqual(['王']);
  expect(await names(wang, 'team')).toEqual([]);
});
