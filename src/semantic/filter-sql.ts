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

/** Whether the row may be seen. TRAP: a row without a day counts as of any day only for people named by the scope. */
export function inScope(scope: Scope, { fact, day }: RowContext): Sql | null {
  if (scope.kind === 'all') return null;
  const rep = raw(fact.links.rep ?? 'null');
  return sql`exists (select 1 from visible v where v.person_id = ${rep}
        and coalesce(${day}, v.from_on) >= v.from_on and coalesce(${day}, v.from_on) < v.before_on)`;
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
  const teams = keysOf(filter);
  const below = filter.isExact ? raw('') : sql`${membersBelow(sql`t.ancestor_id in ${teams}`)} union all`;
  return sql`exists (select 1 from (${below}
          select person_id, from_on, before_on from assignment where team_id in ${teams}) m(person_id, from_on, before_on)
        where m.person_id = ${rep} and ${on} >= m.from_on and ${on} < m.before_on)`;
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
