import type { Bilingual } from '#shared/bilingual.ts';
import type { Day } from '#shared/day.ts';
import { divideMoney, moneyOf, subtractMoney, unitsOf } from '#shared/money.ts';
import { isCompared } from './compile.ts';
import type { Dimension } from './define.ts';
import { grainLabels } from './grain-labels.ts';
import type { Plan } from './plan.ts';
import type { Answer, Cell, Column, Note, Unit } from './question.ts';
import type { ResolvedMeasure } from './ways.ts';

/** What a statement gave back. */
export type Table = Readonly<{ columns: readonly string[]; rows: readonly (readonly unknown[])[] }>;

type Row = Record<string, Cell>;

type Facts = Readonly<{
  table: Table;
  totals: Table | null;
  dataUpTo: Day | null;
  zone: string;
  currency: string;
  workdays: Readonly<{ elapsed: number; total: number }>;
}>;

/** The rows of the compiled statement as an answer. */
export function shape(plan: Plan, facts: Facts): Answer {
  const columns = columnsOf(plan);
  const found = rowsOf(plan, facts.table, columns);
  const isCut = plan.limit !== null && found.length > plan.limit;
  const rows = isCut ? found.slice(0, plan.limit ?? 0) : found;
  const totals = facts.totals ? rowsOf(plan, facts.totals, columns)[0] : rows[0];
  const { asOf: _, ...question } = plan.question;
  return {
    columns,
    rows,
    totals: totalsOf(columns, totals ?? {}),
    compare: plan.comparison?.basis ?? null,
    partial: plan.partial,
    notes: [...plan.notes, ...(isCut ? [limitNote(rows.length)] : [])],
    query: { ...question, ...(plan.question.asOf ? { asOf: plan.question.asOf } : {}), period: plan.period.range },
    asOf: {
      day: plan.clock.today,
      dataUpTo: facts.dataUpTo,
      workdaysElapsed: facts.workdays.elapsed,
      workdaysTotal: facts.workdays.total,
      zone: facts.zone,
      currency: facts.currency,
    },
  };
}

function columnsOf(plan: Plan): readonly Column[] {
  const time: Column[] = plan.grain
    ? [{ id: plan.grain, role: 'time', of: plan.grain, label: grainLabels[plan.grain] }]
    : [];
  return [
    ...time,
    ...plan.by.flatMap(dimensionColumns),
    ...plan.measures.flatMap((each) => measureColumns(plan, each)),
  ];
}

function dimensionColumns({ id, label }: Dimension): Column[] {
  return [
    { id, role: 'dimension', of: id, label },
    { id: `${id}_key`, role: 'key', of: id, label },
  ];
}

function measureColumns(plan: Plan, measure: ResolvedMeasure): Column[] {
  const { column, show, value } = measure;
  const { id: of, label, unit, better } = measure.measure;
  const good = better ? { better } : {};
  if (show !== 'value') {
    return [
      {
        id: column,
        role: 'measure',
        of,
        label: shownLabel(label, show),
        unit: show === 'share' ? 'ratio' : unit,
        ...good,
      },
    ];
  }
  const own: Column = { id: of, role: 'measure', of, label, unit, ...good };
  return [...[own], ...comparedColumns(plan, measure, good), ...restColumns(value, { of, label, unit })];
}

function comparedColumns(plan: Plan, measure: ResolvedMeasure, good: Partial<Column>): Column[] {
  if (!isCompared(plan, measure)) return [];
  const { id: of, label, unit } = measure.measure;
  return [
    { id: `${of}_base`, role: 'base', of, label: extended(label, '（对比期）', ' (base)'), unit },
    { id: `${of}_delta`, role: 'delta', of, label: extended(label, '增减', ' difference'), unit, ...good },
    { id: `${of}_change`, role: 'change', of, label: extended(label, '变化', ' change'), unit: 'ratio', ...good },
  ];
}

function restColumns(
  value: ResolvedMeasure['value'],
  { of, label, unit }: { of: string; label: Bilingual; unit: Unit },
): Column[] {
  if ('ratio' in value) {
    const isMoney = unit === 'money';
    return [
      {
        id: `${of}_numerator`,
        role: 'numerator',
        of,
        label: extended(label, '：分子', ': numerator'),
        ...(isMoney ? { unit } : {}),
      },
      { id: `${of}_denominator`, role: 'denominator', of, label: extended(label, '：分母', ': denominator') },
    ];
  }
  const isPlace = 'atom' in value && ['median', 'quantile', 'mean'].includes(value.atom.aggregate.kind);
  return isPlace ? [{ id: `${of}_n`, role: 'n', of, label: extended(label, '：笔数', ': n'), unit: 'count' }] : [];
}

function extended(label: Bilingual, zh: string, en: string): Bilingual {
  return { zh: `${label.zh}${zh}`, en: `${label.en}${en}` };
}

const showLabels = {
  share: { zh: '占比', en: ' share' },
  cumulative: { zh: '累计', en: ', cumulative' },
  moving_average: { zh: '（三期移动平均）', en: ', moving average of three' },
} as const;

function shownLabel(label: Bilingual, show: keyof typeof showLabels): Bilingual {
  return extended(label, showLabels[show].zh, showLabels[show].en);
}

function rowsOf(plan: Plan, table: Table, columns: readonly Column[]): Row[] {
  const exact = plan.measures.filter(
    ({ measure, value, show }) => show === 'value' && measure.unit === 'money' && 'ratio' in value,
  );
  const places = new Map(table.columns.map((name, index) => [name, index]));
  const shown = columns.flatMap((column) => {
    const index = places.get(column.id);
    return index === undefined ? [] : [{ id: column.id, index, read: isFigure(column) ? figureCell : cellOf }];
  });
  return table.rows.map((values) => {
    const row: Row = {};
    for (const { id, index, read } of shown) row[id] = read(values[index]);
    const cell = (name: string) => cellOf(values[places.get(name) ?? -1]);
    for (const measure of exact) exactRatio(row, measure.column, cell);
    for (const dimension of plan.by) nameMember(row, dimension);
    return row;
  });
}

function isFigure({ role }: Column): boolean {
  return role !== 'dimension' && role !== 'key' && role !== 'time';
}

function cellOf(value: unknown): Cell {
  // −0 is a quotient of nothing by something negative.
  if (typeof value === 'number') return value + 0;
  if (typeof value === 'string') return value;
  return value === null || value === undefined ? null : String(value);
}

function figureCell(value: unknown): Cell {
  const cell = cellOf(value);
  return typeof cell !== 'string' || cell.at(-5) === '.' ? cell : moneyOf(unitsOf(cell));
}

/** Money ÷ count once, exactly, from the exact sums; the statement's floating quotient only decided the order. */
function exactRatio(row: Row, column: string, cell: (name: string) => Cell): void {
  const value = quotient(cell(`${column}_numerator`), cell(`${column}_denominator`));
  row[column] = value;
  if (!(`${column}_base` in row)) return;
  const base = quotient(cell(`${column}_numerator_base`), cell(`${column}_denominator_base`));
  const delta = value === null || base === null ? null : subtractMoney(value, base);
  row[`${column}_base`] = base;
  row[`${column}_delta`] = delta;
  row[`${column}_change`] = delta === null || Number(base) === 0 ? null : Number(delta) / Math.abs(Number(base));
}

function quotient(top: Cell, bottom: Cell): string | null {
  return top === null || bottom === null ? null : divideMoney(String(top), String(bottom));
}

function nameMember(row: Row, { id, members }: Dimension): void {
  const label = members?.find(({ key }) => key === row[`${id}_key`])?.label;
  if (label) row[id] = label.zh;
}

function totalsOf(columns: readonly Column[], row: Row): Row {
  const figures = columns.filter(({ role }) => !['dimension', 'key', 'time'].includes(role));
  return Object.fromEntries(figures.filter(({ id }) => id in row).map(({ id }) => [id, row[id] ?? null]));
}

function limitNote(count: number): Note {
  return {
    code: 'limited',
    text: {
      zh: `只列出前 ${count} 行；合计包含全部`,
      en: `Only the first ${count} rows are listed; totals are of all`,
    },
  };
}
