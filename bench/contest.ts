import type { Answer, Question } from '#semantic/question.ts';
import { raw, type Sql, sql } from '#shared/sql.ts';
import type { Store } from '#store/store.ts';
import type { Workspace } from '#store/workspaces.ts';
import type { Duck } from './duck.ts';
import { stretchOf } from './hand-written.ts';
import { race } from './measure.ts';
import type { Product } from './product.ts';
import type { BenchQuestion } from './questions.ts';
import type { Raced, Report } from './report.ts';

type Contest = Readonly<{ product: Product; duck: Duck; store: Store; workspace: Workspace; runs: number }>;

/** Each question three ways: through the product, raw in DuckDB, by hand in PostgreSQL. */
export async function contest(of: Contest, questions: readonly BenchQuestion[]): Promise<readonly Raced[]> {
  const raced: Raced[] = [];
  for (const each of questions) {
    const entry = await raceOne(of, each);
    raced.push(entry);
    process.stderr.write(
      `${entry.page} ${entry.id}: ${entry.product.toFixed(1)} / ${entry.duck.toFixed(1)} / ${entry.postgres?.toFixed(0) ?? '—'} ms\n`,
    );
  }
  return raced;
}

async function raceOne(
  { product, duck, store, workspace, runs }: Contest,
  { page, id, question, postgres }: BenchQuestion,
): Promise<Raced> {
  const statements = await duck.compiled(question);
  const answer = await product.ask(question);
  const times = await race(
    { product: () => product.ask(question), duck: () => duck.run(statements) },
    { warmUp: 2, runs },
  );
  const entry = { page, id, product: times.product.median, duck: times.duck.median };
  if (!postgres) return { ...entry, postgres: null, agrees: null };
  const statement = postgres(stretchOf(answer, workspace.id));
  const byHand = await race({ postgres: () => store.query(statement) }, { warmUp: 1, runs: 3 });
  return { ...entry, postgres: byHand.postgres.median, agrees: await agrees(store, statement, answer) };
}

/** Whether the first measure adds up to the same over all groups; null for one that does not add up. */
async function agrees(store: Store, statement: Sql, answer: Answer): Promise<boolean | null> {
  const measure = answer.columns.find((column) => column.role === 'measure');
  if (!measure || !['revenue', 'refund_amount', 'opportunities_open'].includes(measure.id)) return null;
  const isTiles = answer.columns.some((column) => column.id === 'median_order_value');
  const where = isTiles && measure.id === 'revenue' ? sql`where side = 0` : raw('');
  const [row] = await store.query<{ total: string | null }>(
    sql`select sum(revenue)::text as total from (${statement}) as answer ${where}`,
  );
  const total = answer.totals[measure.id] ?? answer.rows[0]?.[measure.id];
  return Math.abs(Number(row?.total ?? 0) - Number(total ?? 0)) < 0.01;
}

/** What a page asks in one round. */
export function pageQuestions(questions: readonly BenchQuestion[], page: BenchQuestion['page']): readonly Question[] {
  return questions.filter((each) => each.page === page).map(({ question }) => question);
}

/** A page at once: every question of it in one round. */
export async function pageRound(
  of: Contest,
  page: BenchQuestion['page'],
  all: readonly BenchQuestion[],
): Promise<Report['pages'][number]> {
  const questions = pageQuestions(all, page);
  const statements = (await Promise.all(questions.map((question) => of.duck.compiled(question)))).flat();
  const times = await race(
    { product: () => of.product.askAll(questions), duck: () => of.duck.run(statements) },
    { warmUp: 2, runs: of.runs },
  );
  return { page, questions: questions.length, product: times.product.median, duck: times.duck.median };
}
