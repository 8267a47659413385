import { raw, type Sql, sql } from '#shared/sql.ts';
import { isOrdered } from './part-sql.ts';
import type { ResolvedAtom, ResolvedMeasure, ResolvedValue } from './ways.ts';

/** A column of the compiled statement and what it holds. */
export type ValueColumn = Readonly<{ name: string; expression: Sql }>;

/** The columns of a measure on one side: its value and, for ratios and medians, what they rest on. */
export function valueColumns(measure: ResolvedMeasure, suffix: '' | '_base'): readonly ValueColumn[] {
  const { column, value } = measure;
  const figure = { name: `${column}${suffix}`, expression: typed(measure, expressionOf(value, suffix)) };
  if ('ratio' in value) {
    return [
      figure,
      { name: `${column}_numerator${suffix}`, expression: expressionOf(value.ratio[0], suffix) },
      { name: `${column}_denominator${suffix}`, expression: expressionOf(value.ratio[1], suffix) },
    ];
  }
  if ('atom' in value && isOrdered(value.atom)) {
    return [figure, { name: `${column}_n${suffix}`, expression: raw(`coalesce(${value.atom.id}${suffix}_n, 0)`) }];
  }
  return [figure];
}

/** Whether the measure is an exact decimal. */
export function isDecimal({ measure }: Pick<ResolvedMeasure, 'measure'>): boolean {
  return measure.unit === 'money' || measure.unit === 'quantity';
}

function typed(measure: ResolvedMeasure, expression: Sql): Sql {
  return isDecimal(measure) ? sql`cast(${expression} as decimal(38, 4))` : expression;
}

function expressionOf(value: ResolvedValue, suffix: string): Sql {
  if ('atom' in value) return atomExpression(value.atom, suffix);
  if ('difference' in value) {
    return sql`(${expressionOf(value.difference[0], suffix)} - ${expressionOf(value.difference[1], suffix)})`;
  }
  const [top, bottom] = [expressionOf(value.ratio[0], suffix), expressionOf(value.ratio[1], suffix)];
  return sql`case when ${bottom} = 0 then null else ${top}::double / ${bottom}::double end`;
}

function atomExpression(atom: ResolvedAtom, suffix: string): Sql {
  const { kind } = atom.aggregate;
  const adds = kind === 'sum' || kind === 'count' || kind === 'distinct' || kind === 'top';
  return raw(adds && atom.empty === 'zero' ? `coalesce(${atom.id}${suffix}, 0)` : `${atom.id}${suffix}`);
}
