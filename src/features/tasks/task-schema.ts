import { z } from 'zod';
import { type Day, isDay } from '#shared/day.ts';
import { isMoney } from '#shared/money.ts';

const day = z
  .string()
  .refine(isDay, 'must be a calendar day, YYYY-MM-DD')
  .transform((text) => text as Day);

const id = z.string().min(1).max(100);
const title = z.string().trim().min(1).max(200);
const note = z.string().trim().max(2000);

/** What tasks are for. */
const kind = z.enum(['follow_up', 'churn', 'wake_up', 'stuck', 'training', 'leads', 'marketing']);

/** What can come of a task. */
const outcome = z.enum(['ordered', 'retained', 'no_need', 'unreachable', 'lost', 'done']);

const newTask = z
  .strictObject({
    kind: kind.default('follow_up'),
    customerId: id.nullish(),
    opportunityId: id.nullish(),
    personId: id.nullish().describe('The colleague it is about, such as one to be trained'),
    assigneeId: id.nullish().describe('Who does it; the owner of the customer or deal when left out, else the writer'),
    title,
    note: note.nullish(),
    dueOn: day.nullish(),
    atRisk: z
      .string()
      .max(24)
      .refine(isMoney, 'must be a decimal with at most four decimals, as a string')
      .nullish()
      .describe('Money at stake, in the workspace’s currency'),
    probability: z.number().min(0).max(1).nullish().describe('The model’s, of being alive or of winning'),
  })
  .refine((task) => task.customerId ?? task.opportunityId ?? task.personId, {
    message: 'must be about a customer, a deal or a colleague',
    path: ['customerId'],
  });

/** `POST /api/v1/tasks`: one or many, all or none. */
export const newTasks = z.strictObject({ tasks: z.array(newTask).min(1).max(200) });

export type NewTask = z.output<typeof newTask>;

/** `GET /api/v1/tasks`. */
export const tasksQuestion = z.object({
  mine: z
    .enum(['true', 'false'])
    .default('false')
    .transform((text) => text === 'true')
    .describe('Assigned to the viewer'),
  assignee: id.optional(),
  customer: id.optional(),
  opportunity: id.optional(),
  kind: kind.optional(),
  state: z.enum(['open', 'done', 'all']).default('open'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(400).optional(),
});

export type TasksQuestion = z.output<typeof tasksQuestion>;

/** `PUT /api/v1/tasks/:id`: what is left out stays. */
export const taskEdit = z
  .strictObject({
    version: z.number().int().describe('As it was read; another one is a conflict'),
    title: title.optional(),
    note: note.nullish(),
    assigneeId: id.optional(),
    dueOn: day.nullish(),
    state: z.enum(['open', 'done']).optional().describe('`open` again takes the outcome away'),
    outcome: outcome.optional(),
    outcomeNote: note.nullish(),
  })
  .refine((edit) => edit.state !== 'done' || edit.outcome, { message: 'says what came of it', path: ['outcome'] });

export type TaskEdit = z.output<typeof taskEdit>;

const named = z.object({ id: z.string(), name: z.string() });

/** A task as it is read. */
export const readTask = z.object({
  id: z.string(),
  kind: z.string(),
  title: z.string(),
  note: z.string().nullable(),
  customer: named.nullable(),
  opportunity: named.nullable(),
  person: named.nullable(),
  assignee: named.nullable(),
  createdOn: z.string(),
  createdBy: z.string().nullable(),
  dueOn: z.string().nullable(),
  doneOn: z.string().nullable(),
  outcome: z.string().nullable(),
  outcomeNote: z.string().nullable(),
  atRisk: z.string().nullable(),
  probability: z.number().nullable(),
  version: z.number(),
});

export type ReadTask = z.output<typeof readTask>;

/** A page of tasks; `counts` are of all tasks of the filters, whatever their state. */
export const tasksPage = z.object({
  tasks: z.array(readTask).readonly(),
  next: z.string().nullable(),
  counts: z.object({ open: z.number(), overdue: z.number(), today: z.number(), done: z.number() }),
});
