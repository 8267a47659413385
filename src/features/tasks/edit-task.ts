import type { Day } from '#shared/day.ts';
import { Problem } from '#shared/problem.ts';
import { sql } from '#shared/sql.ts';
import { openedRows, type Row, upsertRows } from '#store/rows.ts';
import type { Keyring } from '#store/seal.ts';
import type { Transaction } from '#store/store.ts';
import type { TaskEdit } from './task-schema.ts';

type Editing = Readonly<{ keyring: Keyring; workspaceId: string; id: string; today: Day }>;

/** What a task cannot be written without, beside the sealed columns. */
type TaskRow = Row & Readonly<{ version: number }>;

/** Changes a task and counts its version up. Throws `conflict` when somebody was faster, `not_found` when it is gone. */
export async function editTask(
  tx: Transaction,
  edit: TaskEdit,
  { keyring, workspaceId, id, today }: Editing,
): Promise<number> {
  const [now] = await tx.query<TaskRow>(sql`
    select id, kind, title, note, created_on, outcome_note, version
      from task where workspace_id = ${workspaceId} and id = ${id} for update`);
  if (!now) throw new Problem('not_found');
  if (now.version !== edit.version) {
    const detail = { zh: '这条待办刚被别人改过，请看新的内容再改', en: 'Somebody just changed this task; look again' };
    throw new Problem('conflict', [{ detail, place: { field: 'version' } }]);
  }
  const version = edit.version + 1;
  const [opened] = openedRows(keyring, 'task', [now]);
  const row = { ...(opened ?? now), ...changes(edit, today), version };
  await upsertRows(tx, keyring, { workspaceId, entity: 'task', rows: [row] });
  return version;
}

/** Columns to write; one that is undefined keeps its value. */
function changes({ title, note, assigneeId, dueOn, ...edit }: TaskEdit, today: Day): Omit<Row, 'id'> {
  const row: Record<string, string | null | undefined> = { title, note, assignee_id: assigneeId, due_on: dueOn };
  const ending =
    edit.state === 'open' ? reopened : edit.state === 'done' ? { done_on: today, ...endOf(edit) } : endOf(edit);
  return Object.fromEntries(Object.entries({ ...row, ...ending }).filter(([, value]) => value !== undefined)) as Omit<
    Row,
    'id'
  >; // as: undefined values were left out.
}

const reopened = { done_on: null, outcome: null, outcome_note: null };

function endOf({ outcome, outcomeNote }: Pick<TaskEdit, 'outcome' | 'outcomeNote'>) {
  return { outcome, outcome_note: outcomeNote };
}
