import type { PanelTable } from '#web/panel/answer-table.ts';
import { useText } from '#web/text/use-text.ts';
import type { HeldByTier, TiersAnswer } from './customers-queries.ts';

/** The table behind the tiers: counts and revenue of every owner by tier. */
export function useTiersTable(): (answer: TiersAnswer) => PanelTable {
  const { t } = useText();
  return ({ reps, elsewhere, pool, total }) => ({
    columns: [
      { id: 'owner', label: t('customers.owner') },
      { id: 'a', label: t('customers.tier.a'), unit: 'count' },
      { id: 'b', label: t('customers.tier.b'), unit: 'count' },
      { id: 'c', label: t('customers.tier.c'), unit: 'count' },
      { id: 'customers', label: t('customers.count'), unit: 'count' },
      { id: 'a_revenue', label: t('customers.tiers.revenue_of', { tier: 'A' }), unit: 'money' },
      { id: 'b_revenue', label: t('customers.tiers.revenue_of', { tier: 'B' }), unit: 'money' },
      { id: 'c_revenue', label: t('customers.tiers.revenue_of', { tier: 'C' }), unit: 'money' },
      { id: 'revenue', label: t('overview.tile.revenue'), unit: 'money' },
      { id: 'flag', label: t('customers.tiers.flag') },
    ],
    rows: [
      ...reps.map((rep) => ({
        owner: rep.name,
        ...figures(rep),
        flag: rep.flag ? t(`customers.tiers.${rep.flag}`) : null,
      })),
      ...(elsewhere.all.customers > 0
        ? [{ owner: t('customers.tiers.elsewhere'), ...figures(elsewhere), flag: null }]
        : []),
      { owner: t('customers.pool'), ...figures(pool), flag: null },
    ],
    totals: { owner: null, ...figures(total), flag: null },
  });
}

function figures({ a, b, c, all }: HeldByTier) {
  return {
    a: a.customers,
    b: b.customers,
    c: c.customers,
    customers: all.customers,
    a_revenue: a.revenue,
    b_revenue: b.revenue,
    c_revenue: c.revenue,
    revenue: all.revenue,
  };
}
