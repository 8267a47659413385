import type { Viewer } from '#features/viewer.ts';
import type { Day } from '#shared/day.ts';
import { newRowId } from '#store/row-id.ts';
import { upsertRows } from '#store/rows.ts';
import type { Keyring } from '#store/seal.ts';
import type { Transaction } from '#store/store.ts';
import type { AssignedTask } from './task-subjects.ts';

type Writing = Readonly<{ keyring: Keyring; viewer: Viewer; today: Day }>;

/** Writes tasks and gives their ids in the same order. */
export async function writeTasks(
  tx: Transaction,
  tasks: readonly AssignedTask[],
  { keyring, viewer, today }: Writing,
): Promise<{ tasks: { id: string; assigneeId: string; version: number }[] }> {
  const rows = tasks.map((task) => ({
    id: newRowId(),
    kind: task.kind,
    customer_id: task.customerId ?? null,
    opportunity_id: task.opportunityId ?? null,
    person_id: task.personId ?? null,
    assignee_id: task.assigneeId,
    title: task.title,
    note: task.note || null,
    created_on: today,
    created_by: viewer.name,
    due_on: task.dueOn ?? null,
    at_risk: task.atRisk ?? null,
    probability: task.probability ?? null,
    version: 1,
  }));
  await upsertRows(tx, keyring, { workspaceId: viewer.workspace.id, entity: 'task', rows });
  return { tasks: rows.map(({ id, assignee_id: assigneeId, version }) => ({ id, assigneeId, version })) };
}
