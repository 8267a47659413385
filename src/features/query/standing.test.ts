import { expect, test } from 'vitest';
import type { Day } from '#shared/day.ts';
import { aCompany } from '#testing/a-company.ts';
import { standing } from './standing.ts';

const year = { from: '2026-01-01' as Day, before: '2027-01-01' as Day };
const question = { measure: 'revenue', period: year } as const;

async function aTeam(revenue: Readonly<Record<string, string>>, left: Readonly<Record<string, string>> = {}) {
  const ids = Object.keys(revenue);
  return aCompany({
    rows: {
      person: ids.map((id) => ({ id, name: `销售${id}`, is_rep: true, left_on: left[id] ?? null })),
      sale_order: ids.map((id) => ({
        order_id: `o${id}`,
        ordered_on: '2026-03-02',
        rep_id: id,
        amount: revenue[id] ?? '0',
      })),
    },
  });
}

test('a rep sees the own rank and the colleagues’ values without names', async () => {
  const company = await aTeam({ a: '500', b: '123456', c: '300', d: '300', e: '100' });
  expect(await standing(company.asking, 'c', question)).toEqual({
    own: '300.0000',
    reason: null,
    rank: 3,
    of: 5,
    next: '500.0000',
    median: '300.0000',
    peers: ['100.0000', '300.0000', '500.0000', '123000.0000'],
  });
});

test('the standing reaches beyond a scope that shows only oneself', async () => {
  const company = await aTeam({ a: '5', b: '4', c: '3', d: '2', e: '1' });
  const narrow = company.as({ kind: 'some', people: ['e'], teams: [] });
  expect(await standing(narrow.asking, 'e', question)).toMatchObject({ rank: 5, of: 5, own: '1.0000' });
});

test('colleagues who left are not counted', async () => {
  const company = await aTeam({ a: '5', b: '4', c: '3', d: '2', e: '1', f: '9' }, { f: '2026-06-01' });
  expect(await standing(company.asking, 'a', question)).toMatchObject({ rank: 1, of: 5, next: null });
});

test('with fewer than four colleagues nobody is shown', async () => {
  const company = await aTeam({ a: '5', b: '4', c: '3', d: '2' });
  expect(await standing(company.asking, 'a', question)).toMatchObject({ own: null, reason: 'too_few', peers: [] });
});

test('an account that is no rep has no standing', async () => {
  const company = await aTeam({ a: '5' });
  expect(await standing(company.asking, null, question)).toMatchObject({ own: null, reason: 'no_person' });
});
