import type { Day } from '#shared/day.ts';
import { epochDay } from '#shared/day.ts';
import { afterSales } from './after-sales.ts';
import { channels, pipelineRow, productLineRows, productRows, stageRows } from './assortment.ts';
import { contactRow, customerRow, type Ground, regularCustomers } from './customers.ts';
import { deals } from './deals.ts';
import { regionRows } from './geography.ts';
import { interactions } from './interactions.ts';
import { leads } from './leads.ts';
import { moment } from './moment.ts';
import { orders } from './orders.ts';
import type { DemoCompany } from './rows.ts';
import { season, storyCalendar } from './season.ts';
import { sourceCosts } from './source-costs.ts';
import { staff } from './staff.ts';
import { territory } from './territory.ts';
import { trouble } from './trouble.ts';

/** Which company to make up. `anchor` is the day its story was laid out for, today unless told; a later `today` only adds to it. */
export type DemoOptions = Readonly<{ today: Day; nowMinute?: number; seed?: number; anchor?: Day }>;

/** What the workspace of the demo is called. */
export const demoWorkspaceName = '衡川智控（示例公司）';

/**
 * A made-up industrial-equipment company: three years of people, customers, leads, deals and orders up to the minute `nowMinute` of
 * `today`. Pure: the same options always give the same rows, and nothing in them is later than now.
 */
export function demoCompany({ today, nowMinute = 1_439, seed = 20_260_101, anchor = today }: DemoOptions): DemoCompany {
  const now = moment(epochDay(today), nowMinute);
  const people = staff(anchor);
  const ground: Ground = {
    seed,
    season: season(storyCalendar(anchor, today), today),
    territory: territory(people.reps),
  };
  const of = { ground, trouble: trouble(anchor), now, seed, season: ground.season };
  const regulars = regularCustomers(ground);
  const allLeads = leads(of, regulars);
  const prospects = allLeads.flatMap(({ converted }) => (converted?.isNew ? [converted.customer] : []));
  const customers = [...regulars.filter(({ known }) => known <= ground.season.last), ...prospects];
  const allDeals = deals(of, { leads: allLeads, customers: regulars });
  const allOrders = orders(of, { customers, deals: allDeals });
  const followUps = afterSales(of, allOrders);
  return {
    person: people.person,
    team: people.team,
    team_parent: people.team_parent,
    team_manager: people.team_manager,
    rep_assignment: people.rep_assignment,
    region: regionRows,
    product_line: productLineRows,
    product: productRows,
    source: channels.map(({ id, name }) => ({ id, name })),
    pipeline: [pipelineRow],
    stage: stageRows,
    customer: customers.map((each) => customerRow(each, ground)),
    contact: customers.map((each) => contactRow(each, seed)),
    lead: allLeads.map(({ row }) => row),
    opportunity: allDeals.map(({ row }) => row),
    opportunity_event: allDeals.flatMap(({ events }) => events),
    sales_order: allOrders.map(({ row }) => row),
    order_line: allOrders.flatMap(({ lines }) => lines),
    refund: followUps.refunds,
    payment: followUps.payments,
    invoice: followUps.invoices,
    interaction: interactions(of, { deals: allDeals, customers }),
    source_cost: sourceCosts(ground.season),
  };
}
