import { moneyOf, unitsOf } from '#shared/money.ts';
import { isFinished } from './compare.ts';
import { isCompared } from './compile.ts';
import type { Plan } from './plan.ts';
import type { Table } from './shape.ts';
import { isDecimal } from './value-sql.ts';
import { type ResolvedMeasure, resolvedAtoms } from './ways.ts';

/**
 * Whether the totals follow from the rows: every figure is a sum or a count whose parts sum to the whole, or a ratio of such,
 * and no row is likely to be missing. Otherwise (distinct customers, medians, stocks over time, a cut list) they are asked for.
 */
export function totalsFollow(plan: Plan): boolean {
  if (plan.by.length === 0 && plan.grain === null) return false;
  if (plan.limit !== null && plan.limit < rarelyCut) return false;
  // The running bucket and the running period may be compared with different parts of the base.
  if (plan.grain && plan.comparison && !isFinished(plan.period.range, plan.clock)) return false;
  return plan.measures.every(
    ({ show, value }) =>
      show === 'value' &&
      resolvedAtoms(value).every(
        ({ aggregate, fact }) =>
          (aggregate.kind === 'sum' || aggregate.kind === 'count') && (fact.kind === 'flow' || plan.grain === null),
      ),
  );
}

/** Lists as long as this are seldom cut, so their totals are asked for only when they are. */
const rarelyCut = 100;

/** Whether rows are missing from the statement's result. */
export function isCut(plan: Plan, table: Table): boolean {
  return plan.limit !== null && table.rows.length > plan.limit;
}

/** The totals as one row, from the rows of the answer. */
export function totalsOfRows(plan: Plan, table: Table): Table {
  const cells = plan.measures.flatMap((measure) => totalCells(plan, measure, table));
  return { columns: cells.map(([name]) => name), rows: [cells.map(([, value]) => value)] };
}

type TotalCell = readonly [name: string, value: string | number | null];

function totalCells(plan: Plan, measure: ResolvedMeasure, table: Table): readonly TotalCell[] {
  const suffixes = isCompared(plan, measure) ? (['', '_base'] as const) : ([''] as const);
  const own = suffixes.flatMap((suffix) => sideCells(measure, table, suffix));
  if (suffixes.length === 1) return own;
  const value = (name: string) => own.find(([each]) => each === name)?.[1] ?? null;
  const { column } = measure;
  return [...own, ...changeCells(measure, value(column), value(`${column}_base`))];
}

function sideCells(measure: ResolvedMeasure, table: Table, suffix: '' | '_base'): readonly TotalCell[] {
  const { column, value } = measure;
  if (!('ratio' in value)) return [[`${column}${suffix}`, sumOf(table, `${column}${suffix}`, isDecimal(measure))]];
  const [top, bottom] = [`${column}_numerator${suffix}`, `${column}_denominator${suffix}`];
  const [numerator, denominator] = [sumOf(table, top), sumOf(table, bottom)];
  const isKnown = numerator !== null && denominator !== null && Number(denominator) !== 0;
  return [
    [`${column}${suffix}`, isKnown ? Number(numerator) / Number(denominator) : null],
    [top, numerator],
    [bottom, denominator],
  ];
}

/** An exact sum; of unknown parts only, unknown. */
function sumOf(table: Table, name: string, isMoney = false): string | number | null {
  const index = table.columns.indexOf(name);
  const all = table.rows.map((row) => row[index]);
  const known = all.filter((cell) => cell !== null && cell !== undefined);
  if (known.length === 0) return null;
  if (isMoney || typeof known[0] === 'string') {
    return moneyOf(known.reduce<bigint>((built, cell) => built + unitsOf(String(cell)), 0n));
  }
  return known.reduce<number>((built, cell) => built + Number(cell), 0);
}

function changeCells(measure: ResolvedMeasure, value: TotalCell[1], base: TotalCell[1]): readonly TotalCell[] {
  const { column } = measure;
  const delta = differenceOf(value, base);
  const isRate = measure.measure.unit === 'ratio';
  const change = delta === null || isRate || Number(base) === 0 ? null : Number(delta) / Math.abs(Number(base));
  return [
    [`${column}_delta`, delta],
    [`${column}_change`, isRate ? delta : change],
  ];
}

function differenceOf(value: TotalCell[1], base: TotalCell[1]): TotalCell[1] {
  if (value === null || base === null) return null;
  if (typeof value === 'string' && typeof base === 'string') return moneyOf(unitsOf(value) - unitsOf(base));
  return Number(value) - Number(base);
}
