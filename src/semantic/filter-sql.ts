import type { Day } from '#shared/day.ts';
import { identifier, join, raw, type Sql, sql } from '#shared/sql.ts';
import type { Dimension, Fact } from './define.ts';
import type { ParsedFilter } from './parse.ts';
import type { Scope } from './question.ts';
import { dayLiteral } from './side.ts';

/** What conditions on rows of a fact are written against. */
export type RowContext = Readonly<{
  fact: Fact;
  /** The row's day, on which teams are looked up. */
  day: Sql;
  restatedOn: Day | null;
}>;

/** People and when their rows may be seen, as a table `visible`; null when everything may be. */
export function visibleTable(scope: Scope): Sql | null {
  if (scope.kind === 'all') return null;
  const below = scope.teams.filter((team) => team.below).map((team) => team.id);
  const alone = scope.teams.filter((team) => !team.below).map((team) => team.id);
  return sql`
    visible as materialized (
      select unnest(${[...scope.people]}::varchar[]) as person_id, date '0001-01-01' as from_on, date '9999-12-31' as before_on
      union all ${membersBelow(sql`ancestor_id in (select unnest(${below}::varchar[]))`)}
      union all
      select person_id, from_on, before_on from assignment where team_id in (select unnest(${[...below, ...alone]}::varchar[])))`;
}

function membersBelow(isAncestor: Sql): Sql {
  return sql`
      select a.person_id, greatest(a.from_on, t.from_on), least(a.before_on, t.before_on)
      from assignment a join team_ancestor t on t.team_id = a.team_id
      where ${isAncestor} and t.from_on < a.before_on and a.from_on < t.before_on`;
}

/** Keeps the rows that may be seen: a semi join, which is far faster than a condition. */
export function scopeJoin(scope: Scope, { fact, day }: RowContext): Sql {
  if (scope.kind === 'all') return raw('');
  const rep = raw(fact.links.rep ?? 'null');
  return sql`
    semi join visible v on v.person_id = ${rep} and ${day} >= v.from_on and ${day} < v.before_on`;
}

/** The same for rows that may have no day: those are seen by whoever ever sees the person. */
export function inScope(scope: Scope, { fact, day }: RowContext): Sql | null {
  if (scope.kind === 'all') return null;
  const rep = raw(fact.links.rep ?? 'null');
  return sql`exists (select 1 from visible v where v.person_id = ${rep}
        and coalesce(${day}, v.from_on) >= v.from_on and coalesce(${day}, v.from_on) < v.before_on)`;
}

/** Whether the filter is a set of teams and nothing else, which is a semi join. */
export function isTeamJoin({ dimension, not, values }: ParsedFilter): boolean {
  return dimension.isTeam === true && !not && !values.includes(null);
}

/** Keeps the rows of the teams: the n-th such filter. */
export function teamFilterJoin(filter: ParsedFilter, { fact, day, restatedOn }: RowContext, n: number): Sql {
  const rep = raw(fact.links[filter.dimension.link] ?? 'null');
  const on = restatedOn ? dayLiteral(restatedOn) : day;
  const name = raw(`m${n}`);
  return sql`
    semi join (${teamMembers(filter)}) ${name}(person_id, from_on, before_on)
      on ${name}.person_id = ${rep} and ${on} >= ${name}.from_on and ${on} < ${name}.before_on`;
}

/** A filter as a condition on rows of the fact. */
export function filterCondition(filter: ParsedFilter, context: RowContext): Sql {
  const keys = filter.values.filter((value) => value !== null);
  const link = raw(context.fact.links[filter.dimension.link] ?? 'null');
  const hits: Sql[] = [];
  if (keys.length > 0) hits.push(hit({ ...filter, values: keys }, link, context));
  if (keys.length < filter.values.length) hits.push(missing(filter.dimension, link, context));
  const any = sql`coalesce((${join(hits, ' or ')}), false)`;
  return filter.not ? sql`not ${any}` : any;
}

function hit(filter: ParsedFilter, link: Sql, context: RowContext): Sql {
  const { dimension } = filter;
  if (dimension.isTeam) return inTeams(filter, link, context);
  if (!dimension.through) return sql`${link} in ${keysOf(filter)}`;
  const columns = (!filter.isExact && dimension.below) || [dimension.through.column];
  const anyColumn = join(
    columns.map((column) => sql`${identifier(column)} in ${keysOf(filter)}`),
    ' or ',
  );
  return sql`${link} in (select id from ${identifier(dimension.through.table)} where ${anyColumn})`;
}

/** Keys that the filter's values stand for: the keys themselves and, unless only keys are meant, names. */
function keysOf({ dimension, values, byKey }: ParsedFilter): Sql {
  const listed = sql`(select unnest(${values.filter((value) => value !== null)}::varchar[]))`;
  if (!dimension.names || byKey) return listed;
  return sql`(select id from ${identifier(dimension.names)} where id in ${listed} or name in ${listed})`;
}

function inTeams(filter: ParsedFilter, rep: Sql, { day, restatedOn }: RowContext): Sql {
  const on = restatedOn ? dayLiteral(restatedOn) : day;
  return sql`exists (select 1 from (${teamMembers(filter)}) m(person_id, from_on, before_on)
        where m.person_id = ${rep} and ${on} >= m.from_on and ${on} < m.before_on)`;
}

function teamMembers(filter: ParsedFilter): Sql {
  const teams = keysOf(filter);
  const below = filter.isExact ? raw('') : sql`${membersBelow(sql`t.ancestor_id in ${teams}`)} union all `;
  return sql`${below}select person_id, from_on, before_on from assignment where team_id in ${teams}`;
}

function missing(dimension: Dimension, link: Sql, { day, restatedOn }: RowContext): Sql {
  if (dimension.isTeam) {
    const on = restatedOn ? dayLiteral(restatedOn) : day;
    return sql`not exists (select 1 from assignment a where a.person_id = ${link} and ${on} >= a.from_on and ${on} < a.before_on)`;
  }
  if (!dimension.through) return sql`${link} is null`;
  const { table, column } = dimension.through;
  return sql`(${link} is null or ${link} in (select id from ${identifier(table)} where ${identifier(column)} is null))`;
}
