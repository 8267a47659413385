import { describe, expect, test } from 'vitest';
import { columnChosen, emptyDraft, lookHints, mappingOf, tableDraft, tableKey, withFile, withTable } from './draft.ts';
import type { Upload, UploadedTable } from './import-types.ts';
import { missingGroups, tableReading } from './table-reading.ts';

const orders: UploadedTable = {
  sheet: null,
  headerRow: 1,
  header: ['单号', '日期', '金额', '销售员名', '备注'],
  sample: [
    ['A-1', '03/04/2026', '5', '张三', ''],
    ['A-2', '04/04/2026', '5', '李四', 'x'],
  ],
  suggestion: {
    kind: 'order_lines',
    nearest: 'order_lines',
    isDescription: false,
    columns: [
      { column: '单号', field: 'order_number', confidence: 1 },
      { column: '日期', field: 'ordered_on', confidence: 1 },
      { column: '金额', field: 'amount', confidence: 1 },
      { column: '销售员名', field: 'rep', confidence: 0.6 },
    ],
  },
  remembered: null,
};

const uploadOf = (...tables: UploadedTable[]): Upload => ({
  uploadId: 'u',
  files: [{ name: 'o.csv', kind: 'csv', encoding: 'utf-8', delimiter: ',', notes: [], tables, problems: [] }],
});
const file = (upload: Upload) => upload.files[0] as Upload['files'][number];
const read = (table: UploadedTable, draft = {}) => tableReading({ file: file(uploadOf(table)), table, draft });
const fieldsOf = (reading: ReturnType<typeof read>) => reading.columns.map(({ field }) => field);

describe('how a table is read', () => {
  test('sure names are taken, similar ones are only offered', () => {
    const reading = read(orders);
    expect(reading).toMatchObject({ kind: 'order_lines', origin: 'known' });
    expect(fieldsOf(reading)).toEqual(['order_number', 'ordered_on', 'amount', null, null]);
    expect(reading.columns[3]).toMatchObject({ origin: 'none', similar: 'rep', samples: ['张三', '李四'] });
  });
  test('what was mapped last time goes before what is recognised', () => {
    const remembered = { kind: 'order_lines', columns: { 单号: 'order_number', 备注: 'source' } } as const;
    const reading = read({ ...orders, remembered });
    expect(reading.origin).toBe('remembered');
    expect(fieldsOf(reading)).toEqual(['order_number', null, null, null, 'source']);
  });
  test('a date order that was chosen last time holds until another is chosen', () => {
    const remembered = { kind: 'order_lines', columns: { 日期: 'ordered_on' }, dateOrder: { 日期: 'dmy' } } as const;
    const again = { ...orders, remembered };
    expect(read(again).dateOrder).toEqual({ 日期: 'dmy' });
    const draft = withTable(emptyDraft, tableKey('o.csv', null), { dateOrder: {} });
    expect(mappingOf(uploadOf(again), draft).tables[0]).toMatchObject({ dateOrder: {} });
  });
  test('what was mapped for another kind does not count', () => {
    const remembered = { kind: 'returns', columns: { 备注: 'reason' } } as const;
    expect(fieldsOf(read({ ...orders, remembered }, { kind: 'order_lines' }))[2]).toBe('amount');
  });
  test('a description of fields is left out, an unknown table waits for a person', () => {
    const unknown = { ...orders.suggestion, kind: null, columns: [] };
    expect(read({ ...orders, suggestion: { ...unknown, isDescription: true } }).kind).toBe('skip');
    expect(read({ ...orders, suggestion: unknown }).kind).toBeNull();
  });
  test('of each group one field is enough', () => {
    const groups = [['order_number'], ['ordered_on'], ['amount', 'unit_price'], ['customer_name']];
    expect(missingGroups(groups, read(orders))).toEqual([['customer_name']]);
  });
});

describe('what a person decides', () => {
  const key = tableKey('o.csv', null);
  test('a field has one column: the former one is left out', () => {
    const chosen = columnChosen(read(orders), {}, { column: '备注', field: 'amount' });
    expect(chosen.columns).toEqual({ 金额: null, 备注: 'amount' });
    expect(fieldsOf(read(orders, chosen))).toEqual(['order_number', 'ordered_on', null, null, 'amount']);
  });
  test('the mapping that is sent is the one that is shown', () => {
    const draft = withTable(withFile(emptyDraft, 'o.csv', { encoding: 'gb18030' }), key, {
      dateOrder: { 日期: 'dmy' },
      decimalStyle: 'comma',
    });
    expect(mappingOf(uploadOf(orders), draft).tables).toEqual([
      {
        file: 'o.csv',
        encoding: 'gb18030',
        kind: 'order_lines',
        decimalStyle: 'comma',
        dateOrder: { 日期: 'dmy' },
        columns: { 单号: 'order_number', 日期: 'ordered_on', 金额: 'amount', 销售员名: null, 备注: null },
      },
    ]);
  });
  test('a table that is left out says nothing else', () => {
    const draft = withTable(emptyDraft, key, { kind: 'skip' });
    expect(mappingOf(uploadOf(orders), draft).tables).toEqual([{ file: 'o.csv', kind: 'skip' }]);
  });
  test('a file that cannot be read is left out, so that it does not keep the others from being imported', () => {
    const [broken] = uploadOf().files;
    const problems = [{ detail: { zh: '坏', en: 'broken' } }];
    const upload = { uploadId: 'u', files: broken ? [{ ...broken, problems }] : [] };
    expect(mappingOf(upload, emptyDraft).tables).toEqual([{ file: 'o.csv', kind: 'skip' }]);
  });
  test('another encoding forgets the columns of that file, not the kind, and not other files', () => {
    const other = tableKey('p.csv', null);
    const columns = { 金额: null };
    let draft = withTable(emptyDraft, key, { kind: 'order_lines', headerRow: 2, columns });
    draft = withFile(withTable(draft, other, { columns }), 'o.csv', { encoding: 'big5' });
    expect(tableDraft(draft, 'o.csv', null)).toEqual({ kind: 'order_lines' });
    expect(tableDraft(draft, 'p.csv', null)).toEqual({ columns });
  });
  test('files are looked at again only for what changes how they look', () => {
    expect(lookHints(withTable(emptyDraft, key, { columns: { 金额: null } }))).toEqual({ tables: [] });
    expect(lookHints(withTable(emptyDraft, key, { headerRow: 3 })).tables).toEqual([{ file: 'o.csv', headerRow: 3 }]);
  });
});
