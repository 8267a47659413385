import { useAsked } from '#web/api/use-asked.ts';
import type { QuestionBase } from '#web/filters/filters.ts';
import { useNumbers } from '#web/numbers/use-numbers.ts';
import type { PanelTable } from '#web/panel/answer-table.ts';
import { PanelFrame } from '#web/panel/panel-frame.tsx';
import { useText } from '#web/text/use-text.ts';
import { type Forecast, type ForecastHistory, fetchForecast, fetchForecastHistory } from './outlook-queries.ts';
import { OutlookRows } from './outlook-rows.tsx';
import { useLead } from './use-lead.ts';
import { useOutlookWords } from './use-outlook-words.ts';
import './outlook.css';

/** How the period closes, with what such forecasts would have said before. */
export function OutlookPanel({ base: { period, where } }: Readonly<{ base: QuestionBase }>) {
  const { t } = useText();
  const words = useOutlookWords();
  const question = { period, ...(where ? { where } : {}) };
  const asked = useAsked(['pipeline', 'forecast', question], (signal) => fetchForecast(question, signal));
  const past = useAsked(['pipeline', 'forecast history', question], (signal) => fetchForecastHistory(question, signal));
  const history = past.state === 'answered' ? past.data : null;
  const lead = useLead(asked.state === 'answered' ? asked.data : null, history);
  const accuracy = history?.leads.find((each) => each.lead === lead.chosen) ?? null;
  const table = useOutlookTable(history);
  return (
    <PanelFrame<Forecast>
      id="outlook"
      asked={asked}
      shape="rows"
      height={380}
      name={t('pipeline.outlook.name')}
      title={(forecast) => words.title(forecast, accuracy)}
      subtitle={t('pipeline.outlook.subtitle')}
      method={(forecast) => <Method forecast={forecast} />}
      table={table}
      empty={(forecast) =>
        forecast.kind === 'outlook' || (history && history.points.length > 0)
          ? null
          : { why: t(forecast.kind === 'not_running' ? 'pipeline.outlook.empty_over' : 'pipeline.outlook.empty_few') }
      }
    >
      {(forecast) => <OutlookRows forecast={forecast} past={past} lead={lead} accuracy={accuracy} />}
    </PanelFrame>
  );
}

function Method({ forecast }: Readonly<{ forecast: Forecast }>) {
  const { t } = useText();
  const numbers = useNumbers();
  return (
    <>
      <p>{t('pipeline.outlook.method')}</p>
      {forecast.kind === 'outlook' && (
        <p>
          {t('pipeline.outlook.method_n', {
            open: numbers.text(forecast.openDeals, 'count'),
            outlived: forecast.outlived,
            deals: numbers.text(forecast.learnt.deals, 'count'),
            won: numbers.text(forecast.learnt.won, 'count'),
            days: forecast.learnt.followDays,
            fresh: numbers.text(forecast.fresh, 'money'),
          })}
        </p>
      )}
      <p className="t2">{t('pipeline.outlook.method_past')}</p>
    </>
  );
}

/** The forecast and its past as rows to read, copy and download. */
function useOutlookTable(history: ForecastHistory | null): (forecast: Forecast) => PanelTable {
  const { t } = useText();
  const words = useOutlookWords();
  const money = (id: string, label: string) => ({ id, label, unit: 'money' as const });
  return (forecast) => ({
    columns: [
      { id: 'period', label: t('pipeline.outlook.period') },
      { id: 'lead', label: t('pipeline.outlook.days_left'), unit: 'count' },
      money('won', t('pipeline.outlook.won')),
      money('p10', 'P10'),
      money('p50', 'P50'),
      money('p90', 'P90'),
      money('actual', t('pipeline.outlook.actual')),
    ],
    rows: [
      ...(history?.points ?? []).map((point) => ({
        period: history ? words.bucket(point, history) : '',
        lead: point.lead,
        won: point.seen.wonSoFar,
        p10: point.seen.p10,
        p50: point.seen.p50,
        p90: point.seen.p90,
        actual: point.actual,
      })),
      ...(forecast.kind === 'outlook'
        ? [
            {
              period: words.period,
              lead: forecast.daysLeft,
              won: forecast.wonSoFar,
              p10: forecast.p10,
              p50: forecast.p50,
              p90: forecast.p90,
              actual: null,
            },
          ]
        : []),
    ],
    totals: null,
  });
}
