import type { Replica } from '#replica/replica.ts';
import { compile } from '#semantic/compile.ts';
import { type Parsed, parse, refuseWithheld } from '#semantic/parse.ts';
import { type Plan, plan, totalsPlan } from '#semantic/plan.ts';
import type { Answer, Question, Scope } from '#semantic/question.ts';
import { shape, type Table } from '#semantic/shape.ts';
import { isCut, totalsFollow, totalsOfRows } from '#semantic/totals.ts';
import type { Instant } from '#shared/day.ts';
import { workdaysIn } from '#shared/period.ts';
import type { Workspace } from '#store/workspaces.ts';
import { calendarIn } from './calendar-in.ts';
import { dataDays } from './data-days.ts';
import { seenCatalogue } from './seen-catalogue.ts';

/** Who asks what replica, and when it is. `cohortDays`: how long a cohort is watched, 90 unless set. */
export type Asking = Readonly<{
  replica: Pick<Replica, 'run' | 'dataUpTo' | 'position'>;
  workspace: Workspace;
  scope: Scope;
  /** What the viewer may do: guarded measures and dimensions are there only for whoever holds their permission. */
  permissions: readonly string[];
  now: Instant;
  cohortDays?: number;
  signal?: AbortSignal;
}>;

/** The answer to a question. Throws `Problem` for what cannot be asked, is too large or takes too long. */
export async function ask(asking: Asking, question: Question): Promise<Answer> {
  const planned = await plannedQuestion(asking, question);
  const follow = totalsFollow(planned);
  const [table, askedTotals, dataUpTo] = await Promise.all([
    runPlan(asking, planned),
    follow ? null : totalsTable(asking, planned),
    asking.replica.dataUpTo(),
  ]);
  // Nothing to add up: zero and unknown are told apart by asking.
  const canFollow = follow && table.rows.length > 0 && !isCut(planned, table);
  const totals = canFollow ? totalsOfRows(planned, table) : follow ? totalsTable(asking, planned) : askedTotals;
  return shape(planned, {
    table,
    totals: await totals,
    dataUpTo,
    zone: asking.workspace.zone,
    currency: asking.workspace.currency,
    workdays: await workdaysOf(asking, planned),
  });
}

const cap = 10_000;

function runPlan({ replica, signal }: Asking, planned: Plan): Promise<Table> {
  const maxRows = planned.limit === null ? planned.cap : planned.limit + 1;
  return replica.run(compile(planned), { maxRows, ...(signal ? { signal } : {}) });
}

/** Totals by a statement of their own; null when the answer is one row and its own total. */
async function totalsTable(asking: Asking, planned: Plan): Promise<Table | null> {
  if (planned.by.length === 0 && planned.grain === null) return null;
  const totals = totalsPlan(planned);
  return totals.measures.length === 0 ? { columns: [], rows: [] } : runPlan(asking, totals);
}

/** Several questions in one round, answered in parallel; one that cannot be asked fails them all. */
export async function askAll(asking: Asking, questions: readonly Question[]): Promise<readonly Answer[]> {
  await calendarIn(asking.replica);
  return Promise.all(questions.map((question) => ask(asking, question)));
}

/** The question parsed and planned against this workspace, its calendar and the viewer's scope. */
export async function plannedQuestion(asking: Asking, question: unknown): Promise<Plan> {
  return planOf(asking, parse(seenCatalogue(asking), question));
}

/** The plan of a parsed question. Throws `not_allowed` for fields that the viewer may not see, however it was parsed. */
export async function planOf(asking: Asking, parsed: Parsed): Promise<Plan> {
  const catalogue = seenCatalogue(asking);
  for (const { measure } of parsed.measures) refuseWithheld(catalogue, { id: measure.id, field: 'measures' });
  for (const { id } of [...parsed.by, ...parsed.where.map(({ dimension }) => dimension)]) {
    refuseWithheld(catalogue, { id, field: 'by' });
  }
  const calendar = await calendarIn(asking.replica);
  const { period } = parsed.question;
  return plan(parsed, {
    catalogue,
    scope: asking.scope,
    now: asking.now,
    zone: asking.workspace.zone,
    calendar,
    dataDays: 'kind' in period && period.kind === 'all' ? await dataDays(asking.replica) : null,
    cohortDays: asking.cohortDays ?? 90,
    cap,
  });
}

async function workdaysOf({ replica }: Asking, { elapsed, period }: Plan) {
  const calendar = await calendarIn(replica);
  return { elapsed: workdaysIn(calendar, elapsed) ?? 0, total: workdaysIn(calendar, period.range) ?? 0 };
}
