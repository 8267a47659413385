import { useState } from 'react';
import { useAsked } from '#web/api/use-asked.ts';
import type { QuestionBase } from '#web/filters/filters.ts';
import { useUrlChoice } from '#web/filters/use-url-choice.ts';
import type { PanelTable } from '#web/panel/answer-table.ts';
import { PanelFrame } from '#web/panel/panel-frame.tsx';
import { useText } from '#web/text/use-text.ts';
import { useLevelLabels } from './use-level-labels.ts';
import { useWalkDays } from './use-walk-days.ts';
import { WalkChart } from './walk-chart.tsx';
import { WalkDealsDialog } from './walk-deals.tsx';
import { WalkTools, walkKinds } from './walk-tools.tsx';
import { fetchWalk, type Walk, type WalkQuestion, type WalkRow } from './waterfall-queries.ts';
import { useClosingName, useWalkTitle } from './waterfall-title.ts';
import './waterfall.css';

/** How the open pipeline got from one day to another: all of it, or what closes in the page's period. */
export function WaterfallPanel({ base }: Readonly<{ base: QuestionBase }>) {
  const { t } = useText();
  const title = useWalkTitle();
  const closingName = useClosingName();
  const table = useWalkTable();
  const [kind, chooseKind] = useUrlChoice('walk', walkKinds, 'closing');
  const [days, chooseDays] = useWalkDays();
  const [opened, open] = useState<Opened | null>(null);
  const question: WalkQuestion = {
    ...(days ? { between: days } : {}),
    ...(kind === 'closing' ? { closing: base.period } : {}),
    ...(base.where ? { where: base.where } : {}),
  };
  const asked = useAsked(['pipeline', 'waterfall', question], (signal) => fetchWalk(question, signal));
  return (
    <>
      <PanelFrame<Walk>
        id="waterfall"
        asked={asked}
        shape="bars"
        height={390}
        name={t('pipeline.walk.name')}
        title={title}
        subtitle={(walk) =>
          t(walk.closing ? 'pipeline.walk.subtitle_closing' : 'pipeline.walk.subtitle_all', { closing: closingName })
        }
        method={() => <Method />}
        table={table}
        empty={(walk) => (isEmpty(walk) ? { why: t('pipeline.walk.empty') } : null)}
      >
        {(walk) => (
          <>
            <WalkTools
              kind={kind}
              chooseKind={chooseKind}
              between={walk.between}
              isChosen={days !== null}
              chooseDays={chooseDays}
            />
            <WalkChart
              walk={walk}
              open={(rows, name) => open({ rows, name, question: { ...question, between: walk.between } })}
            />
          </>
        )}
      </PanelFrame>
      {opened && <WalkDealsDialog {...opened} onClose={() => open(null)} />}
    </>
  );
}

type Opened = Readonly<{ rows: readonly WalkRow[]; name: string; question: WalkQuestion }>;

function isEmpty({ start, end, steps }: Walk): boolean {
  return start.deals === 0 && end.deals === 0 && steps.every(({ deals }) => deals === 0);
}

function Method() {
  const { t } = useText();
  return (
    <>
      <p>{t('pipeline.walk.method')}</p>
      <p className="t2">{t('pipeline.walk.method_steps')}</p>
    </>
  );
}

/** The waterfall as rows to read, copy and download. */
function useWalkTable(): (walk: Walk) => PanelTable {
  const { t } = useText();
  const closing = useClosingName();
  const labels = useLevelLabels();
  return (walk) => {
    const { start, end } = labels(walk.between);
    return {
      columns: [
        { id: 'step', label: t('pipeline.walk.step') },
        { id: 'amount', label: t('pipeline.walk.amount'), unit: 'money' },
        { id: 'deals', label: t('pipeline.walk.deals'), unit: 'count' },
      ],
      rows: [
        { step: start, ...walk.start },
        ...walk.steps.map(({ step, amount, deals }) => ({
          step: t(`pipeline.walk.step.${step}`, { closing }),
          amount,
          deals,
        })),
        { step: end, ...walk.end },
        { step: t('pipeline.walk.residual'), ...walk.residual },
      ],
      totals: null,
    };
  };
}
