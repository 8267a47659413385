import type { Asking } from '#features/ask.ts';
import { sql } from '#shared/sql.ts';

/** A stage of a pipeline in its place. `rank`: 1 for the first stage in which deals are open, null for one that ends them. */
export type Stage = Readonly<{
  id: string;
  name: string;
  rank: number | null;
  pipeline: Readonly<{ id: string; name: string | null }>;
  /** How long a deal may stay, in days, as set by the workspace. */
  limitDays: number | null;
}>;

/** Every stage, pipeline by pipeline, in the order in which deals pass them. */
export async function stagesIn({ replica }: Pick<Asking, 'replica'>): Promise<readonly Stage[]> {
  const { rows } = await replica.run(sql`
    select s.id, s.name, s.pipeline_id, p.name, s.dwell_limit_days,
      if(s.kind = 'open', dense_rank() over (partition by s.pipeline_id, s.kind order by s.position), null)
    from stage s left join pipeline p on p.id = s.pipeline_id
    order by p.name, s.pipeline_id, s.position, s.name`);
  return rows.map(([id, name, pipelineId, pipelineName, limitDays, rank]) => ({
    id: String(id),
    name: String(name),
    rank: rank === null ? null : Number(rank),
    pipeline: { id: String(pipelineId), name: pipelineName === null ? null : String(pipelineName) },
    limitDays: limitDays === null ? null : Number(limitDays),
  }));
}
