import type { Day } from '#shared/day.ts';

/** What a task is for. */
export type TaskKind = 'follow_up' | 'churn' | 'wake_up' | 'stuck' | 'training' | 'leads' | 'marketing';

/** What can come of a task. */
export const outcomes = ['ordered', 'retained', 'no_need', 'unreachable', 'lost', 'done'] as const;

type Outcome = (typeof outcomes)[number];

type Named = Readonly<{ id: string; name: string }>;

/** A task as `GET /api/v1/tasks` gives it. */
export type Task = Readonly<{
  id: string;
  kind: string;
  title: string;
  note: string | null;
  customer: Named | null;
  opportunity: Named | null;
  person: Named | null;
  assignee: Named | null;
  createdOn: Day;
  createdBy: string | null;
  dueOn: Day | null;
  doneOn: Day | null;
  outcome: string | null;
  outcomeNote: string | null;
  atRisk: string | null;
  probability: number | null;
  version: number;
}>;

/** A page of tasks; `counts` are of all that the filters keep, whatever their state. */
export type TasksPage = Readonly<{
  tasks: readonly Task[];
  next: string | null;
  counts: Readonly<{ open: number; overdue: number; today: number; done: number }>;
}>;

/** A task to be given to someone. */
export type NewTask = Readonly<{
  kind: TaskKind;
  customerId?: string | null;
  opportunityId?: string | null;
  personId?: string | null;
  /** The owner of the customer or deal when left out. */
  assigneeId?: string | null;
  title: string;
  note?: string | null;
  dueOn?: Day | null;
  atRisk?: string | null;
  probability?: number | null;
}>;

/** A change of a task; what is left out stays. */
export type TaskEdit = Readonly<{
  version: number;
  dueOn?: Day;
  state?: 'open' | 'done';
  outcome?: Outcome;
  outcomeNote?: string | null;
}>;
