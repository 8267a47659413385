import { channels } from './assortment.ts';
import { type Customer, customer, drawnMarket, type Ground } from './customers.ts';
import type { Market } from './geography.ts';
import { dayOf, localColumns, type Moment, moment, workMinute } from './moment.ts';
import { personName } from './names.ts';
import { type Chance, chance } from './random.ts';
import type { LeadRow } from './rows.ts';
import { dayText } from './season.ts';
import { ownerOn } from './territory.ts';

const leadsPerUnit = 3_040;
/** Share of converted leads that come from companies which already buy. */
const knownCompanyShare = 0.5;

/** A lead, and when it has become a deal, the customer it belongs to. */
export type Lead = Readonly<{
  row: LeadRow;
  converted: Readonly<{ at: Moment; customer: Customer; isNew: boolean }> | null;
}>;

type Of = Readonly<{ ground: Ground; now: Moment }>;

/** All leads up to `now`, oldest first. `customers`: whom leads may turn out to be. */
export function leads(of: Of, customers: readonly Customer[]): Lead[] {
  const { seed, season } = of.ground;
  const by = chance(seed, 'lead-arrivals');
  const made: Lead[] = [];
  for (let time = by.wait(leadsPerUnit), number = 1; time < season.end; time += by.wait(leadsPerUnit), number += 1) {
    const id = `l${String(number).padStart(5, '0')}`;
    const own = chance(seed, id);
    const created = moment(season.dayAt(time), workMinute(own));
    if (created <= of.now) made.push(lead(of, fate(of.ground, { id, created, customers }, own), own));
  }
  return made;
}

type Arrival = Readonly<{ id: string; created: Moment; customers: readonly Customer[] }>;

/** All that will ever become of a lead; `judged` and `converted` are null when it will not be. */
type Fate = Arrival &
  Readonly<{
    channelId: string;
    responded: Moment;
    isValid: boolean;
    judged: number | null;
    converted: Moment | null;
    known: Customer | null;
    market: Market;
    ownerId: string;
  }>;

function fate(ground: Ground, arrival: Arrival, by: Chance): Fate {
  const channel = by.weighted(
    channels,
    channels.map((each) => each.leadShare),
  );
  const day = dayOf(arrival.created);
  const responded = answeredAt(arrival.created, by, { median: channel.responseMinutes, ground });
  const judged = ground.season.workday(dayOf(responded) + by.whole(0, 6));
  const isJudged = by.happens(0.96);
  const isValid = by.happens(channel.valid);
  const isConverted = by.happens(channel.converted) && isValid && isJudged;
  const converted = moment(ground.season.workday(judged + by.whole(1, 18)), workMinute(by));
  const known = by.happens(knownCompanyShare) ? knownCompany(arrival.customers, day, by) : null;
  const market = known?.market ?? drawnMarket(by);
  return {
    ...arrival,
    channelId: channel.id,
    responded,
    isValid,
    judged: isJudged ? judged : null,
    converted: isConverted ? converted : null,
    known,
    market,
    ownerId: ownerOn(known?.tenures ?? ground.territory.tenures(market.groupId, day, by), day),
  };
}

function lead({ ground, now }: Of, will: Fate, by: Chance): Lead {
  const company = isConverted(will, now) ? (will.known ?? prospect(ground, will)) : null;
  return {
    row: {
      id: will.id,
      name: `${will.market.placeName}${personName(by)}`,
      customer_id: company?.id ?? null,
      opportunity_id: company && `d${will.id}`,
      owner_id: will.ownerId,
      source_id: will.channelId,
      region_id: will.market.placeId,
      ...dates(will, now),
    },
    converted: company && { at: will.converted ?? 0, customer: company, isNew: will.known === null },
  };
}

function isConverted(will: Fate, now: Moment): boolean {
  return will.converted !== null && will.converted <= now;
}

/** What has happened to the lead by now. */
function dates(will: Fate, now: Moment) {
  const created = localColumns(will.created);
  const answer = will.responded <= now ? localColumns(will.responded) : null;
  const judgedOn = will.judged !== null && will.judged <= dayOf(now) ? dayText(will.judged) : null;
  return {
    created_on: created.day,
    created_minute: created.minute,
    responded_on: answer?.day ?? null,
    responded_minute: answer?.minute ?? null,
    valid_on: will.isValid ? judgedOn : null,
    invalid_on: will.isValid ? null : judgedOn,
    converted_on: isConverted(will, now) ? dayText(dayOf(will.converted ?? 0)) : null,
  };
}

/** The company behind a converted lead that nobody knew before. */
function prospect(ground: Ground, will: Fate): Customer {
  const known = dayOf(will.converted ?? will.created);
  return customer(ground, {
    id: `c${will.id}`,
    known,
    begins: Infinity,
    sourceId: will.channelId,
    market: will.market,
  });
}

function knownCompany(customers: readonly Customer[], day: number, by: Chance): Customer | null {
  for (let tries = 0; tries < 8; tries += 1) {
    const each = by.pick(customers);
    if (each.known < day) return each;
  }
  return null;
}

/** Working minutes run from 9:00 to 18:00 on workdays. */
function answeredAt(created: Moment, by: Chance, of: Readonly<{ median: number; ground: Ground }>): Moment {
  let rest = Math.max(2, Math.round(by.logNormal(of.median, 1.1)));
  let day = dayOf(created);
  let from = Math.min(Math.max(created - day * 1_440, 540), 1_080);
  for (;;) {
    const workday = of.ground.season.workday(day);
    if (workday !== day) from = 540;
    if (rest <= 1_080 - from) return moment(workday, from + rest);
    rest -= 1_080 - from;
    day = workday + 1;
    from = 540;
  }
}
