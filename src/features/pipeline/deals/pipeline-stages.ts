import { Problem } from '#shared/problem.ts';
import { sql } from '#shared/sql.ts';
import type { Transaction } from '#store/store.ts';

/** A step of a pipeline. */
export type Stage = Readonly<{
  id: string;
  name: string;
  kind: 'open' | 'won' | 'lost' | 'disqualified';
  probability: string | null;
  dwellLimitDays: number | null;
}>;

/** The stages of a pipeline in their order. */
export function stagesOf(tx: Pick<Transaction, 'query'>, workspaceId: string, pipelineId: string) {
  return tx.query<Stage>(sql`
    select id, name, kind, probability, dwell_limit_days as "dwellLimitDays"
      from stage where workspace_id = ${workspaceId} and pipeline_id = ${pipelineId}
     order by position, id`);
}

/** The open stage of that id. Throws `invalid_request` when the pipeline has none such. */
export function openStage(stages: readonly Stage[], stageId: string): Stage {
  const stage = stages.find(({ id, kind }) => id === stageId && kind === 'open');
  if (stage) return stage;
  throw invalid('stageId', '这条销售流程没有这个未结阶段', 'The pipeline has no such open stage');
}

/** A field that breaks a rule. */
export function invalid(field: string, zh: string, en: string): Problem {
  return new Problem('invalid_request', [{ detail: { zh, en }, place: { field } }]);
}
