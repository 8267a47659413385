import type { Day } from '#shared/day.ts';
import type { Answer } from '#web/api/types.ts';
import type { Asked } from '#web/api/use-asked.ts';
import { useMe } from '#web/api/use-me.ts';
import { Trend } from '#web/charts/trend/trend.tsx';
import type { TrendBucket, TrendChange } from '#web/charts/trend/trend-props.ts';
import type { QuestionBase } from '#web/filters/filters.ts';
import { useUrlChoice } from '#web/filters/use-url-choice.ts';
import { signedChange } from '#web/numbers/change-text.ts';
import { withUnit } from '#web/numbers/column-format.ts';
import { bucketDays, bucketName, bucketText } from '#web/numbers/dates.ts';
import { numberOf } from '#web/numbers/figure.ts';
import { useNumbers } from '#web/numbers/use-numbers.ts';
import { Panel } from '#web/panel/panel.tsx';
import { useDetail } from '#web/panel/use-detail.ts';
import { useText } from '#web/text/use-text.ts';
import { cellOf } from '../lead/cell.ts';
import type { Span } from '../lead/span.ts';
import { useWorkdays } from '../lead/use-workdays.ts';
import { type TrendGrain, trendGrains } from './revenue-questions.ts';
import { useTrendWords } from './use-trend-words.ts';

type TrendPanelProps = Readonly<{ asked: Readonly<Record<TrendGrain, Asked>>; base: QuestionBase; span: Span }>;

/** Revenue and orders over time with the year before; the grain is chosen here. */
export function TrendPanel({ asked, base, span }: TrendPanelProps) {
  const { t } = useText();
  const [grain, choose] = useUrlChoice('grain', trendGrains, 'month');
  const words = useTrendWords();
  return (
    <Panel
      id="trend"
      asked={asked[grain]}
      shape="bars"
      height={394}
      title={(answer) => words(answer, grain) ?? t(`revenue.trend.plain_${grain}`)}
      subtitle={(answer) => t(answer.compare ? `revenue.trend.compared_${grain}` : `revenue.trend.plain_${grain}`)}
      empty={(answer) =>
        answer.rows.every((row) => !numberOf(row.order_count)) ? { why: t('overview.pace.empty') } : null
      }
    >
      {(answer) => (
        <>
          <GrainSwitch grain={grain} choose={choose} />
          <TrendChart answer={answer} grain={grain} base={base} span={span} />
        </>
      )}
    </Panel>
  );
}

function GrainSwitch({ grain, choose }: Readonly<{ grain: TrendGrain; choose: (grain: TrendGrain) => void }>) {
  const { t } = useText();
  return (
    <fieldset className="grain-switch" aria-label={t('revenue.grain')}>
      {trendGrains.map((each) => (
        <button key={each} type="button" aria-pressed={each === grain} onClick={() => choose(each)}>
          {t(`revenue.grain.${each}`)}
        </button>
      ))}
    </fieldset>
  );
}

type TrendChartProps = Readonly<{ answer: Answer; grain: TrendGrain; base: QuestionBase; span: Span }>;

function TrendChart({ answer, grain, base, span }: TrendChartProps) {
  const { t, locale } = useText();
  const numbers = useNumbers();
  const detail = useDetail();
  const { today } = useMe().calendar;
  const buckets = useBuckets(answer, grain, span);
  const read = (column: string) => answer.rows.map((row) => numberOf(row[column]));
  const format = numbers.column([...read('revenue'), ...read('revenue_base')], 'money');
  const isCompared = answer.compare !== null;
  const changes = answer.rows.map((row): TrendChange => {
    const change = numberOf(row.revenue_change);
    const text = signedChange(change, 'money', locale);
    return { text, direction: change === null || !/[1-9]/.test(text) ? null : change > 0 ? 'up' : 'down' };
  });
  const name = (index: number) => bucketName(answer.rows[index]?.[grain] as Day, grain, { locale, today });
  return (
    <Trend
      label={t('revenue.trend.label')}
      buckets={buckets}
      series={[
        {
          id: 'revenue',
          label: withUnit(t('overview.tile.revenue'), format),
          values: read('revenue'),
          bases: isCompared ? read('revenue_base') : null,
          format: format.text,
        },
        {
          id: 'order_count',
          label: t('overview.tile.order_count'),
          values: read('order_count'),
          bases: isCompared ? read('order_count_base') : null,
          format: (value) => numbers.text(value, 'count'),
        },
      ]}
      changes={isCompared ? { label: t('revenue.trend.change'), values: changes } : null}
      baseLabel={t(`revenue.trend.base_${grain}`)}
      describe={(index) =>
        t('revenue.trend.bucket', {
          bucket: name(index),
          revenue: numbers.text(answer.rows[index]?.revenue, 'money'),
          orders: numbers.text(answer.rows[index]?.order_count, 'count'),
        })
      }
      onPick={(index) => {
        const bucket = String(answer.rows[index]?.[grain]);
        const asked = { ...base, period: answer.query.period };
        detail.rows(cellOf(asked, 'revenue', { [grain]: bucket }), name(index));
      }}
    />
  );
}

function useBuckets(answer: Answer, grain: TrendGrain, span: Span): readonly TrendBucket[] {
  const { t, locale } = useText();
  const { today } = useMe().calendar;
  const running = answer.partial === null ? null : bucketDays(answer.partial as Day, grain);
  const workdays = useWorkdays(running);
  const elapsed = workdays?.filter((day) => day <= today).length;
  return answer.rows.map((row, index) => {
    const start = row[grain] as Day;
    const previous = answer.rows[index - 1]?.[grain] as Day | undefined;
    const isPartial = start === answer.partial;
    const year =
      grain !== 'year' && (!previous || previous.slice(0, 4) !== start.slice(0, 4)) ? start.slice(0, 4) : null;
    const part = isPartial && elapsed && grain !== 'day' ? t('revenue.trend.first_days', { count: elapsed }) : null;
    const under = part ?? year;
    return {
      id: start,
      label: bucketText(start, grain, locale),
      ...(under === null ? {} : { under }),
      chosen: bucketDays(start, grain).before > span.days.from && start < span.days.before,
      partial: isPartial,
    };
  });
}
