import type { Question } from '#semantic/question.ts';
import { countedTables } from '#semantic/select-rows.ts';
import { raw, type Sql, sql } from '#shared/sql.ts';
import { type Asking, plannedQuestion } from './ask.ts';

/** A table of the rows that a measure counts: its name, the question (one measure), and SQL columns over the fact's alias `f`. */
export type CountedRows = Readonly<{ name: string; question: Question; columns: string }>;

/**
 * Runs a statement over rows that measures count, for statistics that no measure can hold: `select` reads the named tables. Scope,
 * filters and predicates are those of the questions, so the figures add up to the tiles.
 */
export async function runOverRows(
  asking: Asking,
  tables: readonly [CountedRows, ...CountedRows[]],
  select: Sql,
): Promise<readonly (readonly unknown[])[]> {
  const planned = async ({ name, question, columns }: CountedRows) => ({
    name: raw(name),
    plan: await plannedQuestion(asking, question),
    columns,
  });
  const [first, ...more] = tables;
  const counted = countedTables([await planned(first), ...(await Promise.all(more.map(planned)))]);
  const { rows } = await asking.replica.run(sql`with ${counted}\n${select}`, {
    maxRows,
    ...(asking.signal ? { signal: asking.signal } : {}),
  });
  return rows;
}

const maxRows = 200_000;
