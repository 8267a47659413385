import type { Asked } from '#web/api/use-asked.ts';
import { ForecastAxis, ForecastTrack } from '#web/charts/forecast-track/forecast-track.tsx';
import { greatestOf, ticks } from '#web/charts/scale.ts';
import { type ColumnFormat, withUnit } from '#web/numbers/column-format.ts';
import { useNumbers } from '#web/numbers/use-numbers.ts';
import { PanelFailed } from '#web/panel/panel-states.tsx';
import { useText } from '#web/text/use-text.ts';
import { Choice } from '../lead/choice.tsx';
import type { Forecast, ForecastHistory, LeadAccuracy } from './outlook-queries.ts';
import type { LeadChoice } from './use-lead.ts';
import { useOutlookWords } from './use-outlook-words.ts';

type RowsProps = Readonly<{
  forecast: Forecast;
  past: Asked<ForecastHistory>;
  lead: LeadChoice;
  accuracy: LeadAccuracy | null;
}>;

/** A row per period: what the forecast said at the chosen lead, and what came; last, the running one. */
export function OutlookRows({ forecast, past, lead, accuracy }: RowsProps) {
  const { t } = useText();
  const words = useOutlookWords();
  const rows = useRows(forecast, past.state === 'answered' ? past.data : null, lead.chosen);
  return (
    <>
      {lead.leads.length > 1 && (
        <div className="choices">
          <Choice
            label={t('pipeline.outlook.lead')}
            value={String(lead.chosen)}
            choose={(value) => lead.choose(Number(value))}
            options={lead.leads.map((each) => ({
              value: String(each),
              text: t('pipeline.outlook.lead_days', { days: each }),
            }))}
          />
        </div>
      )}
      {rows.length > 0 && <OutlookTable rows={rows} />}
      {past.state === 'loading' && <p className="t3 outlook-note">{t('pipeline.outlook.looking_back')}</p>}
      {past.state === 'failed' && <PanelFailed height={60} failure={past.failure} retry={past.retry} />}
      {past.state === 'answered' && (
        <p className="outlook-note">{accuracy ? words.accuracy(accuracy) : t('pipeline.outlook.no_past')}</p>
      )}
    </>
  );
}

type OutlookRow = Readonly<{
  id: string;
  name: string;
  isRunning: boolean;
  /** What came, or what is won so far. */
  reached: number;
  low: number;
  middle: number;
  high: number;
  error: string;
}>;

function useRows(forecast: Forecast, history: ForecastHistory | null, lead: number | null): readonly OutlookRow[] {
  const { t } = useText();
  const words = useOutlookWords();
  const points = history?.points.filter((point) => point.lead === lead) ?? [];
  const past = points.map(
    (point): OutlookRow => ({
      id: point.period.from,
      name: history ? words.bucket(point, history) : '',
      isRunning: false,
      reached: point.actual,
      low: point.seen.p10,
      middle: point.seen.p50,
      high: point.seen.p90,
      error: words.error(point),
    }),
  );
  if (forecast.kind !== 'outlook') return past;
  const { period, wonSoFar, p10, p50, p90, daysLeft } = forecast;
  const now = { id: `now ${period.from}`, name: t('pipeline.outlook.now', { period: words.period, days: daysLeft }) };
  return [...past, { ...now, isRunning: true, reached: wonSoFar, low: p10, middle: p50, high: p90, error: '' }];
}

function OutlookTable({ rows }: Readonly<{ rows: readonly OutlookRow[] }>) {
  const { t } = useText();
  const format = useNumbers().column(
    rows.flatMap(({ reached, middle }) => [reached, middle]),
    'money',
  );
  const marks = ticks(0, greatestOf(rows.flatMap(({ reached, high }) => [reached, high])), 3);
  const most = marks.at(-1) ?? 1;
  return (
    <table className="table fixed outlook" aria-label={t('pipeline.outlook.name')}>
      <thead>
        <tr>
          <th scope="col">{t('pipeline.outlook.period')}</th>
          <td className="track-column">
            <ForecastAxis most={most} ticks={marks.map((value) => ({ value, label: format.text(value) }))} />
          </td>
          <th scope="col" className="num money-column">
            {withUnit(t('pipeline.outlook.forecast'), format)}
          </th>
          <th scope="col" className="num money-column">
            {withUnit(t('pipeline.outlook.actual'), format)}
          </th>
          <th scope="col" className="num error-column">
            {t('pipeline.outlook.error')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} scale={{ most, marks, format }} />
        ))}
      </tbody>
    </table>
  );
}

type Scale = Readonly<{ most: number; marks: readonly number[]; format: ColumnFormat }>;

function Row({ row, scale: { most, marks, format } }: Readonly<{ row: OutlookRow; scale: Scale }>) {
  const { t } = useText();
  const numbers = useNumbers();
  const money = (value: number) => numbers.text(value, 'money');
  const label = t(row.isRunning ? 'pipeline.outlook.mark_now' : 'pipeline.outlook.mark', {
    name: row.name,
    p10: money(row.low),
    p50: money(row.middle),
    p90: money(row.high),
    reached: money(row.reached),
  });
  return (
    <tr data-running={row.isRunning ? true : undefined}>
      <th scope="row">{row.name}</th>
      <td className="track-column">
        <ForecastTrack {...row} most={most} ticks={marks} label={label} />
      </td>
      <td className="num money-column">{format.text(row.middle)}</td>
      <td className="num money-column">
        {row.isRunning ? (
          <span className="t3">
            <span className="outlook-word">{t('pipeline.outlook.so_far')} </span>
            {format.text(row.reached)}
          </span>
        ) : (
          format.text(row.reached)
        )}
      </td>
      <td className="num error-column">{row.error}</td>
    </tr>
  );
}
