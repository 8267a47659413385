import { identifier, join, raw, type Sql, sql } from '#shared/sql.ts';
import type { Dimension } from './define.ts';
import { filterCondition, inScope, isTeamJoin, type RowContext, scopeJoin, teamFilterJoin } from './filter-sql.ts';
import type { Plan } from './plan.ts';
import { type Bounds, dayLiteral, dayShift, expanded, type Side } from './side.ts';
import type { ResolvedAtom } from './ways.ts';

/** Figures of one fact: one scan. */
export type Part = Readonly<{ name: string; side: Side; atoms: readonly [ResolvedAtom, ...ResolvedAtom[]] }>;

/** The figures grouped into scans, for one side. */
export function partsOf(atoms: readonly ResolvedAtom[], side: Side): readonly Part[] {
  const groups = new Map<string, [ResolvedAtom, ...ResolvedAtom[]]>();
  for (const atom of atoms) {
    const { aggregate } = atom;
    const twice = aggregate.kind === 'top' || aggregate.kind === 'hhi' ? aggregate.per : '';
    const key = JSON.stringify([atom.fact.id, twice && [twice, ownCondition(atom)]]);
    const group = groups.get(key);
    if (group) group.push(atom);
    else groups.set(key, [atom]);
  }
  return [...groups.values()].map((group, index) => ({ name: `p${index}${side.suffix}`, side, atoms: group }));
}

/** The scan as a table: a row per group, a column per figure. */
export function partTable(plan: Plan, part: Part): Sql {
  const { aggregate } = part.atoms[0];
  const body =
    aggregate.kind === 'top' || aggregate.kind === 'hhi' ? twiceGrouped(plan, part) : onceGrouped(plan, part);
  return sql`${raw(part.name)} as (${body})`;
}

/** Names of the columns that a question is grouped by. */
export function groupColumns(plan: Plan): readonly Sql[] {
  return [...plan.by.map((_, index) => raw(`k${index}`)), ...(plan.grain ? [raw('bucket')] : [])];
}

/** Rows of the fact that count: from, joins and conditions. `ignore` leaves the reasons out, to tell them apart. */
export function countedRows(plan: Plan, part: Part, keys: readonly Dimension[], reasons: Reasons = 'apply'): Sql {
  const { fact } = part.atoms[0];
  const context = rowContext(plan, part);
  const fill = filling(plan, part);
  const own = ownConditions(part, reasons);
  const conditions = [
    ...(fact.holds ? [fill(fact.holds)] : []),
    ...(fact.kind === 'flow' ? inPeriod(part, context.day, reasons) : []),
    ...(reasons === 'apply' ? fact.leftOut.map((reason) => fill(`(${reason.when}) is not true`)) : []),
    ...(own.includes('') ? [] : [fill(own.length > 1 ? `(${own.join(' or ')})` : own.join(''))]),
    ...plan.where.filter((filter) => !isTeamJoin(filter)).map((filter) => filterCondition(filter, context)),
    reasons === 'ignore' ? inScope(plan.scope, context) : null,
  ].filter((condition) => condition !== null);
  const seen = reasons === 'apply' ? scopeJoin(plan.scope, context) : raw('');
  const teams = plan.where.filter(isTeamJoin).map((filter, index) => teamFilterJoin(filter, context, index));
  return sql`
    from ${raw(fact.relation)} f${bucketJoin(plan, part, context)}${seen}${join(teams, '')}${join(dimensionJoins(keys, context), '')}
    where ${conditions.length > 0 ? join(conditions, '\n      and ') : raw('true')}`;
}

export type Reasons = 'apply' | 'ignore';

/** The conditions that figures of the scan have beyond their fact's, each once; an empty one holds always. */
function ownConditions({ atoms }: Part, reasons: Reasons = 'apply'): readonly string[] {
  return [...new Set(atoms.map((atom) => ownCondition(atom, reasons)))];
}

/** The condition a figure has beyond its fact's; empty when none. */
export function ownCondition({ fact, where, leftOut }: ResolvedAtom, reasons: Reasons = 'apply'): string {
  const own = reasons === 'apply' ? leftOut.filter((reason) => !fact.leftOut.includes(reason)) : [];
  const conditions = [...(where ? [`(${where})`] : []), ...own.map((reason) => `(${reason.when}) is not true`)];
  return conditions.length > 1 ? `(${conditions.join(' and ')})` : conditions.join('');
}

/** Fills the placeholders of catalogue texts for a scan. */
export function filling(plan: Plan, part: Part): (text: string) => Sql {
  return (text) => expanded(text, part.side, plan.cohortDays, ownBounds(plan, part));
}

/** The key of a dimension on a row of the fact. */
function keyOf(dimension: Dimension, { fact }: Pick<RowContext, 'fact'>): Sql {
  if (dimension.isTeam) return raw('x_team.team_id');
  if (dimension.through) return sql`${raw(joinName(dimension))}.${identifier(dimension.through.column)}`;
  return raw(fact.links[dimension.link] ?? 'null');
}

/** The row's day and fact, as conditions need them. */
export function rowContext(plan: Plan, part: Part): RowContext {
  const { fact } = part.atoms[0];
  return { fact, day: filling(plan, part)(fact.day), restatedOn: plan.restatedOn };
}

function onceGrouped(plan: Plan, part: Part): Sql {
  const fill = filling(plan, part);
  const isOneCondition = ownConditions(part).length === 1;
  const figures = part.atoms.flatMap((atom) => {
    const name = `${atom.id}${part.side.suffix}`;
    const own = ownCondition(atom);
    const only = isOneCondition || own === '' ? raw('') : sql` filter (where ${fill(own)})`;
    const counted = isOrdered(atom) ? [sql`count(*)${only} as ${raw(`${name}_n`)}`] : [];
    return [figureSql({ atom, fill, name, only }), ...counted];
  });
  return sql`
    select ${join([...groupExpressions(plan, part), ...figures])} ${countedRows(plan, part, plan.by)}
    group by all`;
}

type Figure = Readonly<{ atom: ResolvedAtom; fill: (text: string) => Sql; name: string; only: Sql }>;

function figureSql({ atom, fill, name, only }: Figure): Sql {
  const figure = sql`${aggregateSql(atom, fill)}${only}`;
  const typed = atom.aggregate.kind === 'sum' ? sql`cast(${figure} as decimal(38, 4))` : figure;
  return sql`${typed} as ${raw(name)}`;
}

/** Whether the figure is a place in an order, so that the number of rows must be told with it. */
export function isOrdered({ aggregate }: ResolvedAtom): boolean {
  return aggregate.kind === 'median' || aggregate.kind === 'quantile' || aggregate.kind === 'mean';
}

function aggregateSql({ aggregate }: ResolvedAtom, fill: (text: string) => Sql): Sql {
  if (aggregate.kind === 'count') return raw('count(*)');
  const of = fill(aggregate.of);
  if (aggregate.kind === 'sum') return sql`sum(${of})`;
  if (aggregate.kind === 'distinct') return sql`count(distinct ${of})`;
  if (aggregate.kind === 'median') return sql`median(${of})`;
  if (aggregate.kind === 'mean') return sql`avg(${of})`;
  if (aggregate.kind === 'quantile') return sql`quantile_cont(${of}, ${raw(String(aggregate.at))})`;
  throw new RangeError(`${aggregate.kind} is grouped twice`);
}

/** First a sum per customer (or whatever `per` names), then a figure over those sums. */
function twiceGrouped(plan: Plan, part: Part): Sql {
  const { aggregate } = part.atoms[0];
  if (aggregate.kind !== 'top' && aggregate.kind !== 'hhi') throw new RangeError(`${aggregate.kind} is grouped once`);
  const groups = groupColumns(plan);
  const figures = part.atoms.map(({ id, aggregate: each }) => {
    const figure =
      each.kind === 'top'
        ? raw(`cast(list_sum(max(v, ${each.n})) as decimal(38, 4))`)
        : raw('case when sum(v) = 0 then null else sum(v::double * v::double) / (sum(v)::double * sum(v)::double) end');
    return sql`${figure} as ${raw(`${id}${part.side.suffix}`)}`;
  });
  return sql`
    select ${join([...groups, ...figures])} from (
      select ${join([...groupExpressions(plan, part), raw(`sum(${aggregate.of}) as v`), raw(`${aggregate.per} as per`)])}
      ${countedRows(plan, part, plan.by)} and ${raw(aggregate.per)} is not null
      group by all)
    group by all`;
}

function groupExpressions(plan: Plan, part: Part): Sql[] {
  const context = rowContext(plan, part);
  const keys = plan.by.map((dimension, index) => sql`${keyOf(dimension, context)} as ${raw(`k${index}`)}`);
  return plan.grain ? [...keys, sql`${bucketOf(plan, part, context)} as bucket`] : keys;
}

/** A day is its own bucket, and the base's days follow each other like the period's: nothing to join. */
function bucketOf(plan: Plan, { side }: Part, { fact, day }: RowContext): Sql {
  if (fact.kind === 'stock' || plan.grain !== 'day') return raw('b.bucket');
  const shift = dayShift(side);
  return shift === 0 ? day : sql`(${day} + ${raw(String(shift))})`;
}

function bucketJoin(plan: Plan, { side }: Part, { fact, day }: RowContext): Sql {
  if (!plan.grain) return raw('');
  if (fact.kind === 'stock') return raw(` join ends${side.suffix} b on true`);
  return plan.grain === 'day' ? raw('') : sql` join days${raw(side.suffix)} b on b.day = ${day}`;
}

function ownBounds(plan: Plan, { side, atoms }: Part): Bounds | undefined {
  if (atoms[0].fact.kind !== 'stock') return undefined;
  if (plan.grain) return { startsOn: raw('b.from_on'), asOf: raw('b.as_of') };
  return plan.standsAt ? { startsOn: dayLiteral(side.range.from), asOf: dayLiteral(plan.standsAt) } : undefined;
}

function inPeriod({ side, atoms }: Part, day: Sql, reasons: Reasons): Sql[] {
  const { minute } = atoms[0].fact;
  const within = sql`${day} >= ${dayLiteral(side.range.from)} and ${day} < ${dayLiteral(side.range.before)}`;
  const cut =
    side.cut && minute
      ? [
          sql`(${day} < ${dayLiteral(side.cut.day)} or ${raw(minute)} is null or ${raw(minute)} <= ${raw(String(side.cut.minute))})`,
        ]
      : [];
  return [reasons === 'apply' ? within : sql`(${day} is null or (${within}))`, ...cut];
}

function dimensionJoins(keys: readonly Dimension[], context: RowContext): readonly Sql[] {
  const joins = new Map<string, Sql>();
  for (const dimension of keys) {
    const link = raw(context.fact.links[dimension.link] ?? 'null');
    if (dimension.isTeam) joins.set('x_team', teamJoin(link, context));
    else if (dimension.through) {
      const name = joinName(dimension);
      const table = identifier(dimension.through.table);
      joins.set(name, sql`\n    left join ${table} ${raw(name)} on ${raw(name)}.id = ${link}`);
    }
  }
  return [...joins.values()];
}

function teamJoin(rep: Sql, { day, restatedOn }: RowContext): Sql {
  const on = restatedOn ? dayLiteral(restatedOn) : day;
  return sql`
    left join assignment x_team on x_team.person_id = ${rep} and ${on} >= x_team.from_on and ${on} < x_team.before_on`;
}

function joinName(dimension: Dimension): string {
  return `x_${dimension.through?.table}_${dimension.link}`;
}
