import { expect, test } from 'vitest';
import { columnFormat, withUnit } from './column-format.ts';

const zh = { locale: 'zh', currency: 'CNY' } as const;
const en = { locale: 'en', currency: 'CNY' } as const;

test('a column has one unit and one precision, and its header says the unit', () => {
  const column = columnFormat(['18840000', '3300000', '54120000'], 'money', zh);
  expect(withUnit('收入', column)).toBe('收入 万');
  expect([column.text('18840000'), column.text('3300000')]).toEqual(['1,884', '330']);
});
test('the same column in English is in millions with two decimals', () => {
  const column = columnFormat(['18840000', '3300000', '120000000'], 'money', en);
  expect(withUnit('Revenue', column)).toBe('Revenue ¥M');
  expect([column.text('3300000'), column.text('120000000')]).toEqual(['3.30', '120.00']);
});
test('a column of small amounts keeps a decimal', () => {
  expect(columnFormat(['480000', '67000'], 'money', zh).text('67000')).toBe('6.7');
});
test('gaps are signed, zero and unknown are not', () => {
  const column = columnFormat(['1100000', '-2880000', '0', null], 'money', zh);
  expect(['1100000', '-2880000', '0', '1', null].map(column.signedText)).toEqual(['+110', '\u2212288', '0', '0', '—']);
});
test('ratios are percent with one decimal', () => {
  const column = columnFormat([0.628, 0.5], 'ratio', zh);
  expect([column.unit, column.text(0.5)]).toEqual(['%', '50.0']);
});
