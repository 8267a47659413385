import type { Customer, Ground } from './customers.ts';
import type { Deal } from './deals.ts';
import { localColumns, type Moment, moment, workMomentAfter } from './moment.ts';
import { type Chance, chance } from './random.ts';
import type { InteractionRow } from './rows.ts';
import { ownerOn } from './territory.ts';

type Of = Readonly<{ ground: Ground; now: Moment }>;

const ours = ['电话', '上门拜访', '微信', '邮件'] as const;
const theirs = ['客户回复', '客户来访', '参加活动'] as const;

/** Calls, visits and answers: every ten days or so while a deal is open, rarely otherwise. */
export function interactions(
  of: Of,
  from: Readonly<{ deals: readonly Deal[]; customers: readonly Customer[] }>,
): InteractionRow[] {
  return [
    ...from.deals.flatMap((deal) => ofDeal(of, deal)),
    ...from.customers.flatMap((customer) => ofCustomer(of, customer)),
  ];
}

/** One deal in seven is neglected: nobody talks to the customer after the first weeks. */
function ofDeal(of: Of, deal: Deal): InteractionRow[] {
  const by = chance(of.ground.seed, `talk/${deal.row.id}`);
  const first = deal.events[0];
  const last = deal.events.at(-1);
  if (!first || !last) return [];
  const start = moment(Date.parse(first.on_day) / 86_400_000, first.minute);
  const end = last.status === 'open' ? of.now : moment(Date.parse(last.on_day) / 86_400_000, last.minute);
  const neglectedFrom = by.happens(0.14) ? start + 18 * 1_440 : Infinity;
  const rows: InteractionRow[] = [];
  let at = start;
  for (;;) {
    at = workMomentAfter(at, by.logNormal(10, 0.6), { chance: by, season: of.ground.season });
    if (at > end || at > of.now || at > neglectedFrom) return rows;
    rows.push(row({ id: `x${deal.row.id}-${rows.length + 1}`, at, customer: deal.customer, dealId: deal.row.id }, by));
  }
}

function ofCustomer(of: Of, customer: Customer): InteractionRow[] {
  const by = chance(of.ground.seed, `talk/${customer.id}`);
  const { season } = of.ground;
  const rows: InteractionRow[] = [];
  let at = moment(Math.max(customer.known, season.first), 540) + by.whole(0, 200) * 1_440;
  for (;;) {
    at = workMomentAfter(at, by.logNormal(190, 0.6), { chance: by, season });
    if (at > of.now) return rows;
    rows.push(row({ id: `x${customer.id}-${rows.length + 1}`, at, customer, dealId: null }, by));
  }
}

type Talk = Readonly<{ id: string; at: Moment; customer: Customer; dealId: string | null }>;

function row({ id, at, customer, dealId }: Talk, by: Chance): InteractionRow {
  const isTheirs = by.happens(0.3);
  const { day, minute } = localColumns(at);
  return {
    id,
    customer_id: customer.id,
    opportunity_id: dealId,
    rep_id: ownerOn(customer.tenures, Math.floor(at / 1_440)),
    type: isTheirs ? by.weighted(theirs, [0.7, 0.18, 0.12]) : by.weighted(ours, [0.4, 0.16, 0.3, 0.14]),
    initiator: isTheirs ? 'customer' : 'us',
    on_day: day,
    minute,
  };
}
