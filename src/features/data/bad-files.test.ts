import { utils, write } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestImports, testImports } from '#testing/test-imports.ts';

let imports: TestImports;
beforeAll(async () => {
  imports = await testImports();
});
afterAll(() => imports.close());

const header = '订单号,订单日期,客户名称,产品名称,数量,金额';
const orders = `${header}\nA-1,2026-01-05,杭州新星,泵,2,100.50\nA-1,2026-01-05,杭州新星,阀,1,20\nA-2,2026-01-06,上海贸易,泵,1,50\n`;

describe('a bad file is refused, naming the place, and the store stays as it was', () => {
  const row = (cells: string) => `${header}\n${cells}\nA-9,2026-01-06,甲,泵,1,5\n`;
  test.each<[name: string, content: string | Uint8Array, expected: object]>([
    ['empty.csv', '', { code: 'unreadable_file', file: 'empty.csv' }],
    ['header-only.csv', `${header}\n`, { code: 'no_rows' }],
    ['binary.csv', Buffer.from([0, 1, 2, 3, 0, 5, 6, 7]), { code: 'unreadable_file' }],
    ['encoding.csv', Buffer.concat([Buffer.from(orders), Buffer.from([0xff])]), { code: 'unreadable_file', row: 5 }],
    ['columns.csv', '订单号,客户名称,金额\nA-1,甲,5\n', { code: 'missing_columns', row: 1, column: '订单日期' }],
    ['unknown.csv', 'x1,x2\n1,2\n', { code: 'unknown_table', row: 1, column: 'x1' }],
    [
      'impossible.csv',
      row('A-1,2026-02-30,甲,泵,1,5'),
      { code: 'impossible_date', row: 2, column: '订单日期', value: '2026-02-30' },
    ],
    ['year.csv', row('A-1,1234567890-01-01,甲,泵,1,5'), { code: 'impossible_date', row: 2, column: '订单日期' }],
    ['not-a-date.csv', row('A-1,下周,甲,泵,1,5'), { code: 'not_a_date', row: 2, column: '订单日期' }],
    ['text.csv', row('A-1,2026-01-05,甲,泵,1,五十'), { code: 'not_a_number', row: 2, column: '金额', value: '五十' }],
    ['formula.csv', row('A-1,2026-01-05,=HYPERLINK("x"),泵,1,5'), { code: 'formula', row: 2, column: '客户名称' }],
    ['ragged.csv', `${header}\nA-1,2026-01-05,甲,泵,1,5\nA-2,2026-01-0`, { code: 'ragged_row', row: 3 }],
    ['number.csv', row(',2026-01-05,甲,泵,1,5'), { code: 'missing_value', row: 2, column: '订单号' }],
    ['huge.csv', row('A-1,2026-01-05,甲,泵,1,999999999999999'), { code: 'number_too_large', row: 2, column: '金额' }],
    ['long.csv', row(`A-1,2026-01-05,${'x'.repeat(5_000_000)},泵,1,5`), { code: 'unreadable_file', row: 2 }],
    [
      'wide.csv',
      `${Array.from({ length: 201 }, (_, index) => `c${index}`).join()}\n1\n`,
      { code: 'too_many_columns', row: 1 },
    ],
  ])('%s', async (name, content, expected) => {
    expect((await imports.rejection({ [name]: content }))[0]).toMatchObject({ file: name, ...expected });
  });

  test('an ambiguous date column, until its style is chosen', async () => {
    const content = `${header}\nA-1,03/04/2026,甲,泵,1,5\n`;
    expect((await imports.rejection({ 'a.csv': content }))[0]).toMatchObject({
      code: 'ambiguous_date',
      row: 2,
      column: '订单日期',
    });
    await imports.importing({ 'a.csv': content }, { tables: [{ dateOrder: 'dmy' }] });
    expect(await imports.all('sales_order')).toMatchObject([{ ordered_on: '2026-04-03' }]);
    await imports.startOver();
  });

  test('two rows with one key and different content', async () => {
    const content = '商机编号,阶段,预计金额\nD-1,报价,5\nD-2,报价,5\nD-1,报价,6\n';
    expect(await imports.rejection({ 'd.csv': content })).toMatchObject([
      { code: 'duplicate_key', row: 4, column: '商机编号', value: 'D-1' },
    ]);
  });

  test('a workbook named .csv, a truncated one, and a formula without a result', async () => {
    const sheet = utils.aoa_to_sheet([header.split(','), ['A-1', '2026-01-05', '甲', '泵', 1, 5]]);
    sheet.F2 = { t: 'n', f: 'E2*5' };
    const book = utils.book_new();
    utils.book_append_sheet(book, sheet, '订单');
    const content = write(book, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array;
    expect((await imports.rejection({ 'orders.csv': content }))[0]?.reason.en).toContain('rename it to .xlsx');
    expect((await imports.rejection({ 'cut.xlsx': content.subarray(0, 900) }))[0]).toMatchObject({ file: 'cut.xlsx' });
    expect((await imports.rejection({ 'f.xlsx': content }))[0]).toMatchObject({
      code: 'formula',
      sheet: '订单',
      row: 2,
      column: '金额',
    });
  });

  test('one bad file among good ones', async () => {
    expect(await imports.rejection({ 'orders.csv': orders, 'none.csv': '' })).toMatchObject([{ file: 'none.csv' }]);
  });
});
