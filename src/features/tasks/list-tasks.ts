import { z } from 'zod';
import type { Asking } from '#features/ask.ts';
import type { RouteDeps } from '#features/route-deps.ts';
import { visibleTable } from '#semantic/filter-sql.ts';
import { type Day, localMoment } from '#shared/day.ts';
import { Problem } from '#shared/problem.ts';
import { join, raw, type Sql, sql } from '#shared/sql.ts';
import { openedRows } from '#store/rows.ts';
import type { ReadTask, TasksQuestion } from './task-schema.ts';

type Reading = Pick<RouteDeps, 'store' | 'keyring'>;

/** A page of the tasks that the viewer may see: their own people's, and those about their own people's customers and deals. */
export async function listTasks(
  asking: Asking,
  reading: Reading,
  question: TasksQuestion & { personId: string | null },
) {
  const today = localMoment(asking.now, asking.workspace.zone).day;
  const seen = seenTasks(asking, today, question);
  const [tasks, counts] = await Promise.all([
    pageOf(asking, { seen, question, today }),
    countsOf(asking, { seen, today }),
  ]);
  const shown = tasks.slice(0, question.limit);
  const last = shown.at(-1);
  return {
    tasks: await withWords(asking, reading, shown),
    next: tasks.length > question.limit && last ? encoded(last) : null,
    counts,
  };
}

/** One task that the viewer may see. Throws `not_found`. */
export async function oneTask(asking: Asking, reading: Reading, id: string): Promise<ReadTask> {
  const today = localMoment(asking.now, asking.workspace.zone).day;
  const seen = seenTasks(asking, today, { mine: false, personId: null });
  const { rows } = await asking.replica.run(sql`${seen} select ${columns} from seen where id = ${id}`);
  const [task] = await withWords(asking, reading, rows.map(listed));
  if (!task) throw new Problem('not_found');
  return task;
}

type Chosen = Readonly<{ mine: boolean; personId: string | null }> &
  Partial<Pick<TasksQuestion, 'assignee' | 'customer' | 'opportunity' | 'kind'>>;

/** The tasks of the filters as a table `seen`, with names beside the ids. */
function seenTasks({ scope }: Asking, today: Day, chosen: Chosen): Sql {
  const visible = visibleTable(scope);
  const standing = sql`from_on <= ${today}::date and before_on > ${today}::date`;
  const people = sql`(select person_id from visible where ${standing})`;
  const conditions = [
    visible ? sql`(t.assignee_id in ${people} or c.owner_id in ${people} or d.rep_id in ${people})` : raw('true'),
    chosen.mine ? sql`t.assignee_id = ${chosen.personId ?? ''}` : null,
    chosen.assignee ? sql`t.assignee_id = ${chosen.assignee}` : null,
    chosen.customer ? sql`t.customer_id = ${chosen.customer}` : null,
    chosen.opportunity ? sql`t.opportunity_id = ${chosen.opportunity}` : null,
    chosen.kind ? sql`t.kind = ${chosen.kind}` : null,
  ].filter((condition) => condition !== null);
  return sql`
    with ${visible ? sql`${visible}, ` : raw('')}
    present as (
      select opportunity_id, name, code, rep_id from deal where ${standing} and opportunity_id in (select opportunity_id from task)
    ),
    seen as (
      select t.*, c.name as customer_name, coalesce(d.name, d.code, t.opportunity_id) as deal_name, p.name as person_name,
        a.name as assignee_name, coalesce(t.due_on, date '9999-12-31') as due_key
      from task t
      left join customer c on c.id = t.customer_id
      left join present d on d.opportunity_id = t.opportunity_id
      left join person p on p.id = t.person_id
      left join person a on a.id = t.assignee_id
      where ${join(conditions, ' and ')}
    )`;
}

const columns =
  raw(`id, kind, title, customer_id, customer_name, opportunity_id, deal_name, person_id, person_name, assignee_id,
  assignee_name, created_on, created_by, due_on, done_on, outcome, at_risk, probability, due_key`);

type Page = Readonly<{ seen: Sql; question: TasksQuestion; today: Day }>;

/** Open tasks by due day, done ones the latest first, all by the day they were made. */
async function pageOf({ replica }: Asking, { seen, question }: Page): Promise<Listed[]> {
  const { state, limit } = question;
  const after = question.cursor ? decoded(question.cursor) : null;
  const key = raw({ open: 'due_key', done: 'done_on', all: 'created_on' }[state]);
  const later = raw(state === 'open' ? '>' : '<');
  const conditions = [
    { open: raw('done_on is null'), done: raw('done_on is not null'), all: raw('true') }[state],
    after
      ? sql`(${key} ${later} ${after.day}::date or (${key} = ${after.day}::date and id > ${after.id}))`
      : raw('true'),
  ];
  const { rows } = await replica.run(sql`${seen}
    select ${columns} from seen where ${join(conditions, ' and ')}
    order by ${key} ${raw(state === 'open' ? 'asc' : 'desc')}, id limit ${limit + 1}`);
  return rows.map(listed).map((task) => ({ ...task, key: keyOf(task, state) }));
}

function keyOf(task: Listed, state: TasksQuestion['state']): string {
  return { open: task.key, done: task.doneOn ?? '', all: task.createdOn }[state];
}

async function countsOf({ replica }: Asking, { seen, today }: Pick<Page, 'seen' | 'today'>) {
  const { rows } = await replica.run(sql`${seen}
    select count(*) filter (where done_on is null), count(*) filter (where done_on is null and due_on < ${today}::date),
      count(*) filter (where done_on is null and due_on = ${today}::date), count(*) filter (where done_on is not null)
    from seen`);
  const [open = 0, overdue = 0, dueToday = 0, done = 0] = (rows[0] ?? []).map(Number);
  return { open, overdue, today: dueToday, done };
}

type Listed = Omit<ReadTask, 'note' | 'outcomeNote' | 'version'> & Readonly<{ key: string }>;

function listed(row: readonly unknown[]): Listed {
  const text = (index: number) => (row[index] === null || row[index] === undefined ? null : String(row[index]));
  const named = (index: number) => {
    const id = text(index);
    return id === null ? null : { id, name: text(index + 1) ?? id };
  };
  return {
    id: text(0) ?? '',
    kind: text(1) ?? '',
    title: text(2) ?? '',
    customer: named(3),
    opportunity: named(5),
    person: named(7),
    assignee: named(9),
    createdOn: text(11) ?? '',
    createdBy: text(12),
    dueOn: text(13),
    doneOn: text(14),
    outcome: text(15),
    atRisk: text(16),
    probability: row[17] === null ? null : Number(row[17]),
    key: text(18) ?? '',
  };
}

/** Notes and the version are the store's alone. */
async function withWords(asking: Asking, { store, keyring }: Reading, tasks: readonly Listed[]): Promise<ReadTask[]> {
  const found = await store.query<{
    id: string;
    note: string | null;
    outcome_note: string | null;
    version: number;
  }>(sql`
    select id, note, outcome_note, version from task
    where workspace_id = ${asking.workspace.id} and id = any(${tasks.map(({ id }) => id)}::text[])`);
  const words = new Map(openedRows(keyring, 'task', found).map((row) => [row.id, row]));
  return tasks.flatMap(({ key: _, ...task }) => {
    const own = words.get(task.id);
    return own ? [{ ...task, note: own.note, outcomeNote: own.outcome_note, version: own.version }] : [];
  });
}

const cursorContent = z.tuple([z.iso.date(), z.string()]);

function encoded({ key, id }: Listed): string {
  return Buffer.from(JSON.stringify([key, id])).toString('base64url');
}

function decoded(cursor: string): Readonly<{ day: string; id: string }> {
  try {
    const [day, id] = cursorContent.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    return { day, id };
  } catch (cause) {
    const detail = { zh: '翻页标记不对，请从第一页重新开始', en: 'the cursor is not ours; start from the first page' };
    throw new Problem('invalid_request', [{ detail, place: { field: 'cursor' } }], { cause });
  }
}
