import { expect, test } from 'vitest';
import { csvCell, csvText } from './csv.ts';

test('a file for Excel begins with a BOM and quotes what needs quotes', () => {
  expect(
    csvText([
      ['名称', '金额'],
      ['剪刀, "蓝色"', 1.5],
      [null, '2'],
    ]),
  ).toBe('\uFEFF名称,金额\r\n"剪刀, ""蓝色""",1.5\r\n,2\r\n');
});

test('a text that a spreadsheet would run is defused, a number is not', () => {
  expect(['=1+1', '+cmd', '@x', '-2+3', '\tx'].map(csvCell)).toEqual(["'=1+1", "'+cmd", "'@x", "'-2+3", "'\tx"]);
  expect(['-12.5', '+3', -4, '-5%'].map(csvCell)).toEqual(['-12.5', '+3', '-4', '-5%']);
});
