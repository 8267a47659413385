import type { Day } from '#shared/day.ts';
import type { Answer } from '#web/api/types.ts';
import type { Asked } from '#web/api/use-asked.ts';
import { useMe } from '#web/api/use-me.ts';
import { Cumulative } from '#web/charts/cumulative/cumulative.tsx';
import type { CumulativeWeek } from '#web/charts/cumulative/cumulative-props.ts';
import type { QuestionBase } from '#web/filters/filters.ts';
import { useFilters } from '#web/filters/use-filters.ts';
import { bucketText, dayText } from '#web/numbers/dates.ts';
import { numberOf } from '#web/numbers/figure.ts';
import { useNumbers } from '#web/numbers/use-numbers.ts';
import { Panel } from '#web/panel/panel.tsx';
import { useDetail } from '#web/panel/use-detail.ts';
import { useText } from '#web/text/use-text.ts';
import { cellOf } from '../lead/cell.ts';
import { monthStart, type Span } from '../lead/span.ts';
import { useWorkdays } from '../lead/use-workdays.ts';
import { type DayValue, type PaceWeek, runningTotals, soldInWeek, turningOf, weeksOf } from '../titles/pace.ts';

type PacePanelProps = Readonly<{ daily: Asked; dailyBase: Asked; totals: Asked; base: QuestionBase; span: Span }>;

/** Running revenue of the period against its base by workday, with bars per week below. */
export function PacePanel({ daily, dailyBase, totals, base, span }: PacePanelProps) {
  const { t } = useText();
  const numbers = useNumbers();
  const pace = usePace({ daily, dailyBase, span });
  const delta = totals.state === 'answered' ? numberOf(totals.data.totals.revenue_delta) : null;
  const words = usePaceWords();
  return (
    <Panel
      id="pace"
      asked={daily}
      shape="line"
      height={406}
      title={() => (pace ? words.title(pace, delta) : t('overview.pace.plain'))}
      subtitle={() => (pace ? words.subtitle(pace) : null)}
      empty={(answer) =>
        answer.rows.length === 0 || (numberOf(answer.totals.revenue) ?? 0) === 0
          ? { why: t('overview.pace.empty') }
          : null
      }
    >
      {(answer) =>
        pace ? <PaceChart answer={answer} pace={pace} base={base} span={span} delta={delta} numbers={numbers} /> : null
      }
    </Panel>
  );
}

type Pace = Readonly<{
  current: readonly number[];
  base: readonly number[];
  workdays: readonly Day[];
  weeks: readonly PaceWeek[];
  sold: readonly DayValue[];
  /** First day of the period. */
  from: Day;
}>;

function usePace({ daily, dailyBase, span }: Pick<PacePanelProps, 'daily' | 'dailyBase' | 'span'>): Pace | null {
  const { workspace, calendar } = useMe();
  const workdays = useWorkdays(span.days);
  const baseWorkdays = useWorkdays(span.base);
  if (daily.state !== 'answered' || workdays === null || workdays.length === 0) return null;
  const begun = workdays.filter((day) => day <= calendar.today);
  const base =
    dailyBase.state === 'answered' && baseWorkdays && span.base
      ? runningTotals(dayValues(dailyBase.data), baseWorkdays)
      : [];
  return {
    current: runningTotals(dayValues(daily.data), begun),
    sold: dayValues(daily.data),
    from: span.days.from,
    base: base.at(-1) ? base.slice(0, Math.max(workdays.length, begun.length)) : [],
    workdays,
    weeks: weeksOf(workdays, workspace.weekStart ?? 1),
  };
}

function dayValues({ rows }: Answer) {
  return rows.map((row) => ({ day: String(row.day), value: numberOf(row.revenue) ?? 0 }));
}

/** What the base is called: 同期 or 上期. */
function useBaseName(): string {
  const { t } = useText();
  return t(useFilters().filters.compare === 'previous' ? 'overview.base.previous' : 'overview.base.year_ago');
}

function usePaceWords() {
  const { t, locale } = useText();
  const name = useBaseName();
  const numbers = useNumbers();
  const { calendar } = useMe();
  return {
    title: ({ current, base, weeks }: Pace, delta: number | null) => {
      const turning = turningOf({ current, base, weeks, now: delta });
      const mean = (current.at(-1) ?? 0) / Math.max(1, current.length);
      if (mean === 0) return t('overview.pace.plain');
      if (!turning) {
        return t('overview.pace.mean', { value: numbers.text(mean, 'money') });
      }
      const amount = numbers.text(Math.abs(turning.difference), 'money');
      const side = turning.isAhead ? 'ahead' : 'behind';
      if (weeks.length < 2) return t(`overview.pace.${side}`, { amount, base: name });
      if (!turning.since) return t(`overview.pace.always_${side}`, { amount, base: name });
      const week = dayText(turning.since.start, { locale, today: calendar.today });
      return t(`overview.pace.turned_${side}`, { amount, week, base: name });
    },
    subtitle: ({ current, base }: Pace) => {
      const k = Math.max(1, current.length);
      const mean = numbers.text((current.at(-1) ?? 0) / k, 'money');
      const then = base[Math.min(k, base.length) - 1];
      const unit = numbers.column([...current, ...base], 'money').unit;
      return then === undefined
        ? t('overview.pace.subtitle', { unit, mean })
        : t('overview.pace.subtitle_compared', { unit, mean, baseMean: numbers.text(then / k, 'money'), base: name });
    },
  };
}

type PaceChartProps = Readonly<{
  answer: Answer;
  pace: Pace;
  base: QuestionBase;
  span: Span;
  delta: number | null;
  numbers: ReturnType<typeof useNumbers>;
}>;

function PaceChart({ pace, base, span, delta, numbers }: PaceChartProps) {
  const { t, locale } = useText();
  const detail = useDetail();
  const name = useBaseName();
  const format = numbers.column([...pace.current, ...pace.base], 'money');
  const weeks = useWeeks(pace, delta, format.signedText);
  const last = pace.current.at(-1) ?? 0;
  const hasBase = pace.base.length > 0;
  const lead =
    delta === null || !hasBase || delta === 0
      ? null
      : {
          text: t(delta > 0 ? 'overview.pace.ahead' : 'overview.pace.behind', {
            amount: numbers.text(Math.abs(delta), 'money'),
            base: name,
          }),
          isBehind: delta < 0,
        };
  return (
    <Cumulative
      current={pace.current}
      base={pace.base}
      workdays={pace.workdays.length}
      finished={!span.isRunning}
      months={monthsOf(pace.workdays).map(({ at, month }) => ({ at, label: bucketText(month, 'month', locale) }))}
      weeks={weeks}
      format={(value) => format.text(value).replace(/\.0+$/, '')}
      describe={(week) => t('overview.pace.week', { week: week.label, value: numbers.text(week.value, 'money') })}
      onPick={(week) => {
        detail.rows(cellOf(base, 'revenue', { week: week.id }), t('overview.pace.week_name', { week: week.label }));
      }}
      texts={{
        label: t('overview.pace.label'),
        today: t('overview.pace.today'),
        lead,
        currentEnd: t('overview.pace.current_end', { value: numbers.text(last, 'money') }),
        baseEnd: hasBase
          ? t('overview.pace.base_end', { value: numbers.text(pace.base.at(-1), 'money'), base: name })
          : null,
        weekly: t('overview.pace.weekly'),
        difference: t('overview.pace.difference'),
        baseTick: hasBase ? t('overview.pace.base_tick', { base: name }) : null,
        hatch: span.isRunning ? t('overview.pace.hatch') : null,
      }}
    />
  );
}

function useWeeks(pace: Pace, delta: number | null, signed: (value: number) => string): readonly CumulativeWeek[] {
  const { locale } = useText();
  const { today } = useMe().calendar;
  return pace.weeks.map((week, index) => ({
    id: week.bucket,
    label: bucketText(week.start, 'week', locale),
    from: week.from,
    to: week.to,
    // A first bar that also holds the holiday week before it is two buckets: it has no one list.
    canOpen: index > 0 || pace.from >= week.bucket,
    ...figuresOf(pace, week, { delta, signed, today, isFirst: index === 0 }),
  }));
}

type WeekContext = Readonly<{
  delta: number | null;
  signed: (value: number) => string;
  today: Day;
  isFirst: boolean;
}>;

/** What a week sold, what the base's same workdays sold, and the difference run up by its end. */
function figuresOf(pace: Pace, week: PaceWeek, { delta, signed, today, isFirst }: WeekContext) {
  const { current, base, workdays, sold } = pace;
  const baseSold = week.from < base.length ? runTo(base, week.to) - runTo(base, week.from) : null;
  if (week.from >= current.length) return { value: null, base: baseSold, difference: null, partial: false };
  const reached = Math.min(week.to, current.length);
  const isNow = reached === current.length;
  const lead = isNow && delta !== null ? delta : runTo(current, reached) - runTo(base, reached);
  return {
    value: soldInWeek(sold, week, isFirst),
    base: baseSold,
    difference: base.length > 0 ? signed(lead) : null,
    partial: week.to > current.length || workdays[week.to - 1] === today,
  };
}

/** The running total after so many workdays. */
function runTo(totals: readonly number[], count: number): number {
  return count <= 0 ? 0 : (totals[count - 1] ?? totals.at(-1) ?? 0);
}

function monthsOf(workdays: readonly Day[]): readonly Readonly<{ at: number; month: Day }>[] {
  return workdays.flatMap((day, at) => {
    const previous = workdays[at - 1];
    return previous === undefined || monthStart(previous) !== monthStart(day) ? [{ at, month: monthStart(day) }] : [];
  });
}
