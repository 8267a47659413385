import type { Pipeline, PipelineInput, Pipelines } from './board-api.ts';

/** A stage while it is edited; texts as they are typed. `key` stays the same while stages change places. */
export type StageDraft = Readonly<{ key: string; id?: string; name: string; share: string; days: string }>;

/** A pipeline while it is edited; without an id it is new. */
export type PipelineDraft = Readonly<{ id: string | null; name: string; stages: readonly StageDraft[] }>;

/** A pipeline as it is, to be edited. */
export function draftOf({ id, name, stages }: Pipeline): PipelineDraft {
  const open = stages.filter(({ kind }) => kind === 'open');
  return {
    id,
    name,
    stages: open.map((stage) => ({
      key: stage.id,
      id: stage.id,
      name: stage.name,
      share: stage.probability === null ? '' : String(Math.round(stage.probability * 1000) / 10),
      days: stage.dwellLimitDays === null ? '' : String(stage.dwellLimitDays),
    })),
  };
}

/** A new pipeline from an industry's template. */
export function draftFrom(template: Pipelines['templates'][number], locale: 'zh' | 'en'): PipelineDraft {
  return {
    id: null,
    name: template.name[locale],
    stages: template.stages.map(({ name, probability, dwellLimitDays }, index) => ({
      key: `${template.id} ${index}`,
      name: name[locale],
      share: String(Math.round(probability * 100)),
      days: String(dwellLimitDays),
    })),
  };
}

/** What is written of it. */
export function pipelineInput({ name, stages }: PipelineDraft): PipelineInput {
  return {
    name: name.trim(),
    stages: stages.map((stage) => ({
      ...(stage.id === undefined ? {} : { id: stage.id }),
      name: stage.name.trim(),
      probability: stage.share === '' ? null : Number(stage.share) / 100,
      dwellLimitDays: stage.days === '' ? null : Number(stage.days),
    })),
  };
}

/** The list with the item at `index` moved by `step` places. */
export function movedBy<Item>(items: readonly Item[], index: number, step: number): readonly Item[] {
  const to = index + step;
  const item = items[index];
  if (item === undefined || to < 0 || to >= items.length) return items;
  return items.toSpliced(index, 1).toSpliced(to, 0, item);
}
