import type { Asking } from '#features/ask.ts';
import type { RouteDeps } from '#features/route-deps.ts';
import { seenPeople } from '#features/seen-people.ts';
import { type Day, localMoment } from '#shared/day.ts';
import { Problem } from '#shared/problem.ts';
import { sql } from '#shared/sql.ts';
import { openedRows } from '#store/rows.ts';
import type { Keyring } from '#store/seal.ts';
import type { Transaction } from '#store/store.ts';
import type { DealEvent, ReadDeal } from './deal-schema.ts';
import { type Stage, stagesOf } from './pipeline-stages.ts';
import { isSeen, type LoggedEvent } from './present-deal.ts';
import { stays } from './stays.ts';

type Reading = Readonly<{ keyring: Keyring; workspaceId: string; id: string }>;

/** A deal with its history and what was done about it. Throws `not_found`, also when its present owner is out of sight. */
export async function oneDeal(
  asking: Asking,
  { store, keyring }: Pick<RouteDeps, 'store' | 'keyring'>,
  id: string,
): Promise<ReadDeal> {
  const [seen, talkIds, tasks] = await Promise.all([seenPeople(asking), talksOf(asking, id), tasksOf(asking, id)]);
  const today = localMoment(asking.now, asking.workspace.zone).day;
  const reading = { keyring, workspaceId: asking.workspace.id, id };
  return store.snapshot(async (tx) => {
    const deal = await dealRow(tx, reading);
    const events = await namedEvents(tx, reading);
    const last = events.at(-1);
    if (!deal || !last || !isSeen(seen, last.ownerId)) throw new Problem('not_found');
    const stages = await stagesOf(tx, reading.workspaceId, deal.pipelineId);
    return {
      ...about(deal),
      ...standing({ events, last, today, hasStageHistory: deal.hasStageHistory }, stages),
      pipeline: { id: deal.pipelineId, name: deal.pipeline, stages: stages.map(shownStage) },
      history: events.map((event, index) => shownEvent(event, events[index - 1])),
      interactions: [...(await talks(tx, reading, talkIds))],
      tasks,
    };
  });
}

type Row = Readonly<{
  id: string;
  version: number;
  name: string | null;
  code: string | null;
  createdOn: string | null;
  currency: string;
  hasStageHistory: boolean;
  pipelineId: string;
  pipeline: string;
  customerId: string | null;
  customer: string | null;
  productId: string | null;
  product: string | null;
  sourceId: string | null;
  source: string | null;
}>;

async function dealRow(tx: Transaction, { workspaceId, id, keyring }: Reading): Promise<Row | null> {
  const [row] = await tx.query<Row>(sql`
    select o.id, o.version, o.name, o.code, o.created_on::text as "createdOn", o.currency,
           o.has_stage_history as "hasStageHistory", o.pipeline_id as "pipelineId", l.name as pipeline,
           c.id as "customerId", c.name as customer, p.id as "productId", p.name as product,
           s.id as "sourceId", s.name as source
      from opportunity o
      join pipeline l on l.workspace_id = o.workspace_id and l.id = o.pipeline_id
      left join customer c on c.workspace_id = o.workspace_id and c.id = o.customer_id
      left join product p on p.workspace_id = o.workspace_id and p.id = o.product_id
      left join source s on s.workspace_id = o.workspace_id and s.id = o.source_id
     where o.workspace_id = ${workspaceId} and o.id = ${id}`);
  if (!row) return null;
  const customer = row.customer === null ? null : keyring.open(row.customer);
  return { ...row, name: row.name === null ? null : keyring.open(row.name), customer };
}

function about(row: Row) {
  const { id, version, name, code, createdOn, currency, hasStageHistory } = row;
  return {
    ...{ id, version, name, code, createdOn, currency, hasStageHistory },
    customer: named(row.customerId, row.customer),
    product: named(row.productId, row.product),
    source: named(row.sourceId, row.source),
  };
}

function named(id: string | null, name: string | null) {
  return id === null ? null : { id, name: name ?? id };
}

type NamedEvent = LoggedEvent & Readonly<{ stage: string | null; owner: string | null; note: string | null }>;

async function namedEvents(tx: Transaction, { workspaceId, id, keyring }: Reading): Promise<readonly NamedEvent[]> {
  const rows = await tx.query<NamedEvent>(sql`
    select e.seq, e.kind, e.on_day::text as "onDay", e.minute, e.by_name as "byName", e.status, e.stage_id as "stageId",
           e.owner_id as "ownerId", e.amount, e.expected_close_on::text as "expectedCloseOn",
           e.lost_reason as "lostReason", e.competitor, e.note, s.name as stage, p.name as owner
      from opportunity_event e
      left join stage s on s.workspace_id = e.workspace_id and s.id = e.stage_id
      left join person p on p.workspace_id = e.workspace_id and p.id = e.owner_id
     where e.workspace_id = ${workspaceId} and e.opportunity_id = ${id}
     order by e.on_day nulls first, e.seq`);
  return openedRows(keyring, 'opportunity_event', rows);
}

type Standing = Readonly<{ events: readonly NamedEvent[]; last: NamedEvent; today: Day; hasStageHistory: boolean }>;

function standing({ events, last, today, hasStageHistory }: Standing, stages: readonly Stage[]) {
  const all = hasStageHistory ? stays(events, today) : [];
  const now = all.at(-1);
  const nameOf = (stageId: string) => stages.find(({ id }) => id === stageId)?.name ?? stageId;
  return {
    status: last.status,
    statusOn: statusOn(events),
    stageId: last.stageId,
    owner: named(last.ownerId, last.owner),
    amount: last.amount,
    expectedCloseOn: last.expectedCloseOn,
    lostReason: last.lostReason,
    competitor: last.competitor,
    stays: all.map(({ stageId, ...stay }) => ({ stageId, stage: nameOf(stageId), ...stay })),
    daysInStage: now && now.leftOn === null ? now.days : null,
  };
}

/** The day on which the present status began. */
function statusOn(events: readonly LoggedEvent[]): string | null {
  const last = events.at(-1);
  const other = events.findLastIndex(({ status }) => status !== last?.status);
  return events[other + 1]?.onDay ?? null;
}

function shownStage({ id, name, kind, probability, dwellLimitDays }: Stage) {
  return { id, name, kind, probability: probability === null ? null : Number(probability), dwellLimitDays };
}

function shownEvent(event: NamedEvent, before: NamedEvent | undefined): DealEvent {
  const { seq, kind, minute, status, stage, owner, amount, expectedCloseOn, lostReason, competitor, note } = event;
  return {
    ...{ seq, kind, minute, status, stage, owner, amount, expectedCloseOn, lostReason, competitor, note },
    on: event.onDay,
    by: event.byName,
    stageBefore: before?.stage ?? null,
    ownerBefore: before?.owner ?? null,
    amountBefore: before?.amount ?? null,
    expectedCloseBefore: before?.expectedCloseOn ?? null,
  };
}

const mostTalks = 200;

/** The replica finds what is about a deal; the store has the words. */
async function talksOf({ replica }: Asking, id: string): Promise<readonly string[]> {
  const { rows } = await replica.run(sql`
    select interaction_id from interaction_fact where opportunity_id = ${id}
    order by on_day desc, minute desc nulls last, interaction_id limit ${mostTalks}`);
  return rows.map(([talkId]) => String(talkId));
}

async function talks(tx: Transaction, { workspaceId, keyring }: Reading, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const rows = await tx.query<ReadDeal['interactions'][number]>(sql`
    select i.id, i.type, i.initiator, i.on_day::text as "on", i.minute, p.name as by, i.note
      from interaction i
      left join person p on p.workspace_id = i.workspace_id and p.id = i.rep_id
     where i.workspace_id = ${workspaceId} and i.id = any(${ids}::text[])
     order by i.on_day desc, i.minute desc nulls last, i.id`);
  return openedRows(keyring, 'interaction', rows);
}

async function tasksOf({ replica }: Asking, id: string): Promise<ReadDeal['tasks']> {
  const { rows } = await replica.run(sql`
    select t.id, t.title, t.kind, t.due_on, p.name
    from task t left join person p on p.id = t.assignee_id
    where t.opportunity_id = ${id} and t.done_on is null
    order by t.due_on nulls last, t.id limit 50`);
  const text = (value: unknown) => (value === null ? null : String(value));
  return rows.map(([taskId, title, kind, dueOn, assignee]) => ({
    id: String(taskId),
    title: String(title),
    kind: String(kind),
    dueOn: text(dueOn),
    assignee: text(assignee),
  }));
}
