import { useMe } from '#web/api/use-me.ts';
import { periodInput } from '#web/filters/period-choice.ts';
import { useFilters } from '#web/filters/use-filters.ts';
import { rangeText } from '#web/numbers/dates.ts';
import { type TextKey, useText } from '#web/text/use-text.ts';

const named: Readonly<Record<string, TextKey>> = {
  'this day': 'lead.period.today',
  'this week': 'lead.period.this_week',
  'this month': 'lead.period.this_month',
  'this quarter': 'lead.period.this_quarter',
  'this year': 'lead.period.this_year',
  'this fiscal_year': 'lead.period.this_fiscal_year',
  'last week': 'lead.period.last_week',
  'last month': 'lead.period.last_month',
  'last quarter': 'lead.period.last_quarter',
  'last year': 'lead.period.last_year',
};

/** How a sentence calls the chosen period: 本季, 近 30 天, 10-01 至 11-20. */
export function usePeriodName(): string {
  const { t, locale } = useText();
  const { today } = useMe().calendar;
  const input = periodInput(useFilters().filters.period);
  if ('from' in input) return rangeText(input, { locale, today });
  if (input.kind === 'all') return t('lead.period.all');
  if (input.kind === 'last_days') return t('lead.period.last_days', { count: input.days });
  const key = named[`${input.kind} ${input.unit}`];
  return key ? t(key) : t('lead.period.other');
}
