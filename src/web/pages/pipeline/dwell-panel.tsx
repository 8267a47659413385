import { useState } from 'react';
import { useAsked } from '#web/api/use-asked.ts';
import type { QuestionBase } from '#web/filters/filters.ts';
import { PanelFrame } from '#web/panel/panel-frame.tsx';
import { useText } from '#web/text/use-text.ts';
import { Choice } from '../lead/choice.tsx';
import { DwellMethod } from './dwell-method.tsx';
import { type DwellAnswer, type DwellChoice, dwellMonths, dwellUnits, fetchDwell, sizeBands } from './dwell-query.ts';
import { DwellStages } from './dwell-stages.tsx';
import { useDwellTable } from './use-dwell-table.ts';
import { useDwellWords } from './use-dwell-words.ts';

const untouched: DwellChoice = { unit: 'calendar', months: '6', sizeBand: null, pipeline: null };

/** Dwell in calendar days of all deals under the page's filters: what sentences are made of. */
export function useDwell(base: QuestionBase, choice = untouched) {
  const { period, where } = base;
  return useAsked(['pipeline', 'dwell', period, where, choice], (signal) => fetchDwell(base, choice, signal));
}

/** Where open deals stand, and how long deals stay in each stage. */
export function DwellPanel({ base }: Readonly<{ base: QuestionBase }>) {
  const { t } = useText();
  const [choice, setChoice] = useState(untouched);
  const asked = useDwell(base, choice);
  const words = useDwellWords();
  const table = useDwellTable();
  return (
    <PanelFrame
      id="dwell"
      asked={asked}
      shape="bars"
      height={330}
      name={t('pipeline.dwell.name')}
      title={words.title}
      subtitle={(answer) => t('pipeline.dwell.subtitle', { range: words.range(answer.window) })}
      method={(answer) => <DwellMethod answer={answer} />}
      table={table}
      empty={(answer) => (answer.stages.length === 0 ? { why: t('pipeline.dwell.empty') } : null)}
    >
      {(answer) => (
        <>
          <Choices answer={answer} choice={choice} choose={(change) => setChoice({ ...choice, ...change })} />
          <DwellStages answer={answer} base={base} choice={choice} />
          {answer.withoutHistory.deals > 0 && (
            <p className="foot">
              {t('pipeline.dwell.without_history', {
                count: answer.withoutHistory.deals,
                of: answer.withoutHistory.of,
              })}
            </p>
          )}
        </>
      )}
    </PanelFrame>
  );
}

type ChoicesProps = Readonly<{
  answer: DwellAnswer;
  choice: DwellChoice;
  choose: (change: Partial<DwellChoice>) => void;
}>;

function Choices({ answer, choice, choose }: ChoicesProps) {
  const { t } = useText();
  const words = useDwellWords();
  return (
    <div className="choices">
      <Choice
        label={t('pipeline.dwell.unit')}
        options={dwellUnits.map((unit) => ({ value: unit, text: t(`pipeline.dwell.unit_${unit}`) }))}
        value={choice.unit}
        choose={(unit) => choose({ unit })}
      />
      <Choice
        label={t('pipeline.dwell.months')}
        options={dwellMonths.map((months) => ({ value: months, text: t('pipeline.dwell.months_back', { months }) }))}
        value={choice.months}
        choose={(months) => choose({ months })}
      />
      {answer.bands && (
        <Choice
          label={t('pipeline.dwell.size')}
          options={(['all', ...sizeBands] as const).map((band) => ({
            value: band,
            text: band === 'all' ? t('pipeline.dwell.size_all') : words.band(answer, band),
          }))}
          value={choice.sizeBand ?? 'all'}
          choose={(band) => choose({ sizeBand: band === 'all' ? null : band })}
        />
      )}
      {answer.pipelines.length > 1 && (
        <Choice
          label={t('pipeline.dwell.pipeline')}
          options={[
            { value: '', text: t('pipeline.dwell.pipeline_all') },
            ...answer.pipelines.map(({ id, name }) => ({ value: id, text: name ?? id })),
          ]}
          value={choice.pipeline ?? ''}
          choose={(id) => choose({ pipeline: id === '' ? null : id })}
        />
      )}
    </div>
  );
}
