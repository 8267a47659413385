import type { TextsOf } from '../texts-of.ts';
import type { customers as zh } from '../zh/customers.ts';

/** Texts of the customers page: tiers, RFM, activity, the pool, trends. */
export const customers: TextsOf<typeof zh> = {
  'customers.unit': 'customers',
  'customers.lead.active':
    '<b>{{active}} customers</b> ordered {{period}}, <b>{{new}}</b> of them for the first time; repeat rate <b>{{repeat}}</b>.',
  'customers.fact.active': 'Active customers',
  'customers.fact.new': 'New customers',
  'customers.fact.repeat': 'Repeat rate',
};
