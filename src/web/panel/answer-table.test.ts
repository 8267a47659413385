import { expect, test } from 'vitest';
import { day } from '#shared/day.ts';
import type { Answer } from '#web/api/types.ts';
import { answerTable } from './answer-table.ts';
import { cellOfAnswer } from './cell-of-answer.ts';
import { fileName } from './export-file.ts';
import { sheetOf } from './sheet.ts';

const period = { from: day('2026-10-01'), before: day('2027-01-01') };
const answer: Answer = {
  columns: [
    { id: 'month', role: 'time', of: 'month', label: { zh: '月', en: 'Month' } },
    { id: 'region', role: 'dimension', of: 'region', label: { zh: '大区', en: 'Region' } },
    { id: 'region_key', role: 'key', of: 'region', label: { zh: '大区', en: 'Region' } },
    { id: 'revenue', role: 'measure', of: 'revenue', unit: 'money', label: { zh: '收入', en: 'Revenue' } },
    { id: 'revenue_change', role: 'change', of: 'revenue', unit: 'money', label: { zh: '变化', en: 'Change' } },
  ],
  rows: [
    { month: '2026-10-01', region: '=华东', region_key: 'r1', revenue: '1200.5', revenue_change: 0.08 },
    { month: '2026-11-01', region: null, region_key: null, revenue: null, revenue_change: null },
  ],
  totals: { revenue: '1200.5', revenue_change: 0.08 },
  compare: null,
  partial: null,
  notes: [],
  query: {
    measures: ['revenue'],
    by: ['region'],
    grain: 'month',
    period,
    where: [{ field: 'team', op: 'in', values: ['t'] }],
  },
  asOf: {
    day: day('2026-11-24'),
    dataUpTo: null,
    workdaysElapsed: 1,
    workdaysTotal: 2,
    zone: 'Asia/Shanghai',
    currency: 'CNY',
  },
};
const style = { locale: 'zh', today: day('2026-11-24') } as const;

test('the table of an answer leaves keys out and names its buckets', () => {
  const table = answerTable(answer, style);
  expect(table.columns.map((column) => column.label)).toEqual(['月', '大区', '收入', '变化']);
  expect(table.rows.map((row) => row.month)).toEqual(['2026年10月', '2026年11月']);
});
test('a file has numbers as numbers, unknown empty, and totals as its last row', () => {
  expect(sheetOf(answerTable(answer, style), 'zh')).toMatchObject({
    header: ['月', '大区', '收入', '变化'],
    rows: [
      ['2026年10月', '=华东', 1200.5, 0.08],
      ['2026年11月', null, null, null],
      ['合计', null, 1200.5, 0.08],
    ],
  });
});
test('the number of a panel is its first measure over the period and filters that were asked', () => {
  expect(cellOfAnswer(answer)).toEqual({ measures: ['revenue'], period, where: answer.query.where });
});
test('a file is named after the finding, without what file systems refuse', () => {
  expect(fileName({ name: '收入/订单: 8.6%?', day: day('2026-11-24') }, 'csv')).toBe('收入 订单 8.6% 2026-11-24.csv');
});
