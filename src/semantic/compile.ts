import { identifier, join, raw, type Sql, sql } from '#shared/sql.ts';
import { visibleTable } from './filter-sql.ts';
import { orderSql } from './order-sql.ts';
import { groupColumns, isOrdered, type Part, partsOf, partTable } from './part-sql.ts';
import type { Plan } from './plan.ts';
import type { Grain } from './question.ts';
import { baseSide, currentSide, dayLiteral, dayShift, type Side } from './side.ts';
import { isDecimal, valueColumns } from './value-sql.ts';
import { type ResolvedMeasure, resolvedAtoms } from './ways.ts';

/**
 * The plan as one statement: a scan per fact and condition, aggregated apart; the scans laid under each other and
 * aggregated again by dimension (drill across, never row to row); measures; comparison and operators; names; order.
 */
export function compile(plan: Plan): Sql {
  const sides = [currentSide(plan), baseSide(plan)].filter((side) => side !== null);
  const atoms = [...new Map(plan.measures.flatMap(({ value }) => resolvedAtoms(value)).map((a) => [a.id, a])).values()];
  const parts = sides.flatMap((side) => partsOf(atoms, side));
  const tables = [
    visibleTable(plan.scope),
    ...sides.flatMap((side) => timeTables(plan, side, parts)),
    ...parts.map((part) => partTable(plan, part)),
    merged(plan, parts),
    ...(needsEveryBucket(plan) ? [dense(plan)] : []),
    valued(plan),
    shown(plan),
    named(plan),
  ].filter((table) => table !== null);
  const limit = plan.limit === null ? raw('') : raw(`\nlimit ${plan.limit + 1}`);
  return sql`with ${join(tables, ',\n  ')}\nselect * from named${orderSql(plan)}${limit}`;
}

/** `days`: the bucket of every day. `ends`: every bucket and the first day not known in it. Only what is used. */
function timeTables(plan: Plan, side: Side, parts: readonly Part[]): Sql[] {
  if (!plan.grain || !side.pairs) return [];
  const hasKind = (kind: string) => parts.some((part) => part.side === side && part.atoms[0].fact.kind === kind);
  const needsDays = plan.grain !== 'day' && hasKind('flow');
  const isDense = side.suffix === '' && needsEveryBucket(plan);
  const isListed = needsDays && side.suffix === '_base';
  return [
    ...(hasKind('stock') || isDense || isListed ? [endsTable(plan, side)] : []),
    ...(needsDays ? [daysTable(plan.grain, side)] : []),
  ];
}

function endsTable(plan: Plan, side: Side): Sql {
  const suffix = raw(side.suffix);
  if (plan.grain === 'day') {
    return sql`ends${suffix} as (select day + ${raw(String(dayShift(side)))} as bucket, day as from_on, day + 1 as as_of
    from calendar_day where ${within(side.range)})`;
  }
  const pairs = side.pairs ?? [];
  const rows = pairs.map(
    ({ bucket, range }) => sql`(${dayLiteral(bucket)}, ${dayLiteral(range.from)}, ${dayLiteral(range.before)})`,
  );
  const none = raw("(date '0001-01-01', date '0001-01-01', date '0001-01-01')");
  return sql`ends${suffix} as (select * from (values ${join(rows.length > 0 ? rows : [none])}) t(bucket, from_on, as_of)
    where from_on < as_of)`;
}

function daysTable(grain: Grain, side: Side): Sql {
  if (side.suffix === '') {
    return sql`days as (select day, ${raw(`${grain}_on`)} as bucket from calendar_day where ${within(side.range)})`;
  }
  return sql`days_base as (
    select c.day, e.bucket from calendar_day c join ends_base e on c.day >= e.from_on and c.day < e.as_of
    where ${within(side.range)})`;
}

function within({ from, before }: Side['range']): Sql {
  return sql`day >= ${dayLiteral(from)} and day < ${dayLiteral(before)}`;
}

function merged(plan: Plan, parts: readonly Part[]): Sql {
  const [only, ...others] = parts;
  if (only && others.length === 0) return raw(`merged as (select * from ${only.name})`);
  const groups = groupColumns(plan);
  const figures = parts.flatMap(({ atoms, side }) =>
    atoms.flatMap((atom) => {
      const name = `${atom.id}${side.suffix}`;
      return isOrdered(atom) ? [name, `${name}_n`] : [name];
    }),
  );
  const columns = [...groups, ...figures.map((name) => raw(`any_value(${name}) as ${name}`))];
  const all = join(
    parts.map((part) => raw(`select * from ${part.name}`)),
    ' union all by name ',
  );
  return sql`merged as (select ${join(columns)} from (${all}) group by all)`;
}

/** A line over time needs its empty buckets: of the whole, and of every part that is cumulated or averaged. */
function needsEveryBucket(plan: Plan): boolean {
  const running = plan.measures.some(({ show }) => show === 'cumulative' || show === 'moving_average');
  return plan.grain !== null && (plan.by.length === 0 || running);
}

function dense(plan: Plan): Sql {
  const keys = plan.by.map((_, index) => raw(`k${index}`));
  const spine =
    keys.length === 0
      ? sql`(select distinct bucket from ends)`
      : sql`(select * from (select distinct ${join(keys)} from merged), (select distinct bucket from ends))`;
  const same = [raw('m.bucket = s.bucket'), ...keys.map((key) => sql`m.${key} is not distinct from s.${key}`)];
  return sql`dense as (
    select s.*, m.* exclude (${join(groupColumns(plan))}) from ${spine} s left join merged m on ${join(same, ' and ')})`;
}

function valued(plan: Plan): Sql {
  const columns = plan.measures.flatMap((measure) => [
    ...valueColumns(measure, ''),
    ...(isCompared(plan, measure) ? baseColumns(plan, measure) : []),
  ]);
  const list = [
    ...groupColumns(plan),
    ...columns.map(({ name, expression }) => sql`${expression} as ${identifier(name)}`),
  ];
  return sql`valued as (select ${join(list)} from ${raw(needsEveryBucket(plan) ? 'dense' : 'merged')})`;
}

/** Whether the measure has a column of the base: operators are not compared. */
export function isCompared(plan: Plan, { show }: ResolvedMeasure): boolean {
  return plan.comparison !== null && show === 'value';
}

/** TRAP: a bucket without a base has an unknown base, not a base of zero. */
function baseColumns(plan: Plan, measure: ResolvedMeasure) {
  const side = baseSide(plan);
  const columns = valueColumns(measure, '_base');
  if (!side) return columns.map(({ name }) => ({ name, expression: unknown(measure) }));
  if (!side.pairs) return columns;
  const lastPaired = side.pairs.at(-1)?.bucket;
  if (!lastPaired) return columns.map(({ name }) => ({ name, expression: unknown(measure) }));
  return columns.map(({ name, expression }) => ({
    name,
    expression: sql`case when bucket <= ${dayLiteral(lastPaired)} then ${expression} end`,
  }));
}

function unknown(measure: ResolvedMeasure): Sql {
  return raw(isDecimal(measure) ? 'null::decimal(38, 4)' : 'null::double');
}

function shown(plan: Plan): Sql {
  const columns = plan.measures.flatMap((measure) => {
    const { column, show } = measure;
    if (show !== 'value') return [sql`${operator(plan, measure)} as ${identifier(column)}`];
    return isCompared(plan, measure) ? changeColumns(measure) : [];
  });
  const replaced = plan.measures.filter(({ show }) => show !== 'value').map(({ column }) => identifier(column));
  const rest = replaced.length > 0 ? sql`* exclude (${join(replaced)})` : raw('*');
  return sql`shown as (select ${join([rest, ...columns])} from valued)`;
}

function changeColumns({ column, measure }: ResolvedMeasure): Sql[] {
  const [value, base] = [identifier(column), identifier(`${column}_base`)];
  const delta = sql`${value} - ${base}`;
  const change =
    measure.unit === 'ratio'
      ? delta
      : sql`case when ${base} = 0 then null else (${delta})::double / abs(${base})::double end`;
  return [sql`${delta} as ${identifier(`${column}_delta`)}`, sql`${change} as ${identifier(`${column}_change`)}`];
}

/** Share of all (of the bucket, when split over time), running sum, and mean of three complete buckets. */
function operator(plan: Plan, measure: ResolvedMeasure): Sql {
  const { column, show } = measure;
  const value = identifier(column);
  const keys = plan.by.map((_, index) => raw(`k${index}`));
  if (show === 'share') {
    const total = sql`sum(${value}) over (${raw(plan.grain && keys.length > 0 ? 'partition by bucket' : '')})`;
    return sql`case when ${total} = 0 then null else ${value}::double / ${total}::double end`;
  }
  const lane = keys.length > 0 ? sql`partition by ${join(keys)} order by bucket` : raw('order by bucket');
  if (show === 'cumulative') return sql`sum(${value}) over (${lane})`;
  const three = sql`(${lane} rows between 2 preceding and current row)`;
  const running = plan.partial ? sql`bucket = ${dayLiteral(plan.partial)}` : raw('false');
  return sql`case when ${running} or count(*) over ${three} < 3 then null else avg(${value}::double) over ${three} end${raw(isDecimal(measure) ? '::decimal(38, 4)' : '')}`;
}

function named(plan: Plan): Sql {
  const dimensions = plan.by.flatMap(({ id, names }, index) => [
    names ? sql`${raw(`n${index}`)}.name as ${identifier(id)}` : sql`${raw(`k${index}`)} as ${identifier(id)}`,
    sql`${raw(`k${index}`)} as ${identifier(`${id}_key`)}`,
  ]);
  const joins = plan.by.flatMap(({ names }, index) =>
    names
      ? [sql` left join ${identifier(names)} ${raw(`n${index}`)} on ${raw(`n${index}`)}.id = ${raw(`k${index}`)}`]
      : [],
  );
  const bucket = plan.grain ? [sql`bucket as ${identifier(plan.grain)}`] : [];
  const groups = groupColumns(plan);
  const rest = groups.length > 0 ? sql`s.* exclude (${join(groups)})` : raw('s.*');
  return sql`named as (select ${join([...bucket, ...dimensions, rest])} from shown s${join(joins, '')})`;
}
