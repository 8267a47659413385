import { channels, customerTypes, industries, lines } from './assortment.ts';
import { type Market, markets } from './geography.ts';
import { companyName, personName } from './names.ts';
import { type Chance, chance } from './random.ts';
import type { ContactRow, CustomerRow } from './rows.ts';
import { dayText, type Season } from './season.ts';
import { ownerOn, type Tenure, type Territory } from './territory.ts';

/** A customer with what drives its purchases. Times are business time. */
export type Customer = Readonly<{
  id: string;
  name: string;
  type: (typeof customerTypes)[number];
  industry: string;
  market: Market;
  sourceId: string;
  /** Day (since 1970-01-01) on which the customer became known. */
  known: number;
  /** When regular purchases begin and end; a prospect's begin with its first won deal. */
  begins: number;
  ends: number;
  /** Orders per unit of business time, and a factor on their size. */
  rate: number;
  size: number;
  lineWeights: readonly number[];
  tenures: readonly Tenure[];
}>;

/** What customers are made from. */
export type Ground = Readonly<{ seed: number; season: Season; territory: Territory }>;

const olderCustomers = 840;
const newCustomersPerUnit = 112;

/** Business time up to which customers are made: a list that does not grow keeps every draw from it as it was. */
const farAhead = 7;

/**
 * Customers who buy without a lead of ours: those from before the story and those who came by themselves. Includes some who are
 * not known yet: `known` tells.
 */
export function regularCustomers(ground: Ground): Customer[] {
  const by = chance(ground.seed, 'arrivals');
  const older = Array.from({ length: olderCustomers }, (_, index) => {
    const known = ground.season.first - by.whole(20, 1_900);
    return customer(ground, { id: `c${String(index + 1).padStart(4, '0')}`, known, begins: 0, sourceId: null });
  });
  const newer: Customer[] = [];
  for (let at = by.wait(newCustomersPerUnit); at < farAhead; at += by.wait(newCustomersPerUnit)) {
    const known = ground.season.workday(ground.season.dayAt(at));
    const id = `n${String(newer.length + 1).padStart(4, '0')}`;
    newer.push(customer(ground, { id, known, begins: at + 0.02, sourceId: null }));
  }
  return [...older, ...newer];
}

type Origin = Readonly<{ id: string; known: number; begins: number; sourceId: string | null; market?: Market }>;

/** One customer, with everything about it drawn from its own chance. */
export function customer(ground: Ground, origin: Origin): Customer {
  const by = chance(ground.seed, `customer/${origin.id}`);
  const market = origin.market ?? drawnMarket(by);
  const isSouth = market.regionId === 'south';
  const type = by.weighted(
    customerTypes,
    customerTypes.map((each) => (isSouth ? each.southShare : each.share)),
  );
  const industry = by.pick(industries);
  const sizeOfOwn = by.logNormal(1, 0.4);
  return {
    id: origin.id,
    name: companyName(by, { place: market.placeName, industry, isChannel: type.name === '渠道商' }),
    type,
    industry,
    market,
    sourceId:
      origin.sourceId ??
      by.weighted(
        channels,
        channels.map((channel) => channel.customerShare),
      ).id,
    known: origin.known,
    begins: origin.begins,
    ends: origin.begins + by.wait(1 / 9),
    rate: by.logNormal(6.85, 0.66) * type.rhythm,
    size: sizeOfOwn * type.size,
    lineWeights: lineWeights(by, isSouth && type.name === '中型企业'),
    tenures: ground.territory.tenures(market.groupId, origin.known, by),
  };
}

/** A place, the bigger markets more often. */
export function drawnMarket(by: Chance): Market {
  return by.weighted(markets, marketWeights);
}

const marketWeights = markets.map((market) => market.weight);

/** PLANTED: 华南's mid-sized companies live on sensors, so that losing these hurts the region. */
function lineWeights(by: Chance, lovesSensors: boolean): number[] {
  return lines.map((line) => line.weight * by.logNormal(1, 0.8) * (lovesSensors && line.id === 'sensor' ? 13 : 1));
}

/** The rows of the store: the owner is today's, and some silent customers have none (公海). */
export function customerRow(each: Customer, ground: Ground): CustomerRow {
  const by = chance(ground.seed, `customer-row/${each.id}`);
  const isAbandoned = each.ends < ground.season.end - 0.5 && by.happens(0.4);
  return {
    id: each.id,
    name: each.name,
    code: `KH${each.id.toUpperCase()}`,
    type: each.type.name,
    industry: each.industry,
    tier: tier(each.rate * each.size),
    region_id: each.market.placeId,
    source_id: each.sourceId,
    owner_id: isAbandoned ? null : ownerOn(each.tenures, ground.season.last),
    created_on: dayText(each.known),
  };
}

function tier(value: number): 'A' | 'B' | 'C' {
  if (value > 18) return 'A';
  return value > 6 ? 'B' : 'C';
}

/** The person one talks to. Numbers and addresses are of ranges that nobody has. */
export function contactRow(each: Customer, seed: number): ContactRow {
  const by = chance(seed, `contact/${each.id}`);
  return {
    id: `k-${each.id}`,
    customer_id: each.id,
    name: personName(by),
    title: by.pick(['采购经理', '设备主管', '总经理', '生产总监', '信息化负责人']),
    phone: `1990000${String(by.whole(0, 9_999)).padStart(4, '0')}`,
    email: `contact-${each.id}@example.com`,
  };
}
