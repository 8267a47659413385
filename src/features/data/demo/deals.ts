import { channels, type Product, pipelineRow, products } from './assortment.ts';
import { lineOn } from './basket.ts';
import type { Customer, Ground } from './customers.ts';
import { type DealChange, dealLife } from './deal-life.ts';
import type { Lead } from './leads.ts';
import { dayOf, localColumns, type Moment, moment, workMinute, workMomentAfter } from './moment.ts';
import { type Chance, chance } from './random.ts';
import type { OpportunityEventRow, OpportunityRow } from './rows.ts';
import { dayText } from './season.ts';
import { ownerOn } from './territory.ts';
import type { Trouble } from './trouble.ts';

const dealsPerUnit = 1_240;

/** A deal with its log; `won` is set when it is won by now. */
export type Deal = Readonly<{
  customer: Customer;
  product: Product;
  row: OpportunityRow;
  events: readonly OpportunityEventRow[];
  won: Readonly<{ at: Moment; amount: number; ownerId: string }> | null;
}>;

type Of = Readonly<{ ground: Ground; trouble: Trouble; now: Moment }>;

/** Deals that began as leads, and deals that reps opened with companies they know. */
export function deals(of: Of, from: Readonly<{ leads: readonly Lead[]; customers: readonly Customer[] }>): Deal[] {
  const ofLeads = from.leads.flatMap(({ row, converted }) =>
    converted
      ? [
          deal(of, {
            id: `d${row.id}`,
            at: converted.at,
            customer: converted.customer,
            sourceId: row.source_id,
            leadId: row.id,
          }),
        ]
      : [],
  );
  return [...ofLeads, ...openedDeals(of, from.customers)];
}

function openedDeals(of: Of, customers: readonly Customer[]): Deal[] {
  const by = chance(of.ground.seed, 'deal-arrivals');
  const made: Deal[] = [];
  for (
    let time = by.wait(dealsPerUnit), number = 1;
    time < of.ground.season.end;
    time += by.wait(dealsPerUnit), number += 1
  ) {
    const at = moment(of.ground.season.dayAt(time), workMinute(by));
    const customer = buyer(customers, time, by.next);
    const id = `d${String(number).padStart(5, '0')}`;
    if (at <= of.now) made.push(deal(of, { id, at, customer, sourceId: customer.sourceId, leadId: null }));
  }
  return made;
}

/** A customer who buys at that time, the bigger ones more often. */
function buyer(customers: readonly Customer[], time: number, next: () => number): Customer {
  for (;;) {
    const each = customers[Math.floor(next() * customers.length)];
    if (each && each.begins < time && time < each.ends && next() < 0.15 + each.size / 4) return each;
  }
}

type Opening = Readonly<{ id: string; at: Moment; customer: Customer; sourceId: string; leadId: string | null }>;

function deal(of: Of, opening: Opening): Deal {
  const { ground, trouble, now } = of;
  const { id, at, customer } = opening;
  const by = chance(ground.seed, id);
  const product = productFor(of, opening);
  const ownerId = ownerOn(customer.tenures, dayOf(at));
  const strength =
    (channels.find((channel) => channel.id === opening.sourceId)?.strength ?? 1) * by.between(0.96, 1.04);
  const amount = Math.round((by.logNormal(235_000, 0.75) * customer.size ** 0.6) / 100) * 100;
  const life = dealLife({ at, amount, ownerId, strength, season: ground.season, trouble }, by);
  const events = eventRows(
    id,
    withHandOvers([...life, ...reassigned(ground, { customer, created: at }, by)], customer),
    now,
  );
  const last = events.at(-1);
  return {
    customer,
    product,
    events,
    row: {
      id,
      name: `${customer.name.replace('有限公司', '')} ${product.name.split(' ')[0] ?? product.name}项目`,
      code: `SJ${localColumns(at).day.slice(2, 7).replace('-', '')}-${id.slice(1).toUpperCase()}`,
      customer_id: customer.id,
      pipeline_id: pipelineRow.id,
      product_id: product.id,
      source_id: opening.sourceId,
      region_id: customer.market.placeId,
      lead_id: opening.leadId,
      created_on: localColumns(at).day,
      has_stage_history: true,
    },
    won: last?.status === 'won' ? { at: momentOf(last), amount: Number(last.amount), ownerId: last.owner_id } : null,
  };
}

function productFor({ ground, trouble }: Of, { id, customer, at }: Opening): Product {
  const by = chance(ground.seed, `product/${id}`);
  const line = lineOn({ customer, epoch: dayOf(at), season: ground.season, trouble }, by) ?? 'gateway';
  return by.pick(products.filter((product) => product.lineId === line));
}

function momentOf(event: OpportunityEventRow): Moment {
  return moment(Date.parse(event.on_day) / 86_400_000, event.minute);
}

/** Now and then a deal goes to a colleague who knows the trade better. */
function reassigned(ground: Ground, of: Readonly<{ customer: Customer; created: Moment }>, by: Chance): DealChange[] {
  if (!by.happens(0.06)) return [];
  const at = workMomentAfter(of.created, by.whole(4, 40), { chance: by, season: ground.season });
  const colleague = ground.territory.tenures(of.customer.market.groupId, dayOf(at), by);
  return [{ at, kind: 'owner', ownerId: ownerOn(colleague, dayOf(at)) }];
}

/** Deals go with their customer to the next rep, at nine in the morning of that day. */
function withHandOvers(life: readonly DealChange[], customer: Customer): DealChange[] {
  const created = life[0]?.at ?? 0;
  const handOvers = customer.tenures
    .filter((tenure) => moment(tenure.from, 540) > created)
    .map((tenure): DealChange => ({ at: moment(tenure.from, 540), kind: 'owner', ownerId: tenure.repId }));
  return [...life, ...handOvers].sort((a, b) => a.at - b.at);
}

/** Turns changes into rows that carry the whole state, and leaves out what has not happened yet. */
function eventRows(dealId: string, changes: readonly DealChange[], now: Moment): OpportunityEventRow[] {
  const rows: OpportunityEventRow[] = [];
  let state: DealChange = { at: 0, kind: 'created' };
  for (const change of changes) {
    if (change.at > now) break;
    const isClosed = state.status !== undefined && state.status !== 'open';
    if (isClosed && change.kind !== 'reopened') continue;
    if (change.kind === 'owner' && change.ownerId === state.ownerId) continue;
    const { note: _note, lostReason: _reason, ...lasting } = state;
    state = { ...lasting, ...change };
    rows.push(eventRow(dealId, rows.length + 1, state));
  }
  return rows;
}

function eventRow(dealId: string, seq: number, state: DealChange): OpportunityEventRow {
  const at = localColumns(state.at);
  return {
    id: `${dealId}-${seq}`,
    opportunity_id: dealId,
    seq,
    kind: state.kind,
    on_day: at.day,
    minute: at.minute,
    status: state.status ?? 'open',
    stage_id: state.stageId ?? 's1',
    owner_id: state.ownerId ?? '',
    amount: `${state.amount ?? 0}.00`,
    expected_close_on: dayText(state.expected ?? dayOf(state.at)),
    lost_reason: state.lostReason ?? null,
    competitor: state.competitor ?? null,
    note: state.note ?? null,
  };
}
