import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Day } from '#shared/day.ts';
import { aCompany } from '#testing/a-company.ts';
import { customerList } from './customer-list.ts';
import { usualRules } from './customer-rules.ts';
import { tiersByRep } from './tiers-by-rep.ts';

const { tiers: rules } = usualRules;
const question = { period: { from: '2026-01-01' as Day, before: '2027-01-01' as Day } };

type Draw = Readonly<{
  owners: readonly number[];
  sales: readonly (readonly [customer: number, rep: number, amount: number])[];
}>;

const people = ['li', 'wang', 'zhao'] as const;
const nobody = people.length;
const drawn: fc.Arbitrary<Draw> = fc.record({
  owners: fc.array(fc.integer({ min: 0, max: nobody }), { minLength: 12, maxLength: 12 }),
  sales: fc.array(
    fc.tuple(fc.integer({ min: 0, max: 11 }), fc.integer({ min: 0, max: 2 }), fc.integer({ min: 1, max: 99 })),
    { minLength: 10, maxLength: 40 },
  ),
});

function company({ owners, sales }: Draw) {
  return aCompany({
    rows: {
      person: people.map((id) => ({ id })),
      customer: owners.map((owner, index) => ({ id: `c${index}`, owner_id: people[owner] ?? null })),
      sale_order: sales.map(([customer, rep, amount], index) => ({
        order_id: `o${index}`,
        customer_id: `c${customer}`,
        rep_id: people[rep] ?? null,
        ordered_on: '2026-05-04',
        amount: String(amount),
      })),
    },
  });
}

/** What a rep may see, recounted from the plain rows: own, sold to, or in the pool; the revenue of own rows. */
function plainView({ owners, sales }: Draw, me: number) {
  const mine = (customer: number) => sales.filter(([of, rep]) => of === customer && rep === me);
  return new Map(
    owners.flatMap((owner, index): [string, string][] => {
      const isSeen = owner === me || owner === nobody || mine(index).length > 0;
      const revenue = mine(index).reduce((sum, [, , amount]) => sum + amount, 0);
      return isSeen ? [[`c${index}`, revenue.toFixed(4)]] : [];
    }),
  );
}

test('whoever asked before, a rep gets own customers and the pool with the revenue of own rows, in lists and by owner', async () => {
  await fc.assert(
    fc.asyncProperty(drawn, async (draw) => {
      const all = await company(draw);
      await customerList({ asking: all.asking }, { ...question, limit: 50 }, rules);
      for (const [me, id] of people.entries()) {
        const viewer = { asking: all.as({ kind: 'some', people: [id], teams: [] }).asking };
        const list = await customerList(viewer, { ...question, limit: 50 }, rules);
        expect(new Map(list.rows.map((row) => [row.id, row.revenue]))).toEqual(plainView(draw, me));
        expect(list.rows.filter(({ owner }) => owner !== null && owner.id !== id)).toEqual([]);
        const tiers = await tiersByRep(viewer, question, rules);
        expect(tiers.total.all).toEqual({ customers: list.total, revenue: list.revenue });
        const parts = [...tiers.reps, tiers.elsewhere, tiers.pool];
        expect(parts.reduce((sum, { all: { customers } }) => sum + customers, 0)).toBe(list.total);
        expect(tiers.reps.map((rep) => rep.id)).toEqual([id]);
      }
      await all.close();
    }),
    { numRuns: 4 },
  );
});
