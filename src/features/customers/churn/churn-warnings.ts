import { z } from 'zod';
import type { RouteDeps } from '#features/route-deps.ts';
import { addDays, type Day } from '#shared/day.ts';
import { type Money, money, sumOfMoney } from '#shared/money.ts';
import { Problem } from '#shared/problem.ts';
import { sql } from '#shared/sql.ts';
import { pagePlan, pageQuestion } from '../page-question.ts';
import { type CustomerViewer, type SeenCustomer, seenCustomers } from '../seen-customers.ts';
import { churnBook, type JudgedCustomer } from './churn-book.ts';
import { warningModel } from './churn-models.ts';
import { churnWords } from './churn-words.ts';
import { churnAsOf, currentModels } from './current-models.ts';
import { type ChurnLevel, churnLevels } from './judge-customer.ts';
import { warnedMost } from './warned-most.ts';

/** `POST /api/v1/customers/churn`: the page's filters; the period does not matter, as a warning is about now. */
export const churnQuestion = pageQuestion.extend({
  level: z.enum(churnLevels).optional(),
  limit: z.int().min(1).max(200).default(50),
  cursor: z.string().max(400).optional(),
});

type ChurnQuestion = z.output<typeof churnQuestion>;

type Warned = JudgedCustomer & Readonly<{ seen: SeenCustomer; level: ChurnLevel; atRisk: Money }>;

/**
 * Customers at risk: who may be lost, then who buys less, each with the greatest revenue at risk first. A warning is seen by whoever sees its customer's owner today; it is computed
 * from all of the customer's orders, whoever took them.
 */
export async function churnWarnings(deps: Pick<RouteDeps, 'store'>, viewer: CustomerViewer, question: ChurnQuestion) {
  const { asking } = viewer;
  const asOf = await churnAsOf(asking);
  const stored = await currentModels({ store: deps.store, asking });
  const model = warningModel(stored.models);
  const [book, seen] = await Promise.all([churnBook(asking, asOf, model), ownCustomers(viewer, question, asOf)]);
  const judged = seen.flatMap((customer) => {
    const found = book.get(customer.id);
    return found ? [{ seen: customer, ...found }] : [];
  });
  const warned = judged.flatMap(warnedOf).sort(byRisk);
  const shown = warned.filter(({ level }) => question.level === undefined || level === question.level);
  const page = pageOf(shown, question);
  return {
    asOf: addDays(asOf, -1),
    method: model ? ('model' as const) : ('rule' as const),
    model: stored.models.chosen,
    models: stored.models[stored.models.chosen],
    totals: {
      customers: warned.length,
      atRisk: sumOfMoney(warned.map(({ atRisk }) => atRisk)),
      byLevel: churnLevels.map((level) => {
        const those = warned.filter((each) => each.level === level);
        return { level, customers: those.length, atRisk: sumOfMoney(those.map(({ atRisk }) => atRisk)) };
      }),
      judged: judged.length,
      gone: judged.filter(({ judgement }) => judgement.isGone).length,
    },
    most: await warnedMost(asking, {
      living: judged.filter(({ judgement }) => !judgement.isGone).map(({ figures }) => figures.id),
      warned: warned.map(({ figures }) => figures.id),
    }),
    rows: await named(viewer, page.rows),
    next: page.next,
  };
}

async function ownCustomers(viewer: CustomerViewer, question: ChurnQuestion, asOf: Day) {
  const within = { from: addDays(asOf, -1), before: asOf };
  const onPage = { ...question, period: within };
  const page = await pagePlan(viewer.asking, onPage);
  const seen = await seenCustomers({
    ...viewer,
    question: onPage,
    page,
    within: { from: addDays(asOf, -365), before: asOf },
  });
  return seen.filter(({ isOwnerSeen }) => isOwnerSeen);
}

function warnedOf(each: JudgedCustomer & Readonly<{ seen: SeenCustomer }>): readonly Warned[] {
  const { level, atRisk } = each.judgement;
  return level === null ? [] : [{ ...each, level, atRisk: money(atRisk.toFixed(2)) }];
}

/** Who may be lost before who only buys less, each by revenue at risk. */
function byRisk(left: Warned, right: Warned): number {
  const kinds = Number(left.level === 'low') - Number(right.level === 'low');
  return kinds || Number(right.atRisk) - Number(left.atRisk) || (left.figures.id < right.figures.id ? -1 : 1);
}

function pageOf(warned: readonly Warned[], { limit, cursor }: ChurnQuestion) {
  const after = cursor === undefined ? -1 : warned.findIndex(({ figures }) => figures.id === cursor);
  if (cursor !== undefined && after < 0) {
    const detail = { zh: '翻页标记不对，请从第一页重新开始', en: 'the cursor is not ours; start from the first page' };
    throw new Problem('invalid_request', [{ detail, place: { field: 'cursor' } }]);
  }
  const rows = warned.slice(after + 1, after + 1 + limit);
  const hasMore = warned.length > after + 1 + limit;
  return { rows, next: hasMore ? (rows.at(-1)?.figures.id ?? null) : null };
}

async function named({ asking }: CustomerViewer, warned: readonly Warned[]) {
  const [names, tasks] = await Promise.all([namesOf(asking, warned), tasksOf(asking, warned)]);
  return warned.map((each) => ({
    id: each.figures.id,
    name: names.get(each.figures.id) ?? each.figures.id,
    owner: ownerOf(each, names),
    level: each.level,
    reason: churnWords(each),
    atRisk: each.atRisk,
    alive: each.judgement.alive,
    expectedOrders: each.judgement.expectedOrders,
    orderDays: each.figures.orderDays,
    silentDays: each.figures.silentDays,
    medianGapDays: each.judgement.medianGapDays,
    thresholdDays: each.judgement.thresholdDays,
    task: tasks.get(each.figures.id) ?? null,
  }));
}

async function namesOf({ replica }: CustomerViewer['asking'], warned: readonly Warned[]) {
  const wanted = warned.flatMap(({ figures, seen }) => [figures.id, seen.ownerId ?? '']);
  const ids = sql`(select unnest(${[...new Set(wanted)]}::varchar[]))`;
  const { rows } = await replica.run(sql`
    select id, name from customer where id in ${ids} union all select id, name from person where id in ${ids}`);
  return new Map(rows.map(([id, name]) => [String(id), String(name)]));
}

/** The last follow-up that a warning of the customer led to. */
async function tasksOf({ replica }: CustomerViewer['asking'], warned: readonly Warned[]) {
  const { rows } = await replica.run(sql`
    select t.customer_id, t.id, p.name, t.due_on, t.done_on, t.outcome
    from task t left join person p on p.id = t.assignee_id
    where t.kind = 'churn' and t.customer_id in (select unnest(${warned.map(({ figures }) => figures.id)}::varchar[]))
    qualify row_number() over (partition by t.customer_id order by t.done_on is not null, t.created_on desc, t.id) = 1`);
  const text = (value: unknown) => (value === null || value === undefined ? null : String(value));
  return new Map(
    rows.map(([customerId, id, assignee, dueOn, doneOn, outcome]) => [
      String(customerId),
      { id: String(id), assignee: text(assignee), dueOn: text(dueOn), doneOn: text(doneOn), outcome: text(outcome) },
    ]),
  );
}

function ownerOf({ seen: { ownerId } }: Warned, names: ReadonlyMap<string, string>) {
  return ownerId === null ? null : { id: ownerId, name: names.get(ownerId) ?? ownerId };
}
