import type { DayRange } from '#shared/day.ts';
import { useMe } from '#web/api/use-me.ts';
import { rangeText } from '#web/numbers/dates.ts';
import { signed } from '#web/numbers/figure.ts';
import { useNumbers } from '#web/numbers/use-numbers.ts';
import { useText } from '#web/text/use-text.ts';
import type { DwellAnswer, DwellStage, DwellUnit } from './dwell-query.ts';

/** How lengths and findings about dwell are worded. */
export function useDwellWords() {
  const { t, locale } = useText();
  const numbers = useNumbers();
  const { calendar } = useMe();
  const digits = (length: number) => signed(length, Number.isInteger(length) ? 0 : 1);
  const length = (value: number | null, unit: DwellUnit) =>
    value === null ? '—' : t(`pipeline.dwell.length_${unit}`, { count: value, length: digits(value) });
  const range = (days: DayRange) => rangeText(days, { locale, today: calendar.today });
  return {
    digits,
    length,
    range,
    /** The name of a stage, with its pipeline where there are several. */
    stage: ({ stage }: DwellStage, answer: DwellAnswer) => {
      if (!stage) return t('overview.none');
      const isAlone = answer.pipelines.length < 2 || new Set(answer.stages.map(pipelineOf)).size < 2;
      return isAlone || !stage.pipeline.name ? stage.name : `${stage.pipeline.name} ${stage.name}`;
    },
    /** Which stage slowed down, else where deals stay longest, else what stands there. */
    title: (answer: DwellAnswer) => {
      const slowed = answer.stages.find(({ stage }) => stage && stage.id === answer.slowed?.stageId);
      if (slowed?.stage && slowed.dwell && answer.slowed) {
        return t('pipeline.dwell.slowed', {
          stage: slowed.stage.name,
          median: length(slowed.dwell.median, answer.unit),
          more: length(answer.slowed.days, answer.unit),
        });
      }
      const longest = longestOf(answer);
      if (longest?.stage && longest.dwell) {
        return t('pipeline.dwell.longest', {
          stage: longest.stage.name,
          median: length(longest.dwell.median, answer.unit),
        });
      }
      return t('overview.stages.count', {
        count: answer.stages.reduce((sum, { standing }) => sum + standing.count, 0),
      });
    },
    /** All marks of a stage in words. */
    marks: (row: DwellStage, answer: DwellAnswer) =>
      [
        `${row.stage?.name ?? t('overview.none')}: ${t('pipeline.dwell.median')} ${length(row.dwell?.median ?? null, answer.unit)}`,
        `P75 ${length(row.dwell?.p75 ?? null, answer.unit)}`,
        `P90 ${length(row.dwell?.p90 ?? null, answer.unit)}`,
        `${t('pipeline.dwell.base')} ${length(row.base?.median ?? null, answer.unit)}`,
        `${t('pipeline.dwell.line')} ${length(row.line?.days ?? null, 'calendar')}`,
      ].join(t('pipeline.dwell.joint')),
    band: (answer: DwellAnswer, band: 'small' | 'medium' | 'large') => {
      const { from, before } = answer.bands?.[band] ?? { from: null, before: null };
      const money = (value: number | null) => (value === null ? '' : numbers.text(value, 'money'));
      if (from === null) return `< ${money(before)}`;
      return before === null ? `≥ ${money(from)}` : `${money(from)}–${money(before)}`;
    },
  };
}

function pipelineOf({ stage }: DwellStage): string | null {
  return stage?.pipeline.id ?? null;
}

/** Fewer stays than this do not make a title. */
const fewestStays = 20;

/** The stage of the longest median; null while any stage rests on too little to say so. */
function longestOf({ stages }: DwellAnswer): DwellStage | null {
  const stayed = stages.filter(({ dwell }) => dwell !== null);
  if (stayed.some(({ dwell }) => !dwell || dwell.median === null || dwell.n < fewestStays)) return null;
  return stayed.toSorted((left, right) => (right.dwell?.median ?? 0) - (left.dwell?.median ?? 0))[0] ?? null;
}
