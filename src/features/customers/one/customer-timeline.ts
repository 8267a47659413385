import { z } from 'zod';
import type { Asking } from '#features/ask.ts';
import type { RouteDeps } from '#features/route-deps.ts';
import { visibleTable } from '#semantic/filter-sql.ts';
import { Problem } from '#shared/problem.ts';
import { raw, type Sql, sql } from '#shared/sql.ts';
import { openedRows } from '#store/rows.ts';
import { seenCustomer, todayOf } from '../seen-customer.ts';
import type { CustomerViewer } from '../seen-customers.ts';

/** `GET /api/v1/customers/:id/timeline`. */
export const timelineQuestion = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(30),
  cursor: z.string().max(400).optional(),
});

const kinds = [
  'order',
  'refund',
  'deal_created',
  'deal_won',
  'deal_lost',
  'deal_disqualified',
  'interaction',
  'task',
  'task_done',
  'owner',
  'claimed',
  'released',
  'tier',
  'tier_cleared',
] as const;

/** Something that happened with a customer. */
const timelineItem = z.object({
  kind: z.enum(kinds),
  id: z.string(),
  on: z.string(),
  minute: z.number().nullable(),
  /** Number of the order, name of the deal, way of the contact, title of the task, tier. */
  what: z.string().nullable(),
  amount: z.string().nullable(),
  who: z.string().nullable(),
  /** Lost reason, outcome of a task, reason of a change; of a contact its note, and of an order `cancelled`. */
  note: z.string().nullable(),
  initiator: z.string().nullable(),
});

export const timelinePage = z.object({ items: z.array(timelineItem).readonly(), next: z.string().nullable() });

type Item = z.output<typeof timelineItem>;
type Question = z.output<typeof timelineQuestion> & Readonly<{ customerId: string }>;

/**
 * What happened with a customer, the latest first. Who sees the owner sees all of it, whoever did it; anyone else sees what their own
 * people did. Throws `not_found` for a customer out of sight.
 */
export async function customerTimeline(
  viewer: CustomerViewer,
  deps: Pick<RouteDeps, 'store' | 'keyring'>,
  question: Question,
): Promise<z.output<typeof timelinePage>> {
  const { asking } = viewer;
  const { isOwnerSeen } = await seenCustomer(viewer, question.customerId);
  const { day } = todayOf(asking);
  const after = question.cursor === undefined ? null : decoded(question.cursor);
  const visible = isOwnerSeen ? null : visibleTable(asking.scope);
  const { rows } = await asking.replica.run(sql`
    with ${visible ? sql`${visible}, ` : raw('')}happened as (${happened(question.customerId)})
    select h.kind, h.id, h.on_day, h.minute, h.what, h.amount, coalesce(p.name, h.by_name), h.note, h.initiator, h.kind || h.id as place
    from happened h left join person p on p.id = h.rep_id
    where h.on_day <= ${day}::date
      ${visible ? sql`and exists (select 1 from visible v where v.person_id = h.rep_id and h.on_day >= v.from_on and h.on_day < v.before_on)` : raw('')}
      ${after ? later(after) : raw('')}
    order by h.on_day desc, coalesce(h.minute, -1) desc, place
    limit ${question.limit + 1}`);
  const items = rows.slice(0, question.limit).map(itemOf);
  const last = items.at(-1);
  return {
    items: await withNotes(asking, deps, items),
    next: rows.length > question.limit && last ? encoded(last) : null,
  };
}

type Place = Readonly<{ on: string; minute: number; place: string }>;

/** What stands below a place of the list. */
function later({ on, minute, place }: Place): Sql {
  const at = raw('coalesce(h.minute, -1)');
  return sql`and (h.on_day < ${on}::date or (h.on_day = ${on}::date
        and (${at} < ${minute} or (${at} = ${minute} and h.kind || h.id > ${place}))))`;
}

/** All that the replica knows of a customer, as one list of dated rows. */
function happened(customerId: string): Sql {
  const its = sql`customer_id = ${customerId}`;
  return sql`
    select 'order' as kind, order_id as id, ordered_on as on_day, minute, number as what, amount, rep_id, null::varchar as by_name,
      case when cancelled_on is not null then 'cancelled' end as note, null::varchar as initiator
    from sale_order where ${its} and not is_draft and ordered_on is not null
    union all
    select 'refund', refund_id, refunded_on, null, number, -amount, rep_id, null, reason, null from refund_fact where ${its} and not is_draft
    union all
    select 'deal_created', opportunity_id, created_on, created_minute, coalesce(name, code), null, coalesce(created_rep_id, rep_id), null, null, null
    from deal where ${its} and before_on = date '9999-12-31' and created_on is not null
    union all
    select 'deal_' || status, opportunity_id, status_on, status_minute, coalesce(name, code), amount, rep_id, null, lost_reason, null
    from deal where ${its} and before_on = date '9999-12-31' and status in ('won', 'lost', 'disqualified') and status_on is not null
    union all
    select 'interaction', interaction_id, on_day, minute, type, null, rep_id, null, null, initiator from interaction_fact where ${its}
    union all
    select 'task', id, created_on, null, title, at_risk, assignee_id, null, null, null from task where ${its}
    union all
    select 'task_done', id, done_on, null, title, at_risk, assignee_id, null, outcome, null from task where ${its} and done_on is not null
    union all
    select kind, id, on_day, minute, tier, null, owner_id, by_name, reason, null from customer_event where ${its}`;
}

function itemOf(row: readonly unknown[]): Item {
  const text = (index: number) => (row[index] === null || row[index] === undefined ? null : String(row[index]));
  return {
    kind: z.enum(kinds).parse(row[0]),
    id: text(1) ?? '',
    on: text(2) ?? '',
    minute: row[3] === null ? null : Number(row[3]),
    what: text(4),
    amount: text(5),
    who: text(6),
    note: text(7),
    initiator: text(8),
  };
}

/** Notes of contacts are the store's alone. */
async function withNotes(
  { workspace }: Asking,
  { store, keyring }: Pick<RouteDeps, 'store' | 'keyring'>,
  items: readonly Item[],
): Promise<readonly Item[]> {
  const ids = items.filter(({ kind }) => kind === 'interaction').map(({ id }) => id);
  if (ids.length === 0) return items;
  const rows = await store.query<{ id: string; note: string | null }>(sql`
    select id, note from interaction
     where workspace_id = ${workspace.id} and id = any(${ids}::text[]) and note is not null`);
  const notes = new Map(openedRows(keyring, 'interaction', rows).map(({ id, note }) => [id, note]));
  return items.map((item) => (item.kind === 'interaction' ? { ...item, note: notes.get(item.id) ?? null } : item));
}

const cursorContent = z.tuple([z.iso.date(), z.number(), z.string()]);

function encoded({ on, minute, kind, id }: Item): string {
  return Buffer.from(JSON.stringify([on, minute ?? -1, kind + id])).toString('base64url');
}

function decoded(cursor: string): Place {
  try {
    const [on, minute, place] = cursorContent.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    return { on, minute, place };
  } catch (cause) {
    const detail = { zh: '翻页标记不对，请从第一页重新开始', en: 'the cursor is not ours; start from the first page' };
    throw new Problem('invalid_request', [{ detail, place: { field: 'cursor' } }], { cause });
  }
}
