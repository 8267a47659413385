import { expect, test } from 'vitest';
import { dateDecision, emptyDateTally, tallyDate } from './date-column.ts';
import { type DayOrder, dateShape, momentOf } from './dates.ts';

const read = (text: string, order: DayOrder | null = null) => momentOf(dateShape(text, 'Asia/Shanghai'), order);
const decision = (...values: string[]) => {
  const tally = emptyDateTally();
  for (const [index, value] of values.entries()) tallyDate(tally, value, index + 2);
  return dateDecision(tally);
};

test('dates that can mean one day only are read without asking', () => {
  const spellings = [
    '2017-04-05',
    '2017/4/5',
    '2017.04.05',
    '2017年4月5日',
    '20170405',
    '5-Apr-2017',
    'April 5, 2017',
    '42830',
  ];
  expect(spellings.map((text) => read(text)?.day)).toEqual(spellings.map(() => '2017-04-05'));
});

test('the time of day is kept, and an offset is turned into the workspace’s clock', () => {
  expect(read('2017-04-05 13:45:10')).toEqual({ day: '2017-04-05', minute: 825 });
  expect(read('2017/4/5 下午 1:45')).toEqual({ day: '2017-04-05', minute: 825 });
  expect(read('2017-04-05T20:30:00Z')).toEqual({ day: '2017-04-06', minute: 270 });
  expect(read('42830.5')).toEqual({ day: '2017-04-05', minute: 720 });
});

test('a day that does not exist is no date', () => {
  for (const text of ['2017-02-30', '2017-13-01', '0000-00-00', '1234567890-01-01', '2017年2月29日', '1850-01-01']) {
    expect(dateShape(text, 'UTC').kind, text).toBe('impossible');
  }
  expect(dateShape('soon', 'UTC').kind).toBe('not_a_date');
});

test('the order of day and month is told by the values of the whole column', () => {
  expect(decision('01/02/2017', '25/02/2017')).toMatchObject({ kind: 'decided', order: 'dmy' });
  expect(decision('01/02/2017', '02/25/2017')).toMatchObject({ kind: 'decided', order: 'mdy' });
  expect(decision('2017-01-02')).toMatchObject({ kind: 'decided', order: null });
  expect(read('01/02/2017', 'dmy')?.day).toBe('2017-02-01');
  expect(read('01/02/2017', 'mdy')?.day).toBe('2017-01-02');
});

test('a column that shows nothing is ambiguous', () => {
  expect(decision('01/02/2017', '03/04/2017')).toMatchObject({ kind: 'ambiguous', candidates: ['dmy', 'mdy'] });
  expect(decision('01/01/2017', '03/03/2017')).toMatchObject({ kind: 'decided' });
});

test('a year of two digits is the part with few values', () => {
  const days = Array.from({ length: 28 }, (_, index) => String(index + 1).padStart(2, '0'));
  expect(decision(...days.map((day) => `${day}-03-17`))).toMatchObject({ kind: 'decided', order: 'dmy' });
  expect(decision(...days.map((day) => `17-03-${day}`))).toMatchObject({ kind: 'decided', order: 'ymd' });
  expect(decision('01-03-17')).toMatchObject({ kind: 'ambiguous' });
});
