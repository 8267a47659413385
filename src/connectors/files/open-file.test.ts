import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import iconv from 'iconv-lite';
import { afterAll, expect, test } from 'vitest';
import { Problem } from '#shared/problem.ts';
import { defaultLimits } from './limits.ts';
import { openFile } from './open-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'salesboard-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const text = '订单号;客户;金额\r\nA-1;"杭州""新星""; 公司";12,50\r\nA-2;上海贸易;7\r\n';

async function opened(name: string, content: string | Uint8Array) {
  const path = join(folder, name);
  writeFileSync(path, content);
  const file = await openFile({ path, name }, { limits: defaultLimits, spoolFolder: folder });
  const rows: unknown[] = [];
  for await (const batch of file.tables[0]?.rows() ?? []) rows.push(...batch.map(({ cells }) => cells));
  return { ...file, rows };
}

async function refusal(name: string, content: string | Uint8Array) {
  const error = await opened(name, content).catch((problem: unknown) => problem);
  if (!(error instanceof Problem)) throw new Error(`${name} was read`);
  return error.details[0];
}

function workbook(cells: unknown[][]): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(cells, { cellDates: true }), '订单');
  return write(book, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array;
}

test.each(['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const)('a Chinese file in %s is read', async (encoding) => {
  const content = encoding.startsWith('utf-16')
    ? iconv.encode(text, encoding, { addBOM: true })
    : iconv.encode(text, encoding);
  const file = await opened('orders.csv', content);
  expect([file.encoding, file.delimiter, file.rows[1]]).toEqual([encoding, ';', ['A-1', '杭州"新星"; 公司', '12,50']]);
});

test('a byte order mark is no part of the first name', async () => {
  const { rows } = await opened('bom.csv', `\uFEFF订单号,金额\nA,1\n`);
  expect(rows[0]).toEqual(['订单号', '金额']);
});

test.each([',', ';', '\t', '|'] as const)('the delimiter %j is found', async (delimiter) => {
  const { delimiter: found, rows } = await opened(
    'd.csv',
    ['a b', '1 2', '3 4'].map((row) => row.replace(' ', delimiter)).join('\n'),
  );
  expect([found, rows[1]]).toEqual([delimiter, ['1', '2']]);
});

test('Western text that is valid GB18030 is not read as Chinese', async () => {
  const file = await opened('w.csv', iconv.encode('Kunde,Betrag\nMüller Söhne,5\nJosé Peña,7\n', 'windows-1252'));
  expect([file.encoding, file.rows[1]]).toEqual(['windows-1252', ['Müller Söhne', '5']]);
});

test('UTF-8 with a broken byte is refused, naming the row', async () => {
  const broken = Buffer.concat([
    Buffer.from('订单号,客户\nA,张三\nB,李'),
    Buffer.from([0xff, 0xfe]),
    Buffer.from('\nC,王五\n'),
  ]);
  expect(await refusal('broken.csv', broken)).toMatchObject({ place: { file: 'broken.csv', row: 3 } });
});

test('a file cut inside a character is refused, naming the row', async () => {
  const cut = Buffer.from('订单号,客户\nA,张三').subarray(0, -1);
  expect(await refusal('cut.csv', cut)).toMatchObject({ place: { file: 'cut.csv', row: 2 } });
});

test('a quote that is never closed is refused, naming the row', async () => {
  expect(await refusal('quote.csv', 'a,b\n1,"2\n3,4\n')).toMatchObject({ place: { file: 'quote.csv', row: 2 } });
});

test('one row of 5 MB is refused, naming the row', async () => {
  const wide = await refusal('wide.csv', `a,b\n1,${'x'.repeat(5_000_000)}\n`);
  expect(wide).toMatchObject({ place: { file: 'wide.csv', row: 2, column: '2' } });
});

test.each([
  ['empty.csv', Buffer.alloc(0)],
  ['image.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])],
  ['binary.csv', Buffer.from(Array.from({ length: 4000 }, (_, index) => (index * 7919) % 256))],
  ['page.xls', Buffer.from('<html><table><tr><td>1</td></tr></table></html>')],
  ['archive.xlsx', Buffer.from('UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==', 'base64')],
])('%s is refused by name', async (name, content) => {
  expect(await refusal(name, content)).toMatchObject({ place: { file: name } });
});

test('a workbook gives dates as ISO days, numbers exactly and sheets by name', async () => {
  const sheet = utils.aoa_to_sheet([
    ['订单号', '日期', '金额'],
    ['A-1', 0, 125.43999999999998],
  ]);
  sheet.B2 = { t: 'n', v: 42852, z: 'm/d/yy' };
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, '订单');
  for (const bookType of ['xlsx', 'biff8'] as const) {
    const file = await opened(`orders.${bookType}`, write(book, { type: 'buffer', bookType }) as Uint8Array);
    expect([file.tables[0]?.sheet, file.rows[1]]).toEqual(['订单', ['A-1', '2017-04-27', '125.43999999999998']]);
  }
});

test('a formula gives its calculated value; one without a value says so', async () => {
  const sheet = utils.aoa_to_sheet([['a', 'b']]);
  sheet.A2 = { t: 'n', f: '1+2', v: 3 };
  sheet.B2 = { t: 'n', f: '1+2' };
  sheet['!ref'] = 'A1:B2';
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, 's');
  const { rows } = await opened('f.xlsx', write(book, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array);
  expect(rows[1]).toEqual(['3', { broken: 'formula', text: '=1+2' }]);
});

test('a truncated workbook is refused', async () => {
  const whole = workbook([
    ['a', 'b'],
    [1, 2],
  ]);
  expect(await refusal('cut.xlsx', whole.subarray(0, whole.length / 2))).toMatchObject({ place: { file: 'cut.xlsx' } });
});

test('a workbook named .csv is refused, saying what it is', async () => {
  const problem = await refusal('orders.csv', workbook([['a'], [1]]));
  expect(problem?.detail.zh).toContain('.xlsx');
});

test('text named .xlsx is read as text, with a note', async () => {
  const file = await opened('orders.xlsx', 'a,b\n1,2\n');
  expect([file.kind, file.notes.length]).toEqual(['csv', 1]);
});

test('text that ends without a line end is read, with a note that it may have been cut off', async () => {
  expect((await opened('end.csv', 'a,b\n1,2')).notes.length).toBe(1);
  expect((await opened('end.csv', 'a,b\n1,2\n')).notes).toEqual([]);
});
