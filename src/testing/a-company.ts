import { type Asking, ask } from '#features/ask.ts';
import { permissionsOf } from '#features/permissions.ts';
import type { Answer, Cell, Question, Scope } from '#semantic/question.ts';
import type { Day, Instant } from '#shared/day.ts';
import { calendarRows } from '#store/calendar.ts';
import type { Workspace } from '#store/workspaces.ts';
import { type PlainRow, type TestTables, testTables } from './test-replica.ts';

/** Rows of the replica by table; columns that tests do not care about are filled in. */
export type CompanyRows = Readonly<Partial<Record<string, readonly PlainRow[]>>>;

/** A few deals by outcome, all created 2026-01-05, each of 100, won or lost on 2026-02-10. */
export type DealCounts = Readonly<{ won?: number; lost?: number; open?: number; disqualified?: number }>;

export type Company = Readonly<{
  tables: TestTables;
  asking: Asking;
  /** The answer to a question; year 2026 unless it says otherwise. */
  ask(question: Partial<Question> & Pick<Question, 'measures'>): Promise<Answer>;
  /** One figure over the year 2026, or over what `more` says. */
  measure(id: string, more?: Partial<Question>): Promise<Cell>;
  /** The same company asked at another moment, or by someone who sees less. */
  at(now: string): Company;
  as(scope: Scope, permissions?: readonly string[]): Company;
  close(): void;
}>;

const workspace: Workspace = {
  id: 'w',
  slug: 'test',
  name: '测试公司',
  zone: 'Asia/Shanghai',
  currency: 'CNY',
  fiscalStartMonth: 4,
  weekStart: 1,
  colours: 'red_up',
};

/** A small company with a Chinese calendar and fiscal years from April; it is 2026-11-20 15:40 there unless told. */
export async function aCompany(content: DealCounts & Readonly<{ rows?: CompanyRows }> = {}): Promise<Company> {
  const tables = await testTables();
  await tables.insert('calendar_day', calendar());
  for (const [table, rows] of Object.entries(content.rows ?? {})) {
    await tables.insert(table, (rows ?? []).map(filledIn(table)));
  }
  await tables.insert('deal', dealsOf(content).map(filledIn('deal')));
  const replica = { run: tables.run, dataUpTo: async () => null, position: '' as never };
  return companyOf(tables, {
    replica,
    workspace,
    scope: { kind: 'all' },
    permissions: permissionsOf('admin'),
    now: instant('2026-11-20T15:40+08:00'),
  });
}

function companyOf(tables: TestTables, asking: Asking): Company {
  const company: Company = {
    tables,
    asking,
    ask: (question) => ask(asking, { period: year2026, ...question }),
    measure: async (id, more) => (await company.ask({ measures: [id], ...more })).totals[id] ?? null,
    at: (now) => companyOf(tables, { ...asking, now: instant(now) }),
    as: (scope, permissions = asking.permissions) => companyOf(tables, { ...asking, scope, permissions }),
    close: () => tables.close(),
  };
  return company;
}

const year2026 = { from: '2026-01-01' as Day, before: '2027-01-01' as Day };

function instant(text: string): Instant {
  return new Date(text).toISOString() as Instant;
}

let made: PlainRow[] | undefined;

function calendar(): PlainRow[] {
  made ??= [
    ...calendarRows({ from: '2022-01-01' as Day, before: '2028-01-01' as Day, fiscalStartMonth: 4, weekStart: 1 }),
  ];
  return made;
}

const always = { from_on: '0001-01-01', before_on: '9999-12-31' };

const defaults: Readonly<Record<string, PlainRow>> = {
  person: { is_rep: true },
  team_ancestor: always,
  team_manager: always,
  assignment: always,
  region: { level: 'region' },
  stage: { pipeline_id: 'sales', position: 1, kind: 'open' },
  sale: { is_draft: false, is_first: false, discount: '0' },
  sale_order: { is_draft: false, is_first: false, line_count: 1 },
  refund_fact: { is_draft: false, is_first: false },
  payment_fact: { is_first: false },
  invoice_fact: { is_first: false },
  deal: { ...always, status: 'open', pipeline_id: 'sales', has_stage_history: true, push_count: 0 },
  stage_visit: { pipeline_id: 'sales', visit_number: 1, is_first: true, has_stage_history: true },
  interaction_fact: { type: 'call', initiator: 'us' },
};

const sameAs: Readonly<Record<string, readonly (readonly [column: string, from: string])[]>> = {
  sale: [
    ['order_id', 'line_id'],
    ['number', 'order_id'],
  ],
  sale_order: [['number', 'order_id']],
  refund_fact: [
    ['line_id', 'order_id'],
    ['number', 'order_id'],
  ],
  payment_fact: [['number', 'order_id']],
  invoice_fact: [['number', 'order_id']],
  region: [['root_id', 'id']],
  product_line: [['root_id', 'id']],
  person: [['name', 'id']],
  team: [['name', 'id']],
  customer: [['name', 'id']],
  product: [['name', 'id']],
};

function filledIn(table: string) {
  return (row: PlainRow): PlainRow => {
    const full: Record<string, PlainRow[string]> = { ...defaults[table], ...row };
    for (const [column, from] of sameAs[table] ?? []) full[column] ??= full[from] ?? null;
    return full;
  };
}

function dealsOf(counts: DealCounts): PlainRow[] {
  return (['won', 'lost', 'open', 'disqualified'] as const).flatMap((status) =>
    Array.from({ length: counts[status] ?? 0 }, (_, index) => ({
      opportunity_id: `${status} ${index}`,
      status,
      amount: '100',
      created_on: '2026-01-05',
      status_on: status === 'open' ? '2026-01-05' : '2026-02-10',
    })),
  );
}
