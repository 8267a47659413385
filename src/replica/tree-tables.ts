import { closedRange, type DerivedTable } from './derived-table.ts';

/** A small table that holds the entity's rows as they are. */
const same = (name: string): DerivedTable => ({
  name,
  root: null,
  wholeFor: [name],
  select: () => `select * from raw_${name}`,
});

const whole = (name: string, wholeFor: readonly string[], select: string): DerivedTable => ({
  name,
  root: null,
  wholeFor,
  select: () => select,
});

/**
 * Every team with every team above it and itself, and when. Ranges are intersected on the way up, then joined where
 * they touch or overlap: on any day a pair occurs at most once. A team that is its own ancestor by mistake stops there.
 */
const teamAncestor = whole(
  'team_ancestor',
  ['team', 'team_parent'],
  `
  with recursive link as (
    select p.team_id, p.parent_id, ${closedRange}
    from raw_team_parent p
    where p.team_id in (select id from raw_team) and p.parent_id in (select id from raw_team)
  ), climb as (
    select id as team_id, id as ancestor_id, date '0001-01-01' as from_on, date '9999-12-31' as before_on, [id] as path
    from raw_team
    union all
    select c.team_id, l.parent_id, greatest(c.from_on, l.from_on), least(c.before_on, l.before_on), list_append(c.path, l.parent_id)
    from climb c join link l on l.team_id = c.ancestor_id
    where greatest(c.from_on, l.from_on) < least(c.before_on, l.before_on) and not list_contains(c.path, l.parent_id)
  ), reach as (
    select *, max(before_on) over (partition by team_id, ancestor_id order by from_on, before_on rows between unbounded preceding and 1 preceding) as reached
    from climb
  ), island as (
    select *, count(*) filter (reached is null or from_on > reached)
      over (partition by team_id, ancestor_id order by from_on, before_on rows unbounded preceding) as island
    from reach
  )
  select team_id, ancestor_id, min(from_on) as from_on, max(before_on) as before_on
  from island group by team_id, ancestor_id, island`,
);

/** A rep is in one team at a time: should two assignments overlap, the later one ends the earlier. */
const assignment = whole(
  'assignment',
  ['rep_assignment'],
  `
  select person_id, team_id, from_on, least(before_on, lead(from_on, 1, before_on) over (partition by person_id order by from_on, id)) as before_on
  from (select id, person_id, team_id, ${closedRange} from raw_rep_assignment)
  qualify from_on < least(before_on, lead(from_on, 1, before_on) over (partition by person_id order by from_on, id))`,
);

const teamManager = whole(
  'team_manager',
  ['team_manager'],
  `select team_id, person_id, ${closedRange} from raw_team_manager`,
);

/** Each row of a tree with the rows above it, itself at height 0. */
const climb = (entity: string) => `
  climb as (
    select id, id as ancestor_id, parent_id as next_id, 0 as height, [id] as path from raw_${entity}
    union all
    select c.id, p.id, p.parent_id, c.height + 1, list_append(c.path, p.id)
    from climb c join raw_${entity} p on p.id = c.next_id
    where not list_contains(c.path, p.id)
  )`;

const region = whole(
  'region',
  ['region'],
  `
  with recursive ${climb('region')}
  select r.*, u.root_id, u.province_id
  from raw_region r
  join (
    select c.id, arg_max(c.ancestor_id, c.height) as root_id,
      arg_min(c.ancestor_id, c.height) filter (a.level = 'province') as province_id
    from climb c join raw_region a on a.id = c.ancestor_id
    group by c.id
  ) u on u.id = r.id`,
);

const productLine = whole(
  'product_line',
  ['product_line'],
  `
  with recursive ${climb('product_line')}
  select l.*, u.root_id
  from raw_product_line l
  join (select id, arg_max(ancestor_id, height) as root_id from climb group by id) u on u.id = l.id`,
);

const product = whole(
  'product',
  ['product', 'product_line'],
  `select p.*, l.root_id as root_line_id from raw_product p left join product_line l on l.id = p.line_id`,
);

/** Small tables, made whole whenever one of their entities changed. */
export const treeTables: readonly DerivedTable[] = [
  same('person'),
  same('team'),
  teamAncestor,
  teamManager,
  assignment,
  region,
  productLine,
  product,
  same('source'),
  same('pipeline'),
  same('stage'),
  same('task'),
  same('customer_event'),
  same('source_cost'),
  same('calendar_day'),
];
