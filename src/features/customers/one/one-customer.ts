import { ask } from '#features/ask.ts';
import type { RouteDeps } from '#features/route-deps.ts';
import type { Viewer } from '#features/viewer.ts';
import { addDays, type Day } from '#shared/day.ts';
import { money } from '#shared/money.ts';
import { sql } from '#shared/sql.ts';
import { churnBook } from '../churn/churn-book.ts';
import { warningModel } from '../churn/churn-models.ts';
import { churnWords } from '../churn/churn-words.ts';
import { churnAsOf, currentModels } from '../churn/current-models.ts';
import { customerBook } from '../customer-book.ts';
import { customerRules } from '../customer-rules.ts';
import { seenCustomer, todayOf } from '../seen-customer.ts';
import type { CustomerViewer, SeenCustomer } from '../seen-customers.ts';
import { tierBook } from '../tier-book.ts';
import { maskedContacts } from './contacts.ts';
import { nextAction } from './next-action.ts';

type Looking = Readonly<{ deps: RouteDeps; viewer: Viewer; asking: CustomerViewer['asking'] }>;

const yearDays = 365;

/**
 * All about one customer but its timeline. Who does not see its owner sees figures of their own people's rows only, and neither owner
 * nor contacts. Throws `not_found` for a customer out of sight.
 */
export async function oneCustomer({ deps, viewer, asking }: Looking, customerId: string) {
  const seen = await seenCustomer({ asking }, customerId);
  const isOurs = seen.isOwnerSeen;
  const today = todayOf(asking).day;
  const [facts, tiers, judged, signs, open, contacts] = await Promise.all([
    plainFacts(asking, customerId),
    customerRules(deps.store, viewer.workspace.id).then((rules) => tierBook(asking, addDays(today, 1), rules.tiers)),
    isOurs ? judgedOf(deps, asking, customerId) : null,
    customerBook(asking, addDays(today, 1)).then((book) => book.of(customerId)),
    openThings(asking, { customerId, today, isOurs }),
    isOurs ? maskedContacts(deps, { workspaceId: viewer.workspace.id, customerId }) : [],
  ]);
  const tier = tiers.tierOf(customerId);
  const isInPool = seen.ownerId === null;
  return {
    ...facts,
    id: customerId,
    owner: isOurs ? facts.owner : null,
    isInPool,
    isOurs,
    tier,
    tierByHand: tiers.overrides.has(customerId),
    owners: isOurs ? await ownersOf(asking, customerId) : [],
    figures: {
      ...(await yearOf(asking, seen)),
      activity: signs.activity,
      effort: signs.effort,
      quietDays: signs.quietDays,
      contactDays: signs.contactDays,
    },
    churn: judged && {
      level: judged.judgement.level,
      isGone: judged.judgement.isGone,
      alive: judged.judgement.alive,
      expectedOrders: judged.judgement.expectedOrders,
      medianGapDays: judged.judgement.medianGapDays,
      thresholdDays: judged.judgement.thresholdDays,
      atRisk: money(judged.judgement.atRisk.toFixed(2)),
      reason: churnWords(judged),
    },
    next: nextAction({ isInPool, tier, judged, contactDays: signs.contactDays, ...open }),
    contacts,
    mayReveal: isOurs && viewer.permissions.includes('contacts.reveal'),
  };
}

async function judgedOf(deps: RouteDeps, asking: Looking['asking'], customerId: string) {
  const [asOf, stored] = await Promise.all([churnAsOf(asking), currentModels({ store: deps.store, asking })]);
  return (await churnBook(asking, asOf, warningModel(stored.models))).get(customerId) ?? null;
}

async function plainFacts({ replica }: Looking['asking'], customerId: string) {
  const { rows } = await replica.run(sql`
    select c.name, c.type, c.industry, r.name, s.name, c.created_on, c.owner_id, p.name
    from customer c
    left join region r on r.id = c.region_id
    left join source s on s.id = c.source_id
    left join person p on p.id = c.owner_id
    where c.id = ${customerId}`);
  const [name, type, industry, region, source, createdOn, ownerId, owner] = (rows[0] ?? []).map(textOf);
  return {
    name: name ?? customerId,
    type: type ?? null,
    industry: industry ?? null,
    region: region ?? null,
    source: source ?? null,
    createdOn: createdOn ?? null,
    owner: ownerId ? { id: ownerId, name: owner ?? ownerId } : null,
  };
}

/** Net revenue and orders of the last 12 months: all of them for who sees the owner, else of the rows that may be seen. */
async function yearOf(asking: Looking['asking'], seen: SeenCustomer) {
  const wide = seen.isOwnerSeen ? { ...asking, scope: { kind: 'all' as const } } : asking;
  const { totals } = await ask(wide, {
    measures: ['revenue', 'order_count'],
    period: { kind: 'last_days', days: yearDays },
    where: [{ field: 'customer_key', op: 'in', values: [seen.id] }],
  });
  return { revenue: textOf(totals.revenue), orders: Number(totals.order_count ?? 0) };
}

type Opened = Readonly<{ customerId: string; today: Day; isOurs: boolean }>;

/** The open follow-up that is most overdue, and the open deal whose expected day is past longest. */
async function openThings({ replica }: Looking['asking'], { customerId, today, isOurs }: Opened) {
  if (!isOurs) return { overdueTask: null, hasOpenTask: false, overdueDeal: null };
  const [tasks, deals] = await Promise.all([
    replica.run(sql`
      select title, due_on, due_on < ${today}::date from task
      where customer_id = ${customerId} and done_on is null order by due_on nulls last, id limit 1`),
    replica.run(sql`
      select opportunity_id, coalesce(name, code, opportunity_id), expected_close_on from deal
      where customer_id = ${customerId} and status = 'open' and from_on <= ${today}::date and before_on > ${today}::date
        and expected_close_on < ${today}::date
      order by expected_close_on, opportunity_id limit 1`),
  ]);
  const [task, deal] = [tasks.rows[0], deals.rows[0]];
  return {
    hasOpenTask: task !== undefined,
    overdueTask: task?.[2] === true ? { title: String(task[0]), dueOn: String(task[1]) } : null,
    overdueDeal: deal ? { id: String(deal[0]), name: String(deal[1]), expectedOn: String(deal[2]) } : null,
  };
}

/** Who owned it before, as far as it is on record, the latest first. */
async function ownersOf({ replica }: Looking['asking'], customerId: string) {
  const { rows } = await replica.run(sql`
    select e.kind, e.on_day, p.name, e.by_name, e.reason
    from customer_event e left join person p on p.id = e.owner_id
    where e.customer_id = ${customerId} and e.kind in ('owner', 'claimed', 'released')
    order by e.on_day desc, e.minute desc nulls last, e.id desc limit 20`);
  return rows.map(([kind, on, owner, by, reason]) => ({
    kind: String(kind),
    on: String(on),
    owner: textOf(owner),
    by: textOf(by),
    reason: textOf(reason),
  }));
}

function textOf(value: unknown): string | null {
  return value === null || value === undefined ? null : String(value);
}
