import { expect, test } from 'vitest';
import { openDatabase } from './database.ts';
import { loadCopyText } from './table-loader.ts';

const columns = [
  ['id', 'varchar'],
  ['day', 'date'],
  ['amount', 'decimal(18,4)'],
  ['rate', 'decimal(18,8)'],
  ['odds', 'decimal(5,4)'],
  ['minute', 'smallint'],
  ['seq', 'integer'],
  ['draft', 'boolean'],
] as const;

async function loaded(text: string, pieceBytes = 1 << 20, sealed: string[] = []) {
  const instance = await openDatabase(
    `create table sample (${columns.map(([name, type]) => `${name} ${type}`).join(', ')})`,
  );
  const connection = await instance.connect();
  const bytes = Buffer.from(text);
  const pieces = Array.from({ length: Math.ceil(bytes.length / pieceBytes) }, (_, index) =>
    bytes.subarray(index * pieceBytes, (index + 1) * pieceBytes),
  );
  await loadCopyText(connection, {
    into: 'sample',
    columns: columns.map(([name, type]) => ({ name, type, sealed: sealed.includes(name) })),
    text: pieces,
    open: (value) => value.toUpperCase(),
  });
  const result = await connection.runAndReadAll('select * from sample order by all');
  return { rows: result.getRowsJson() };
}

test('every type of the store comes through exactly', async () => {
  const { rows } = await loaded('a\t2024-02-29\t-12345678901.1234\t7.12345678\t0.2500\t1439\t-7\tt\n');
  expect(rows).toEqual([['a', '2024-02-29', '-12345678901.1234', '7.12345678', '0.2500', 1439, -7, true]]);
});

test('the largest amounts keep every digit', async () => {
  const { rows } = await loaded('a\t0001-01-01\t99999999999999.9999\t1.00000000\t\\N\t0\t0\tf\n');
  expect(rows[0]?.slice(0, 3)).toEqual(['a', '0001-01-01', '99999999999999.9999']);
});

test('nulls, empty texts and escaped characters are told apart', async () => {
  const nulls = '\t\\N'.repeat(7);
  const { rows } = await loaded(`\\N${nulls}\n${nulls}\n\\\\N\\t\\n华东${nulls}\n`);
  expect(rows.map((row) => row?.[0])).toEqual(['', '\\N\t\n华东', null]);
});

test('texts on both sides of twelve bytes arrive whole, however the pieces are cut', async () => {
  const names = ['短', '十二个字节', '一二三四', '一二三四五六七八九十', 'twelve bytes', 'thirteen byte'];
  const lines = names.map((name) => `${name}${'\t\\N'.repeat(7)}\n`).join('');
  for (const pieceBytes of [1, 7, 64]) {
    const { rows } = await loaded(lines, pieceBytes);
    expect(rows.map((row) => row?.[0])).toEqual([...names].sort());
  }
});

test('more rows than a chunk holds keep their nulls in their own rows', async () => {
  const lines = Array.from({ length: 5000 }, (_, row) =>
    [
      String(row).padStart(5, '0'),
      '2024-01-01',
      row % 3 ? `${row}.0000` : '\\N',
      '1.00000000',
      '\\N',
      '1',
      '1',
      't',
    ].join('\t'),
  );
  const { rows } = await loaded(`${lines.join('\n')}\n`);
  expect(rows.map((row) => row?.[2])).toEqual(
    Array.from({ length: 5000 }, (_, row) => (row % 3 ? `${row}.0000` : null)),
  );
});

test('sealed columns are opened on the way in', async () => {
  const { rows } = await loaded(`secret${'\t\\N'.repeat(7)}\n`, 1 << 20, ['id']);
  expect(rows[0]?.[0]).toBe('SECRET');
});

test('a row with too few fields stops the load', async () => {
  await expect(loaded('a\tb\n')).rejects.toThrow('row 1 has 2 fields');
});
