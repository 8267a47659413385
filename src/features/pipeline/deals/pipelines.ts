import { z } from 'zod';
import { Problem, type ProblemDetail } from '#shared/problem.ts';
import { sql } from '#shared/sql.ts';
import { newRowId } from '#store/row-id.ts';
import { deleteRows, type Row, upsertRows } from '#store/rows.ts';
import type { Keyring } from '#store/seal.ts';
import type { Transaction } from '#store/store.ts';
import { invalid, type Stage, stagesOf } from './pipeline-stages.ts';

const name = z.string().trim().min(1).max(60);

const stageInput = z.strictObject({
  id: z.string().min(1).max(100).optional().describe('A new stage when left out'),
  name,
  probability: z.number().min(0).max(1).nullable().default(null),
  dwellLimitDays: z.int().min(1).max(3650).nullable().default(null),
});

/** A pipeline with its open stages in their order; those for won, lost and disqualified deals come by themselves. */
export const pipelineInput = z.strictObject({ name, stages: z.array(stageInput).min(1).max(20) });

export type PipelineInput = z.output<typeof pipelineInput>;

const outcome = z.enum(['open', 'won', 'lost', 'disqualified']);

/** A pipeline as it is read. */
export const readPipeline = z.object({
  id: z.string(),
  name: z.string(),
  stages: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      kind: outcome,
      probability: z.number().nullable(),
      dwellLimitDays: z.number().nullable(),
    }),
  ),
});

export type ReadPipeline = z.output<typeof readPipeline>;

/** All pipelines with their stages, by name. */
export async function listPipelines(tx: Pick<Transaction, 'query'>, workspaceId: string): Promise<ReadPipeline[]> {
  const rows = await tx.query<{ id: string; name: string }>(sql`
    select id, name from pipeline where workspace_id = ${workspaceId} order by name, id`);
  const stages = await tx.query<Stage & { pipelineId: string }>(sql`
    select id, pipeline_id as "pipelineId", name, kind, probability, dwell_limit_days as "dwellLimitDays"
      from stage where workspace_id = ${workspaceId} order by position, id`);
  return rows.map((row) => ({
    ...row,
    stages: stages
      .filter(({ pipelineId }) => pipelineId === row.id)
      .map(({ pipelineId: _pipeline, probability, ...stage }) => ({
        ...stage,
        probability: probability === null ? null : Number(probability),
      })),
  }));
}

type Writing = Readonly<{ keyring: Keyring; workspaceId: string }>;

/** Writes a new pipeline. Throws `conflict` when there is one of that name. */
export async function createPipeline(
  tx: Transaction,
  wanted: PipelineInput,
  writing: Writing,
): Promise<{ id: string }> {
  const id = newRowId();
  await writePipeline(tx, { id, wanted, known: [] }, writing);
  return { id };
}

/**
 * Writes a pipeline anew: its name and its open stages, in this order. Throws `not_found`, and `invalid_request` naming each stage
 * that is left out though deals stand or stood in it.
 */
export async function editPipeline(
  tx: Transaction,
  { id, wanted }: Readonly<{ id: string; wanted: PipelineInput }>,
  writing: Writing,
): Promise<{ id: string }> {
  const found = await tx.query(sql`
    select id from pipeline where workspace_id = ${writing.workspaceId} and id = ${id} for update`);
  if (found.length === 0) throw new Problem('not_found');
  const known = await stagesOf(tx, writing.workspaceId, id);
  await removeStages(
    tx,
    known.filter((stage) => isLeftOut(stage, wanted)),
    writing,
  );
  await writePipeline(tx, { id, wanted, known }, writing);
  return { id };
}

type Written = Readonly<{ id: string; wanted: PipelineInput; known: readonly Stage[] }>;

async function writePipeline(tx: Transaction, { id, wanted, known }: Written, writing: Writing): Promise<void> {
  const { keyring, workspaceId } = writing;
  refuseStages(wanted, known);
  await refuseTaken(tx, workspaceId, { id, name: wanted.name });
  await upsertRows(tx, keyring, { workspaceId, entity: 'pipeline', rows: [{ id, name: wanted.name }] });
  const open = wanted.stages.map(
    (stage, index): Row => ({
      id: stage.id ?? newRowId(),
      pipeline_id: id,
      name: stage.name,
      position: index + 1,
      kind: 'open',
      probability: stage.probability,
      dwell_limit_days: stage.dwellLimitDays,
    }),
  );
  const ends = outcomes.map(({ kind, name, probability }, index): Row => {
    const there = known.find((stage) => stage.kind === kind);
    const position = open.length + 1 + index;
    return { id: there?.id ?? newRowId(), pipeline_id: id, name: there?.name ?? name, position, kind, probability };
  });
  await upsertRows(tx, keyring, { workspaceId, entity: 'stage', rows: [...open, ...ends] });
}

const outcomes = [
  { kind: 'won', name: '赢单', probability: 1 },
  { kind: 'lost', name: '输单', probability: 0 },
  { kind: 'disqualified', name: '无效', probability: 0 },
] as const;

function isLeftOut({ id, kind }: Stage, { stages }: PipelineInput): boolean {
  return kind === 'open' && !stages.some((stage) => stage.id === id);
}

function refuseStages({ stages }: PipelineInput, known: readonly Stage[]): void {
  const faults = stages.flatMap((stage, index): ProblemDetail[] => {
    const place = { field: `stages.${index}.name` };
    const isTwice = stages.findIndex(({ name: other }) => other === stage.name) < index;
    if (isTwice)
      return [{ detail: { zh: `阶段“${stage.name}”重复了`, en: `Stage “${stage.name}” comes twice` }, place }];
    const isOurs = stage.id === undefined || known.some(({ id, kind }) => id === stage.id && kind === 'open');
    if (isOurs) return [];
    return [{ detail: { zh: '这条流程没有这个阶段', en: 'The pipeline has no such stage' }, place }];
  });
  if (faults.length > 0) throw new Problem('invalid_request', faults);
}

/** A stage in which a deal stands or stood is part of its history. */
async function removeStages(tx: Transaction, stages: readonly Stage[], { workspaceId }: Writing): Promise<void> {
  if (stages.length === 0) return;
  const ids = stages.map(({ id }) => id);
  const used = await tx.query<{ id: string; deals: number }>(sql`
    select stage_id as id, count(distinct opportunity_id) as deals from opportunity_event
     where workspace_id = ${workspaceId} and stage_id = any(${ids}::text[]) group by stage_id`);
  const [first] = used;
  if (first) {
    const { name: stage } = stages.find(({ id }) => id === first.id) ?? { name: first.id };
    throw invalid(
      'stages',
      `阶段“${stage}”有${first.deals}个商机用过，不能删除；可以改名`,
      `${first.deals} deals stand or stood in “${stage}”: it cannot be removed, only renamed`,
    );
  }
  await deleteRows(tx, { workspaceId, entity: 'stage', ids });
}

async function refuseTaken(tx: Transaction, workspaceId: string, wanted: { id: string; name: string }): Promise<void> {
  const taken = await tx.query(sql`
    select 1 from pipeline where workspace_id = ${workspaceId} and name = ${wanted.name} and id <> ${wanted.id} limit 1`);
  if (taken.length === 0) return;
  const detail = { zh: `已有叫“${wanted.name}”的流程`, en: `There is a pipeline called “${wanted.name}” already` };
  throw new Problem('conflict', [{ detail, place: { field: 'name' } }]);
}
