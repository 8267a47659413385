import type { PanelTable } from '#web/panel/answer-table.ts';
import { useText } from '#web/text/use-text.ts';
import type { ListedCustomer } from './customers-queries.ts';

/** Listed customers as a table for downloads. */
export function useListTable(): (customers: readonly ListedCustomer[]) => PanelTable {
  const { t } = useText();
  return (customers) => ({
    columns: [
      { id: 'customer', label: t('customers.customer') },
      { id: 'owner', label: t('customers.owner') },
      { id: 'tier', label: t('customers.tier') },
      { id: 'segment', label: t('customers.segment') },
      { id: 'quadrant', label: t('customers.quadrants') },
      { id: 'quiet', label: t('customers.quiet_days'), unit: 'days' },
      { id: 'contact', label: t('customers.contact_days'), unit: 'days' },
      { id: 'activity', label: t('customers.activity'), unit: 'count' },
      { id: 'effort', label: t('customers.effort'), unit: 'count' },
      { id: 'revenue', label: t('overview.tile.revenue'), unit: 'money' },
    ],
    rows: customers.map((each) => ({
      customer: each.name,
      owner: each.isInPool ? t('customers.pool') : (each.owner?.name ?? null),
      tier: each.tier.toUpperCase(),
      segment: t(`customers.segment.${each.segment}`),
      quadrant: t(`customers.quadrant.${each.quadrant}`),
      quiet: each.quietDays,
      contact: each.contactDays,
      activity: each.activity,
      effort: each.effort,
      revenue: each.revenue,
    })),
    totals: null,
  });
}
