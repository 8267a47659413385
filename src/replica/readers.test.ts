import { afterAll, beforeAll, expect, test } from 'vitest';
import { raw, sql } from '#shared/sql.ts';
import { type TestTables, testTables } from '#testing/test-replica.ts';
import { askedBy, askedForEveryone } from './asker.ts';

let tables: TestTables;

beforeAll(async () => {
  tables = await testTables();
  await tables.insert('person', [
    { id: 'a', name: '李娜', is_rep: true, hired_on: '2020-01-02' },
    { id: 'b', name: '王芳', is_rep: false },
  ]);
});

afterAll(() => tables.close());

const endless = sql`select count(*) from range(1000000000) a, range(1000000000) b`;

test('money and quantities come back as texts, days as days, counts as numbers', async () => {
  const { columns, rows } = await tables.run(sql`
    select 0.5::decimal(18,4) as half, date '0001-01-01' as since_ever, count(*) as people, sum(1) as whole,
      [1, null] as list, null as nothing, 'x' as text, true as yes, 0.25::double as share, 1::double / 0 as infinite`);
  expect(columns.slice(0, 2)).toEqual(['half', 'since_ever']);
  expect(rows).toEqual([['0.5000', '0001-01-01', 1, 1, [1, null], null, 'x', true, 0.25, null]]);
});

test('a whole number that would lose digits is refused', async () => {
  await expect(tables.run(sql`select 9007199254740993`)).rejects.toThrow('too large');
});

test('values are bound by type: days, lists, empty lists, nulls', async () => {
  const { rows } = await tables.run(sql`
    select id from person
    where hired_on >= ${'2020-01-01'} and id = any(${['a', 'z']}) and not id = any(${[]}::varchar[])
      and is_rep = ${true} and ${1.5} > 1 and ${2 ** 40} > 1 and ${10n ** 12n} > 1 and ${null} is null
      and list_sum(${[1, 2]}) = 3`);
  expect(rows).toEqual([['a']]);
});

test('a bound value is never read as SQL', async () => {
  const { rows } = await tables.run(sql`select ${"'; drop table person; --"} as text`);
  expect(rows).toEqual([["'; drop table person; --"]]);
});

test('an answer as long as the limit is given, a longer one refused', async () => {
  expect((await tables.run(sql`from range(5000)`, { maxRows: 5000 })).rows.length).toBe(5000);
  await expect(tables.run(sql`from range(5001)`, { maxRows: 5000 })).rejects.toMatchObject({ code: 'too_many_rows' });
  expect((await tables.run(sql`select 1`)).rows).toEqual([[1]]);
});

test('a question that takes too long is stopped and says so', async () => {
  const begun = performance.now();
  await expect(tables.run(endless, { timeoutMs: 100 })).rejects.toMatchObject({ code: 'question_timeout' });
  expect(performance.now() - begun).toBeLessThan(3_000);
  expect((await tables.run(sql`select 1`)).rows).toEqual([[1]]);
});

test('a question whose asker went away is stopped', async () => {
  const asker = new AbortController();
  const answer = tables.run(endless, { signal: asker.signal });
  setTimeout(() => asker.abort(new Error('gone')), 50);
  await expect(answer).rejects.toThrow('gone');
});

test('questions beyond the pool wait, and give up in time', async () => {
  const asker = new AbortController();
  const blocking = [1, 2, 3].map(() => tables.run(endless, { signal: asker.signal }));
  await expect(tables.run(sql`select 1`, { timeoutMs: 100 })).rejects.toMatchObject({ code: 'question_timeout' });
  const waiting = tables.run(sql`select 2`);
  asker.abort(new Error('gone'));
  expect((await waiting).rows).toEqual([[2]]);
  await Promise.allSettled(blocking);
});

test('whoever asks for much leaves the engine free for somebody else', async () => {
  const lin = new AbortController();
  const flood = Array.from({ length: 20 }, () => askedBy({ id: 'lin', signal: lin.signal }, () => tables.run(endless)));
  const chen = askedBy({ id: 'chen', signal: null }, () => tables.run(sql`select 7`, { timeoutMs: 5_000 }));
  expect((await chen).rows).toEqual([[7]]);
  lin.abort(new Error('gone'));
  const stopped = await Promise.allSettled(flood);
  expect(new Set(stopped.map(({ status }) => status))).toEqual(new Set(['rejected']));
});

test('what is computed for everyone goes on when the one who asked first leaves', async () => {
  const asker = new AbortController();
  asker.abort(new Error('gone'));
  await askedBy({ id: 'lin', signal: asker.signal }, async () => {
    await expect(tables.run(sql`select 1`)).rejects.toThrow('gone');
    expect((await askedForEveryone(() => tables.run(sql`select 1`))).rows).toEqual([[1]]);
  });
});

test.each([
  "select * from read_text('/etc/hostname')",
  "copy person to '/tmp/people.csv'",
  "attach '/tmp/other.db'",
  'install httpfs',
  'set enable_external_access = true',
  "set memory_limit = '100GB'",
])('SQL cannot leave the process or change its limits: %s', async (statement) => {
  await expect(tables.run(raw(statement))).rejects.toThrow(/Permission|disabled|locked|Cannot/);
});

test('a question past the memory limit fails, and the next one is answered', async () => {
  const small = await testTables({ memoryLimitMb: 30 });
  await expect(
    small.run(sql`select count(distinct i || 'a text that is long') from range(30000000) r(i)`),
  ).rejects.toMatchObject({ code: 'question_too_large' });
  expect((await small.run(sql`select 1`)).rows).toEqual([[1]]);
  await small.close();
});
