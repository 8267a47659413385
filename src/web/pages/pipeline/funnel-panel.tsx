import { useState } from 'react';
import { useAsked } from '#web/api/use-asked.ts';
import type { QuestionBase } from '#web/filters/filters.ts';
import { PanelFrame } from '#web/panel/panel-frame.tsx';
import { useText } from '#web/text/use-text.ts';
import { Choice } from '../lead/choice.tsx';
import { FunnelBehind, FunnelFall } from './funnel-fall.tsx';
import { FunnelMethod } from './funnel-method.tsx';
import { type FunnelAnswer, type FunnelChoice, fetchFunnel, funnelWays } from './funnel-query.ts';
import { FunnelSteps } from './funnel-steps.tsx';
import { useFunnelTable } from './use-funnel-table.ts';
import { useFunnelWords } from './use-funnel-words.ts';

const kinds = ['deals', 'leads'] as const;

type Kind = (typeof kinds)[number];

/** What became of the deals and leads that came in together. */
export function FunnelPanel({ base }: Readonly<{ base: QuestionBase }>) {
  const { t } = useText();
  const words = useFunnelWords();
  const [choice, setChoice] = useState<FunnelChoice>({ way: 'any', pipeline: null });
  const [kind, setKind] = useState<Kind>('deals');
  const { period, where } = base;
  const asked = useAsked(['pipeline', 'funnel', period, where, choice], (signal) => fetchFunnel(base, choice, signal));
  const table = useFunnelTable(kind);
  const isEmpty = (answer: FunnelAnswer) => answer.deals.now.n === 0 && (answer.leads?.[0]?.now.n ?? 0) === 0;
  return (
    <PanelFrame
      id="funnel"
      asked={asked}
      shape="bars"
      height={250}
      name={t('pipeline.funnel.name')}
      title={words.title}
      subtitle={(answer) =>
        t(answer.periodsBack > 0 ? 'pipeline.funnel.subtitle_back' : 'pipeline.funnel.subtitle', {
          cohort: words.cohort(answer.now),
          days: answer.matureDays,
        })
      }
      method={(answer) => <FunnelMethod answer={answer} />}
      table={table}
      empty={(answer) =>
        isEmpty(answer)
          ? { why: t('pipeline.funnel.empty', { cohort: words.cohort(answer.now), days: answer.matureDays }) }
          : null
      }
    >
      {(answer) => (
        <>
          <div className="choices">
            {answer.leads && (
              <Choice
                label={t('pipeline.funnel.kind')}
                options={kinds.map((each) => ({ value: each, text: t(`pipeline.funnel.kind_${each}`) }))}
                value={kind}
                choose={setKind}
              />
            )}
            {kind === 'deals' && (
              <Choice
                label={t('pipeline.funnel.way')}
                options={funnelWays.map((way) => ({
                  value: way,
                  text: t(`pipeline.funnel.way_${way}`),
                  title: t(`pipeline.funnel.way_${way}_title`),
                }))}
                value={choice.way}
                choose={(way) => setChoice({ ...choice, way })}
              />
            )}
            {kind === 'deals' && answer.pipelines.length > 1 && (
              <Choice
                label={t('pipeline.dwell.pipeline')}
                options={answer.pipelines.map(({ id, name }) => ({ value: id, text: name ?? id }))}
                value={answer.pipeline?.id ?? ''}
                choose={(pipeline) => setChoice({ ...choice, pipeline })}
              />
            )}
          </div>
          <FunnelSteps answer={answer} rows={kind === 'leads' ? words.leadRows(answer) : words.dealRows(answer)} />
          {kind === 'deals' && <FunnelFall answer={answer} />}
          {kind === 'deals' && <FunnelBehind answer={answer} />}
          {kind === 'deals' && answer.withoutHistory > 0 && (
            <p className="foot">
              {t('pipeline.funnel.without_history', { count: answer.withoutHistory, of: answer.deals.now.n })}
            </p>
          )}
        </>
      )}
    </PanelFrame>
  );
}
