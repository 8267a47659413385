import { catalogue } from '#metrics/catalogue.ts';
import type { Dimension } from '#semantic/define.ts';
import { visibleTable } from '#semantic/filter-sql.ts';
import type { Scope } from '#semantic/question.ts';
import { suggestions } from '#semantic/suggest.ts';
import { Problem } from '#shared/problem.ts';
import { identifier, raw, type Sql, sql } from '#shared/sql.ts';
import type { Asking } from './ask.ts';

export type Member = Readonly<{ key: string; name: string; parent: string | null }>;

const mostMembers = 200;

/** Values of a dimension that the viewer may filter by, by name; at most 200, narrowed by `search`. */
export async function dimensionMembers(asking: Asking, id: string, search = ''): Promise<readonly Member[]> {
  const dimension = catalogue.dimensions.get(id);
  if (!dimension) throw unknownDimension(id);
  if (dimension.members) {
    return dimension.members.map(({ key, label }) => ({ key, name: label.zh, parent: null }));
  }
  const visible = visibleTable(asking.scope);
  const wanted = `%${search.trim().replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const { rows } = await asking.replica.run(sql`
    ${visible ? sql`with ${visible}` : raw('')}
    select key, name, parent from (${membersOf(dimension, asking.scope)}) m(key, name, parent)
    where key is not null and name ilike ${wanted} escape '\\'
    order by name, key limit ${mostMembers}`);
  return rows.map(([key, name, parent]) => ({
    key: String(key),
    name: String(name),
    parent: parent === null ? null : String(parent),
  }));
}

function membersOf(dimension: Dimension, scope: Scope): Sql {
  const isAll = scope.kind === 'all';
  if (dimension.id === 'rep') {
    return sql`select id, name, null from person where is_rep ${isAll ? raw('') : raw('and id in (select person_id from visible)')}`;
  }
  if (dimension.isTeam) return teams(scope);
  if (dimension.id === 'customer') return customers(isAll);
  const { through, names } = dimension;
  if (through) {
    const column = identifier(through.column);
    const keys = sql`(select distinct ${column} from ${identifier(through.table)} where ${column} is not null)`;
    return names
      ? sql`select id, name, ${parentOf(names)} from ${identifier(names)} where id in ${keys}`
      : sql`select distinct ${column}, ${column}, null from ${identifier(through.table)}`;
  }
  if (names) return sql`select id, name, ${parentOf(names)} from ${identifier(names)}`;
  return ownValues(dimension, isAll);
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

/** Customers are named only to those who may see a row of theirs. */
function customers(isAll: boolean): Sql {
  if (isAll) return sql`select id, name, null from customer`;
  const seen = ['sale_order', 'deal', 'lead_fact', 'interaction_fact'].map((table) =>
    raw(`select customer_id from ${table} where rep_id in (select person_id from visible)`),
  );
  const [first = raw(''), ...more] = seen;
  const all = more.reduce((built, each) => sql`${built} union ${each}`, first);
  return sql`select id, name, null from customer where owner_id in (select person_id from visible) or id in (${all})`;
}

/** Values that stand in the rows themselves. */
function ownValues(dimension: Dimension, isAll: boolean): Sql {
  const tables: Readonly<Record<string, readonly [table: string, column: string]>> = {
    lost_reason: ['deal', 'lost_reason'],
    competitor: ['deal', 'competitor'],
    interaction_type: ['interaction_fact', 'type'],
  };
  const [table, column] = tables[dimension.id] ?? ['deal', 'null'];
  const mine = isAll ? '' : ' where rep_id in (select person_id from visible)';
  return raw(`select distinct ${column}, ${column}, null from ${table}${mine}`);
}

function unknownDimension(id: string): Problem {
  const near = suggestions(id, catalogue.dimensions.keys());
  const detail = { zh: `没有“${id}”这个维度`, en: `no dimension “${id}”` };
  return new Problem('unknown_name', [{ detail, place: { field: 'dimension' }, suggestions: near }]);
}
