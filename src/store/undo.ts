import type { Bilingual } from '#shared/bilingual.ts';
import { Problem, type ProblemDetail } from '#shared/problem.ts';
import { identifier, join, type Sql, sql } from '#shared/sql.ts';
import { type Entity, entities, entityTables } from './entities.ts';
import { type AccessTable, accessTables, type Reference, references } from './references.ts';
import type { Transaction } from './store.ts';

export type Batch = Readonly<{ workspaceId: string; batchId: string }>;
export type UndoCounts = Readonly<{ deleted: number; restored: number }>;

type Touched = Readonly<{ total: number; touched: number; examples: readonly string[] | null }>;

const exampleCount = 3;

/**
 * Takes an import back: rows it made are deleted, rows it changed or removed are as they were. Throws
 * `Problem('import_cannot_be_undone')`, naming what, when someone wrote to its rows since or refers to rows it made.
 */
export async function undoBatch(tx: Transaction, batch: Batch): Promise<UndoCounts> {
  await joinWholeTables(tx, true);
  const created: Entity[] = [];
  const changed: Entity[] = [];
  const faults: ProblemDetail[] = [];
  for (const entity of entities) {
    const made = await lockedCreated(tx, batch, entity);
    if (made.total > 0) created.push(entity);
    const kept = await lockedChanged(tx, batch, entity);
    if (kept.total > 0) changed.push(entity);
    faults.push(...touchedFaults(entity, made), ...touchedFaults(entity, kept));
  }
  for (const reference of references) {
    if (created.includes(reference.to)) faults.push(...(await referenceFaults(tx, batch, reference)));
  }
  if (faults.length > 0) throw new Problem('import_cannot_be_undone', faults);
  const counts = await takeBack(tx, batch, { created, changed });
  await joinWholeTables(tx, false);
  return counts;
}

/**
 * TRAP: right after a big import nothing is known about the tables' sizes (embedded there is no autovacuum at all), and the planner
 * takes nested loops: 51 s for 20,000 changed rows instead of 1 s.
 */
async function joinWholeTables(tx: Transaction, isWanted: boolean): Promise<void> {
  await tx.query(isWanted ? sql`set local enable_nestloop = off` : sql`set local enable_nestloop = on`);
}

async function takeBack(
  tx: Transaction,
  batch: Batch,
  touched: Readonly<{ created: readonly Entity[]; changed: readonly Entity[] }>,
): Promise<UndoCounts> {
  let deleted = 0;
  let restored = 0;
  for (const entity of touched.created.toReversed()) deleted += await deleteCreated(tx, batch, entity);
  for (const entity of touched.changed) restored += await restoreChanged(tx, batch, entity);
  await acceptForEarlierImports(tx, batch);
  const { workspaceId, batchId } = batch;
  await tx.query(sql`delete from import_before where workspace_id = ${workspaceId} and batch_id = ${batchId}`);
  await tx.query(sql`delete from import_write where workspace_id = ${workspaceId} and batch_id = ${batchId}`);
  return { deleted, restored };
}

/** Rows that the import made, locked; `touched` are those someone wrote to since. */
async function lockedCreated(tx: Transaction, batch: Batch, entity: Entity): Promise<Touched> {
  const [counts] = await tx.query<Touched>(sql`
    with made as (
      select ${shownName(entity)} as name, ${isWrittenBy(batch)} as is_ours
      from ${identifier(entity)} as t
      where t.workspace_id = ${batch.workspaceId} and t.batch_id = ${batch.batchId}
      for update of t
    )
    ${touchedCounts()} from made`);
  return counts ?? { total: 0, touched: 0, examples: null };
}

/** Rows that the import changed or removed, locked; `touched` are those someone wrote to, deleted or made again since. */
async function lockedChanged(tx: Transaction, batch: Batch, entity: Entity): Promise<Touched> {
  const [counts] = await tx.query<Touched>(sql`
    with present as (
      select t.id, ${shownName(entity)} as name, ${isWrittenBy(batch)} as is_ours
      from ${identifier(entity)} as t
      join import_before as b on ${isBefore(batch, entity)} and b.row_id = t.id
      where t.workspace_id = ${batch.workspaceId}
      for update of t
    ), made as (
      select coalesce(present.name, b.row_id) as name, coalesce(present.is_ours, b.is_removed) as is_ours
      from import_before as b
      left join present on present.id = b.row_id
      where ${isBefore(batch, entity)}
    )
    ${touchedCounts()} from made`);
  return counts ?? { total: 0, touched: 0, examples: null };
}

function touchedCounts(): Sql {
  return sql`
    select count(*) as total, count(*) filter (where not is_ours) as touched,
           (array_agg(name order by name) filter (where not is_ours))[1:${exampleCount}::int] as examples`;
}

function isWrittenBy(batch: Batch): Sql {
  return sql`exists (
    select 1 from import_write as w
    where w.workspace_id = ${batch.workspaceId} and w.batch_id = ${batch.batchId} and w.changed_in = t.changed_in)`;
}

function isBefore(batch: Batch, entity: Entity): Sql {
  return sql`b.workspace_id = ${batch.workspaceId} and b.batch_id = ${batch.batchId} and b.entity = ${entity}`;
}

/** What a person knows the row by, unless that is sealed. */
function shownName(entity: Entity): Sql {
  const { columns } = entityTables[entity];
  const known = ['number', 'name'].find((column) => columns.get(column)?.isSealed === false);
  return sql`t.${identifier(known ?? 'id')}`;
}

function touchedFaults(entity: Entity, counts: Touched): readonly ProblemDetail[] {
  if (counts.touched === 0) return [];
  const { label } = entityTables[entity];
  const examples = (counts.examples ?? []).join(', ');
  return [
    fault({
      zh: `导入之后，${label.zh}有 ${counts.touched} 行又被修改或删除（${examples}）`,
      en: `${counts.touched} ${label.en} were changed or deleted after the import (${examples})`,
    }),
  ];
}

/** Rows that are not the import's but refer to rows that it made. */
async function referenceFaults(tx: Transaction, batch: Batch, reference: Reference): Promise<readonly ProblemDetail[]> {
  const access = accessTables.find((each) => each === reference.table);
  const notOurs = access
    ? standing[access]
    : sql`r.batch_id is distinct from ${batch.batchId} and not exists (
        select 1 from import_before as b where ${isBefore(batch, reference.table as Entity)} and b.row_id = r.id)`;
  const [found] = await tx.query<{ count: number }>(sql`
    select count(*) as count
    from ${identifier(reference.table)} as r
    where r.workspace_id = ${batch.workspaceId} and ${notOurs}
      and r.${identifier(reference.column)} in (
        select t.id from ${identifier(reference.to)} as t
        where t.workspace_id = ${batch.workspaceId} and t.batch_id = ${batch.batchId})`);
  const count = found?.count ?? 0;
  if (count === 0) return [];
  const from: Bilingual = access ? accessLabel : entityTables[reference.table as Entity].label;
  const to = entityTables[reference.to].label;
  return [
    fault({
      zh: `有 ${count} 行${from.zh}在使用这次导入新建的${to.zh}`,
      en: `${count} ${from.en} refer to ${to.en} that this import made`,
    }),
  ];
}

const accessLabel: Bilingual = { zh: '成员、邀请或 API 密钥', en: 'members, invitations or API keys' };

/** Which of them still let somebody in. */
const standing: Readonly<Record<AccessTable, Sql>> = {
  member: sql`true`,
  api_key: sql`true`,
  person_email: sql`true`,
  invitation: sql`r.accepted_at is null and r.revoked_at is null and r.expires_at > now()`,
};

function fault(detail: Bilingual): ProblemDetail {
  return { detail };
}

async function deleteCreated(tx: Transaction, batch: Batch, entity: Entity): Promise<number> {
  return counted(
    tx,
    sql`delete from ${identifier(entity)}
        where workspace_id = ${batch.workspaceId} and batch_id = ${batch.batchId} returning 1`,
  );
}

/** A column that is younger than the import keeps its present value. */
async function restoreChanged(tx: Transaction, batch: Batch, entity: Entity): Promise<number> {
  const names = [...entityTables[entity].columns.keys(), 'batch_id'];
  const columns = join(names.map(identifier));
  const updated = await counted(
    tx,
    sql`update ${identifier(entity)} as t
        set (${columns}) = (select ${columns} from jsonb_populate_record(t, b.before) as was)
        from import_before as b
        where ${isBefore(batch, entity)} and t.workspace_id = ${batch.workspaceId} and t.id = b.row_id
        returning 1`,
  );
  const inserted = await counted(
    tx,
    sql`insert into ${identifier(entity)} (workspace_id, id, ${columns})
        select was.workspace_id, was.id, ${join(names.map((name) => sql`was.${identifier(name)}`))}
        from import_before as b, jsonb_populate_record(null::${identifier(entity)}, b.before) as was
        where ${isBefore(batch, entity)} and b.is_removed
        on conflict (workspace_id, id) do nothing
        returning 1`,
  );
  return updated + inserted;
}

/**
 * Restoring is a write too. An earlier import whose rows are now again exactly as it left them may still be undone, so this
 * transaction counts as one of its own.
 */
async function acceptForEarlierImports(tx: Transaction, batch: Batch): Promise<void> {
  const { workspaceId, batchId } = batch;
  await tx.query(sql`
    insert into import_write (workspace_id, batch_id, changed_in)
    select ${workspaceId}, earlier.batch_id, pg_current_xact_id()
    from (select distinct batch_id from import_write
          where workspace_id = ${workspaceId} and batch_id <> ${batchId}) as earlier
    cross join lateral (
      select count(*) as rows,
             count(*) filter (where exists (
               select 1 from import_write as w
               where w.workspace_id = ${workspaceId} and w.batch_id = earlier.batch_id
                 and w.changed_in = (b.before ->> 'changed_in')::xid8)) as untouched
      from import_before as b
      where b.workspace_id = ${workspaceId} and b.batch_id = ${batchId}
        and (b.before ->> 'batch_id' = earlier.batch_id
             or exists (select 1 from import_before as e
                        where e.workspace_id = ${workspaceId} and e.batch_id = earlier.batch_id
                          and e.entity = b.entity and e.row_id = b.row_id))
    ) as shared
    where shared.rows > 0 and shared.rows = shared.untouched
    on conflict do nothing`);
}

async function counted(tx: Transaction, writing: Sql): Promise<number> {
  const [row] = await tx.query<{ count: number }>(sql`with done as (${writing}) select count(*) as count from done`);
  return row?.count ?? 0;
}
