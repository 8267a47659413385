import { answered, client, sent } from '#web/api/client.ts';
import { queryClient } from '#web/api/queries.ts';
import type { NewTask, Task, TaskEdit, TaskKind, TasksPage } from './task-types.ts';

type TasksQuestion = Readonly<{
  mine?: boolean;
  customer?: string;
  opportunity?: string;
  kind?: TaskKind;
  state?: 'open' | 'done' | 'all';
  limit?: number;
  cursor?: string;
}>;

/** A page of the tasks that the viewer may see. */
export function tasksPage({ mine, ...question }: TasksQuestion, signal: AbortSignal | null): Promise<TasksPage> {
  const query = { ...question, ...(mine ? { mine: 'true' as const } : {}) };
  return answered<TasksPage>(client.GET('/api/v1/tasks', { params: { query }, signal }));
}

/** Gives tasks to colleagues, all or none; the same `key` again writes nothing. */
export async function addTasks(tasks: readonly NewTask[], key: string): Promise<void> {
  const params = { header: { 'idempotency-key': key } };
  await answered(client.POST('/api/v1/tasks', { params, body: sent({ tasks }) }));
  await refreshTasks();
}

/** Changes a task; a `conflict` when somebody was faster. */
export async function editTask(id: string, edit: TaskEdit): Promise<Task> {
  try {
    return await answered<Task>(client.PUT('/api/v1/tasks/{id}', { params: { path: { id } }, body: sent(edit) }));
  } finally {
    await refreshTasks();
  }
}

/** Asks everything again that shows tasks: their query keys begin with `tasks`. */
function refreshTasks(): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: ['tasks'] });
}
