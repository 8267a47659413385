import { expect, test } from 'vitest';
import { headerOf } from './header.ts';
import { recognise } from './recognise.ts';

const mapped = (...columns: string[]) => {
  const { kind, suggestions } = recognise(columns);
  return [kind, Object.fromEntries(suggestions.filter((s) => s.confidence === 1).map((s) => [s.column, s.field]))];
};

test('the pipeline of an English CRM is recognised column by column', () => {
  expect(
    mapped(
      'opportunity_id',
      'sales_agent',
      'product',
      'account',
      'deal_stage',
      'engage_date',
      'close_date',
      'close_value',
    ),
  ).toEqual([
    'opportunities',
    {
      opportunity_id: 'deal_code',
      sales_agent: 'rep',
      product: 'product_name',
      account: 'customer_name',
      deal_stage: 'stage',
      engage_date: 'created_on',
      close_date: 'closed_on',
      close_value: 'closed_amount',
    },
  ]);
});

test('Chinese order lines are recognised column by column', () => {
  const columns =
    '行 ID,订单 ID,订单日期,发货日期,邮寄方式,客户 ID,客户名称,细分,城市,省/自治区,国家,地区,产品 ID,类别,子类别,产品名称,销售额,数量,折扣,利润';
  expect(mapped(...columns.split(','))).toEqual([
    'order_lines',
    {
      '行 ID': 'line_id',
      '订单 ID': 'order_number',
      订单日期: 'ordered_on',
      '客户 ID': 'customer_code',
      客户名称: 'customer_name',
      细分: 'customer_type',
      城市: 'city',
      '省/自治区': 'province',
      地区: 'region',
      '产品 ID': 'product_code',
      类别: 'product_line',
      子类别: 'product_subline',
      产品名称: 'product_name',
      销售额: 'amount',
      数量: 'quantity',
      折扣: 'discount',
      利润: 'profit',
    },
  ]);
});

test('the tables that belong to them are told apart', () => {
  expect(
    mapped('account', 'sector', 'year_established', 'revenue', 'employees', 'office_location', 'subsidiary_of')[0],
  ).toBe('customers');
  expect(mapped('product', 'series', 'sales_price')[0]).toBe('products');
  expect(mapped('sales_agent', 'manager', 'regional_office')[0]).toBe('people');
  expect(mapped('订单 ID', '退回')[0]).toBe('returns');
  expect(mapped('地区', '地区经理')[0]).toBe('region_managers');
  expect(mapped('订单号', '回款日期', '回款金额')[0]).toBe('payments');
  expect(mapped('订单号', '开票日期', '开票金额')[0]).toBe('invoices');
  expect(recognise(['Table', 'Field', 'Description']).isDescription).toBe(true);
});

test('a table that lacks a column says which', () => {
  const { kind, nearest, missing } = recognise(['订单号', '客户名称', '产品名称', '金额']);
  expect([kind, nearest, missing]).toEqual([null, 'order_lines', [['ordered_on']]]);
});

test('the header is found below a title, and repeated names are told apart', () => {
  const header = headerOf([
    { row: 1, cells: ['2017 年销售报表', '', ''] },
    { row: 2, cells: ['', '', ''] },
    { row: 3, cells: ['订单号', '金额', '金额'] },
    { row: 4, cells: ['A-1', '5', '6'] },
  ]);
  expect(header).toEqual({ row: 3, columns: ['订单号', '金额', '金额 (2)'] });
});
