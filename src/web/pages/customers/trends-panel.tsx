import { useState } from 'react';
import type { Asked } from '#web/api/use-asked.ts';
import { Sparkline } from '#web/charts/sparkline/sparkline.tsx';
import { withUnit } from '#web/numbers/column-format.ts';
import { signed } from '#web/numbers/figure.ts';
import { useNumbers } from '#web/numbers/use-numbers.ts';
import type { PanelTable } from '#web/panel/answer-table.ts';
import { PanelFrame } from '#web/panel/panel-frame.tsx';
import { useText } from '#web/text/use-text.ts';
import { Choice } from '../lead/choice.tsx';
import { CustomerLink } from './customer-link.tsx';
import type { Trend, TrendRow, Trends, TrendsAnswer } from './customers-queries.ts';

type Props = Readonly<{ asked: Asked<TrendsAnswer> }>;

type Shown = 'customers' | 'lines';
type TrendChoice = Trend | 'unknown' | 'all';

const order: readonly (Trend | 'unknown')[] = [
  'declining',
  'stalled',
  'growing',
  'seasonal',
  'volatile',
  'steady',
  'new',
  'unknown',
];
const rowsShown = 12;

/** How the largest customers and the product lines develop, with the evidence. */
export function TrendsPanel({ asked }: Props) {
  const { t } = useText();
  const [shown, show] = useState<Shown>('customers');
  const [trend, pick] = useState<TrendChoice>('all');
  const title = useTrendsTitle();
  const table = useTrendsTable();
  return (
    <PanelFrame
      id="trends"
      asked={asked}
      shape="rows"
      height={460}
      name={t('customers.trends.name')}
      title={title}
      subtitle={t(`customers.trends.subtitle_${shown}`)}
      method={() => (
        <>
          <p>{t('customers.trends.method')}</p>
          <p>{t('customers.trends.method_periods')}</p>
        </>
      )}
      table={(answer) => table(answer[shown])}
      empty={({ customers, lines }) =>
        customers.rows.length + lines.rows.length === 0 ? { why: t('customers.trends.empty') } : null
      }
    >
      {(answer) => (
        <>
          <div className="choices">
            <Choice
              label={t('customers.trends.of')}
              options={[
                { value: 'customers', text: t('customers.trends.customers') },
                { value: 'lines', text: t('customers.trends.lines') },
              ]}
              value={shown}
              choose={(next) => {
                show(next);
                pick('all');
              }}
            />
            <Choice
              label={t('customers.trends.class')}
              options={classChoices(answer[shown], (each) => t(`customers.trend.${each}`))}
              value={trend}
              choose={pick}
            />
          </div>
          <Rows key={`${shown} ${trend}`} trends={answer[shown]} trend={trend} isOfCustomers={shown === 'customers'} />
        </>
      )}
    </PanelFrame>
  );
}

function classOf({ trend }: TrendRow): Trend | 'unknown' {
  return trend ?? 'unknown';
}

function classChoices({ rows }: Trends, word: (choice: TrendChoice) => string) {
  const counts = Map.groupBy(rows, classOf);
  const found = order.filter((each) => counts.has(each));
  return [
    { value: 'all' as TrendChoice, text: `${word('all')} ${rows.length}` },
    ...found.map((each) => ({ value: each as TrendChoice, text: `${word(each)} ${counts.get(each)?.length ?? 0}` })),
  ];
}

function useTrendsTitle() {
  const { t } = useText();
  const numbers = useNumbers();
  return ({ customers, lines }: TrendsAnswer) => {
    const falling = customers.rows.filter(({ trend }) => trend === 'declining' || trend === 'stalled');
    const line = worstLine(lines);
    if (falling.length === 0 && !line) return t('customers.trends.title_calm', { count: customers.rows.length });
    const amount = falling.reduce((sum, { revenue }) => sum + Number(revenue), 0);
    return t(line ? 'customers.trends.title_line' : 'customers.trends.title', {
      count: falling.length,
      of: customers.rows.length,
      amount: numbers.text(amount, 'money'),
      line: line?.name ?? '',
      change: numbers.text(Math.abs(line?.yearChange ?? 0), 'ratio'),
    });
  };
}

/** A line that sells this much less than a year before is told, whatever its class. */
const fellBy = 0.2;

function worstLine({ rows }: Trends): TrendRow | undefined {
  return rows
    .filter(({ yearChange }) => yearChange !== null && yearChange <= -fellBy)
    .toSorted((left, right) => (left.yearChange ?? 0) - (right.yearChange ?? 0))[0];
}

type RowsProps = Readonly<{ trends: Trends; trend: TrendChoice; isOfCustomers: boolean }>;

function Rows({ trends, trend, isOfCustomers }: RowsProps) {
  const { t } = useText();
  const numbers = useNumbers();
  const [isWhole, setWhole] = useState(false);
  const rank = (row: TrendRow) => order.indexOf(classOf(row));
  const rows =
    trend === 'all'
      ? trends.rows.toSorted((left, right) => rank(left) - rank(right))
      : trends.rows.filter((row) => classOf(row) === trend);
  const money = numbers.column(
    rows.map(({ revenue }) => revenue),
    'money',
  );
  return (
    <>
      <table className="table fixed trends two-line" aria-label={t('customers.trends.name')}>
        <thead>
          <tr>
            <th scope="col">{t(isOfCustomers ? 'customers.customer' : 'revenue.product_line')}</th>
            <th scope="col" className="class-column second-line">
              {t('customers.trends.class')}
            </th>
            <th scope="col" className="spark-column second-line">
              {t(`customers.trends.periods_${trends.unit}`, { count: trends.periods.length })}
            </th>
            <th scope="col" className="evidence-column second-line">
              {t('customers.trends.evidence')}
            </th>
            <th scope="col" className="num value-column first-line">
              {withUnit(t('overview.tile.revenue'), money)}
            </th>
          </tr>
        </thead>
        <tbody>
          {(isWhole ? rows : rows.slice(0, rowsShown)).map((row) => (
            <tr key={row.id}>
              <th scope="row">{isOfCustomers ? <CustomerLink customer={row} /> : row.name}</th>
              <td className="class-column second-line">
                <span className={isBad(row) ? 'warn' : undefined}>{t(`customers.trend.${classOf(row)}`)}</span>
              </td>
              <td className="spark-column second-line right">
                <Sparkline
                  values={row.values}
                  width={96}
                  height={24}
                  label={t('customers.trends.spark', { name: row.name })}
                />
              </td>
              <td className="evidence-column t2 desk">
                <Evidence row={row} />
              </td>
              <td className="num first-line">{money.text(row.revenue)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > rowsShown && (
        <button type="button" className="link" onClick={() => setWhole(!isWhole)}>
          {t(isWhole ? 'customers.trends.fewer' : 'customers.trends.more', { count: rows.length })}
        </button>
      )}
    </>
  );
}

function isBad({ trend }: TrendRow): boolean {
  return trend === 'declining' || trend === 'stalled';
}

/** The numbers that decided, the decisive one first. */
function Evidence({ row }: Readonly<{ row: TrendRow }>) {
  const { t } = useText();
  const numbers = useNumbers();
  const { evidence, yearChange } = row;
  if (!evidence) return t('customers.trends.too_short');
  const { slopeShare, trendP, seasonalStrength, variation } = evidence;
  const parts = [
    yearChange !== null && t('customers.trends.year', { change: numbers.signed(yearChange, 'ratio') }),
    slopeShare !== null &&
      trendP !== null &&
      t('customers.trends.slope', { slope: numbers.signed(slopeShare, 'ratio'), p: pText(trendP) }),
    seasonalStrength !== null && t('customers.trends.season', { strength: signed(seasonalStrength, 2) }),
    variation !== null && t('customers.trends.cv', { cv: signed(variation, 2) }),
  ].filter((part) => typeof part === 'string');
  return parts.join(t('customers.joint'));
}

function pText(p: number): string {
  return p < 0.001 ? '< 0.001' : signed(p, 3);
}

function useTrendsTable(): (trends: Trends) => PanelTable {
  const { t } = useText();
  return ({ periods, rows }) => ({
    columns: [
      { id: 'name', label: t('customers.trends.name_column') },
      { id: 'class', label: t('customers.trends.class') },
      { id: 'year', label: t('customers.trends.year_column'), unit: 'ratio' },
      { id: 'slope', label: t('customers.trends.slope_column'), unit: 'ratio' },
      { id: 'p', label: 'p', unit: 'quantity' },
      { id: 'season', label: t('customers.trends.season_column'), unit: 'quantity' },
      { id: 'cv', label: 'CV', unit: 'quantity' },
      { id: 'revenue', label: t('overview.tile.revenue'), unit: 'money' },
      ...periods.map((period) => ({ id: period, label: period.slice(0, 7), unit: 'money' as const })),
    ],
    rows: rows.map((row) => ({
      name: row.name,
      class: t(`customers.trend.${classOf(row)}`),
      year: row.yearChange,
      slope: row.evidence?.slopeShare ?? null,
      p: row.evidence?.trendP ?? null,
      season: row.evidence?.seasonalStrength ?? null,
      cv: row.evidence?.variation ?? null,
      revenue: row.revenue,
      ...Object.fromEntries(periods.map((period, index) => [period, row.values[index] ?? null])),
    })),
    totals: null,
  });
}
