import type { Asking } from '#features/ask.ts';
import { seenPeople } from '#features/seen-people.ts';
import type { Bilingual } from '#shared/bilingual.ts';
import { localMoment } from '#shared/day.ts';
import { Problem, type ProblemDetail } from '#shared/problem.ts';
import { sql } from '#shared/sql.ts';
import type { NewTask } from './task-schema.ts';

/** A task with who does it. */
export type AssignedTask = NewTask & Readonly<{ assigneeId: string }>;

/**
 * The tasks with their assignees: the one named, else the owner of the customer or deal, else the writer. Throws
 * `invalid_request` naming every field that points nowhere or beyond what the writer sees: both read alike, so that nobody learns
 * what exists. A customer of the pool belongs to everyone.
 */
export async function assignedTasks(
  asking: Asking,
  tasks: readonly NewTask[],
  writerId: string | null,
): Promise<readonly AssignedTask[]> {
  const [seen, known] = await Promise.all([seenPeople(asking), knownSubjects(asking, tasks, writerId)]);
  const seesPool = asking.permissions.includes('customers.pool');
  const faults: ProblemDetail[] = [];
  const assigned = tasks.map((task, index) => {
    const { wrong, ...found } = assignment(task, { seen, seesPool, known, writerId });
    faults.push(...wrong.map((field) => unknown(`tasks.${index}.${field}`, labels[field])));
    return { ...task, ...found };
  });
  if (faults.length > 0) throw new Problem('invalid_request', faults);
  return assigned;
}

type Field = keyof typeof labels;

type Sight = Readonly<{
  seen: ReadonlySet<string> | null;
  seesPool: boolean;
  known: Known;
  writerId: string | null;
}>;

function assignment(task: NewTask, { seen, seesPool, known, writerId }: Sight) {
  const customer = subjectOf(known.customers, { seen, seesNobodys: seesPool }, task.customerId);
  const deal = subjectOf(known.deals, { seen, seesNobodys: false }, task.opportunityId);
  const subjects = [customer, deal].flatMap((subject): Subject[] =>
    subject === null || subject === 'unknown' ? [] : [subject],
  );
  const owner = subjects.find(({ ownerId }) => ownerId !== null)?.ownerId ?? null;
  const assigneeId = task.assigneeId ?? owner ?? writerId ?? task.personId ?? '';
  const customerId = task.customerId ?? subjects.at(-1)?.customerId ?? null;
  const isWrong: Readonly<Record<Field, boolean>> = {
    customerId: customer === 'unknown',
    opportunityId: deal === 'unknown',
    personId: Boolean(task.personId) && !isSeenPerson(known.people, seen, task.personId ?? ''),
    assigneeId: !isSeenPerson(known.people, seen, assigneeId),
  };
  const wrong = (Object.keys(isWrong) as Field[]).filter((field) => isWrong[field]);
  return { assigneeId, customerId, wrong };
}

const labels = {
  customerId: { zh: '客户', en: 'customer' },
  opportunityId: { zh: '商机', en: 'deal' },
  personId: { zh: '同事', en: 'colleague' },
  assigneeId: { zh: '负责人', en: 'assignee' },
} as const satisfies Partial<Record<keyof NewTask, Bilingual>>;

/** Throws `invalid_request` when the person does not exist or is out of the viewer's sight. */
export async function requireAssignee(asking: Asking, assigneeId: string): Promise<void> {
  const [seen, known] = await Promise.all([seenPeople(asking), knownPeople(asking, [assigneeId])]);
  if (!isSeenPerson(known, seen, assigneeId)) {
    throw new Problem('invalid_request', [unknown('assigneeId', labels.assigneeId)]);
  }
}

type Subject = Readonly<{ ownerId: string | null; customerId: string | null }>;

/** Null: the task is about none. */
type Found = Subject | 'unknown' | null;

/** TRAP: one out of sight is as unknown as one that does not exist, or its owner, told as the assignee, would tell them apart. */
function subjectOf(
  subjects: ReadonlyMap<string, Subject>,
  { seen, seesNobodys }: Readonly<{ seen: ReadonlySet<string> | null; seesNobodys: boolean }>,
  id: string | null | undefined,
): Found {
  if (!id) return null;
  const found = subjects.get(id);
  if (!found || seen === null) return found ?? 'unknown';
  return (found.ownerId === null ? seesNobodys : seen.has(found.ownerId)) ? found : 'unknown';
}

function isSeenPerson(people: ReadonlySet<string>, seen: ReadonlySet<string> | null, id: string): boolean {
  return people.has(id) && (seen === null || seen.has(id));
}

type Known = Readonly<{
  customers: ReadonlyMap<string, Subject>;
  deals: ReadonlyMap<string, Subject>;
  people: ReadonlySet<string>;
}>;

async function knownSubjects(asking: Asking, tasks: readonly NewTask[], writerId: string | null): Promise<Known> {
  const { replica, now, workspace } = asking;
  const { day } = localMoment(now, workspace.zone);
  const [customers, deals] = await Promise.all([
    replica.run(sql`
      select id, owner_id from customer where id in (select unnest(${ids(tasks, 'customerId')}::varchar[]))`),
    replica.run(sql`
      select opportunity_id, rep_id, customer_id from deal
      where opportunity_id in (select unnest(${ids(tasks, 'opportunityId')}::varchar[]))
        and from_on <= ${day}::date and before_on > ${day}::date`),
  ]);
  const found = {
    customers: new Map(
      customers.rows.map(([id, ownerId]) => [String(id), { ownerId: textOf(ownerId), customerId: String(id) }]),
    ),
    deals: new Map(
      deals.rows.map(([id, ownerId, customerId]) => [
        String(id),
        { ownerId: textOf(ownerId), customerId: textOf(customerId) },
      ]),
    ),
  };
  const owners = [...found.customers.values(), ...found.deals.values()].flatMap(({ ownerId }) => ownerId ?? []);
  const named = [...ids(tasks, 'assigneeId'), ...ids(tasks, 'personId'), ...owners, writerId ?? ''];
  return { ...found, people: await knownPeople(asking, named) };
}

async function knownPeople({ replica }: Asking, named: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await replica.run(
    sql`select id from person where id in (select unnest(${[...new Set(named)]}::varchar[]))`,
  );
  return new Set(rows.map(([id]) => String(id)));
}

function ids(tasks: readonly NewTask[], field: keyof typeof labels): readonly string[] {
  return [...new Set(tasks.flatMap((task) => task[field] ?? []))];
}

function textOf(value: unknown): string | null {
  return value === null || value === undefined ? null : String(value);
}

function unknown(field: string, label: Bilingual): ProblemDetail {
  return {
    detail: {
      zh: `没有这个${label.zh}，或者不在你的数据权限内`,
      en: `There is no such ${label.en} within what you may see`,
    },
    place: { field },
  };
}
