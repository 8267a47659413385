import type { Asking } from '#features/ask.ts';
import { seenCatalogue } from '#features/seen-catalogue.ts';
import type { Catalogue, Dimension, Fact } from '#semantic/define.ts';
import { visibleTable } from '#semantic/filter-sql.ts';
import { refuseWithheld } from '#semantic/parse.ts';
import type { Scope } from '#semantic/question.ts';
import { suggestions } from '#semantic/suggest.ts';
import { Problem } from '#shared/problem.ts';
import { identifier, raw, type Sql, sql } from '#shared/sql.ts';

export type Member = Readonly<{ key: string; name: string; parent: string | null }>;

const mostMembers = 200;

/** Values of a dimension that the viewer may filter by, by name; at most 200, narrowed by `search`. */
export async function dimensionMembers(asking: Asking, id: string, search = ''): Promise<readonly Member[]> {
  const catalogue = seenCatalogue(asking);
  const dimension = catalogue.dimensions.get(id);
  refuseWithheld(catalogue, { id, field: 'dimension' });
  if (!dimension) throw unknownDimension(catalogue, id);
  if (dimension.members) {
    return dimension.members.map(({ key, label }) => ({ key, name: label.zh, parent: null }));
  }
  const visible = visibleTable(asking.scope);
  const wanted = `%${search.trim().replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const { rows } = await asking.replica.run(sql`
    ${visible ? sql`with ${visible}` : raw('')}
    select key, name, parent from (${membersOf(dimension, asking.scope, catalogue)}) m(key, name, parent)
    where key is not null and name ilike ${wanted} escape '\\'
    order by name, key limit ${mostMembers}`);
  return rows.map(([key, name, parent]) => ({
    key: String(key),
    name: String(name),
    parent: parent === null ? null : String(parent),
  }));
}

/** Names of those keys that the viewer may filter by; a key out of sight has none, as one that does not exist. */
export async function seenNames(
  asking: Asking,
  dimension: Dimension,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const visible = visibleTable(asking.scope);
  const { rows } = await asking.replica.run(sql`
    ${visible ? sql`with ${visible}` : raw('')}
    select key, name from (${membersOf(dimension, asking.scope, seenCatalogue(asking))}) m(key, name, parent)
    where key in (select unnest(${[...keys]}::varchar[]))`);
  return new Map(rows.map(([key, name]) => [String(key), String(name)]));
}

function membersOf(dimension: Dimension, scope: Scope, catalogue: Catalogue): Sql {
  const { through, names, isTeam, seenBy } = dimension;
  if (isTeam) return teams(scope);
  if (!names) return through ? throughValues(through) : rowValues(dimension, scope, catalogue);
  const all = sql`select id, name, ${parentOf(names)} from ${identifier(names)}`;
  if (through) {
    const column = identifier(through.column);
    return sql`${all} where id in (select ${column} from ${identifier(through.table)})`;
  }
  if (scope.kind === 'all' || !seenBy) return all;
  return seenBy === 'people'
    ? sql`${all} where id in (select person_id from visible)`
    : sql`${all} where id in (select key from (${rowValues(dimension, scope, catalogue)}) r(key, name, parent))`;
}

function throughValues({ table, column }: NonNullable<Dimension['through']>): Sql {
  return sql`select distinct ${identifier(column)}, ${identifier(column)}, null from ${identifier(table)}`;
}

function parentOf(table: string): Sql {
  const columns: Readonly<Record<string, string>> = {
    region: 'parent_id',
    product_line: 'parent_id',
    product: 'line_id',
    stage: 'pipeline_id',
  };
  return raw(columns[table] ?? 'null');
}

function teams(scope: Scope): Sql {
  if (scope.kind === 'all') {
    return sql`select t.id, t.name, (select any_value(a.ancestor_id) from team_ancestor a
      where a.team_id = t.id and a.before_on = date '9999-12-31' and a.ancestor_id in (select p.id from team p)
        and a.ancestor_id <> t.id and not exists (select 1 from team_ancestor b join team_ancestor c on c.team_id = b.ancestor_id
          where b.team_id = t.id and b.ancestor_id <> t.id and b.before_on = date '9999-12-31' and c.ancestor_id = a.ancestor_id
            and c.team_id <> c.ancestor_id and c.before_on = date '9999-12-31'))
      from team t`;
  }
  const below = scope.teams.filter((team) => team.below).map(({ id }) => id);
  const own = scope.teams.map(({ id }) => id);
  return sql`select id, name, null from team where id in (select unnest(${own}::varchar[]))
    or id in (select team_id from team_ancestor where ancestor_id in (select unnest(${below}::varchar[])))`;
}

/** Values that stand in rows which the viewer may see. */
function rowValues({ link }: Dimension, scope: Scope, catalogue: Catalogue): Sql {
  const relations = [...catalogue.facts.values()].flatMap((fact) => {
    const value = fact.links[link];
    return value ? [`select ${value} from ${fact.relation} f${scope.kind === 'all' ? '' : mine(fact)}`] : [];
  });
  return sql`select distinct value, value, null from (${raw([...new Set(relations)].join(' union all '))}) t(value)`;
}

/** TRAP: it is the day of the row that counts: a colleague's rows before and after they were in the team are not seen. */
function mine({ kind, day, links }: Fact): string {
  const held =
    kind === 'stock'
      ? 'f.from_on < v.before_on and f.before_on > v.from_on'
      : `(${day} is null or (${day} >= v.from_on and ${day} < v.before_on))`;
  return ` where exists (select 1 from visible v where v.person_id = ${links.rep ?? 'null'} and ${held})`;
}

function unknownDimension(catalogue: Catalogue, id: string): Problem {
  const near = suggestions(id, catalogue.dimensions.keys());
  const detail = { zh: `没有“${id}”这个维度`, en: `no dimension “${id}”` };
  return new Problem('unknown_name', [{ detail, place: { field: 'dimension' }, suggestions: near }]);
}
