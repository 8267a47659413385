import type { Bilingual } from '#shared/bilingual.ts';
import type { Grain } from './question.ts';

/** What the stretches of time are called. */
export const grainLabels: Readonly<Record<Grain, Bilingual>> = {
  day: { zh: '日', en: 'Day' },
  week: { zh: '周', en: 'Week' },
  month: { zh: '月', en: 'Month' },
  quarter: { zh: '季度', en: 'Quarter' },
  half_year: { zh: '半年', en: 'Half year' },
  year: { zh: '年', en: 'Year' },
  fiscal_quarter: { zh: '财季', en: 'Fiscal quarter' },
  fiscal_year: { zh: '财年', en: 'Fiscal year' },
};
