import type { DayRange } from '#shared/day.ts';
import type { Answer } from '#web/api/types.ts';
import type { Asked } from '#web/api/use-asked.ts';
import { useMe } from '#web/api/use-me.ts';
import { WorkdayRuler } from '#web/charts/workday-ruler/workday-ruler.tsx';
import { fullDayText, rangeText } from '#web/numbers/dates.ts';
import { Sentence } from '#web/text/sentence.tsx';
import { useText } from '#web/text/use-text.ts';
import { monthStart, type Span } from './span.ts';
import { useWorkdays } from './use-workdays.ts';

/** As of when, compared with what, on which basis (net booked revenue unless told); at the right the workday ruler. */
export function LeadMeta({ asked, span, basis }: Readonly<{ asked: Asked; span: Span; basis?: string }>) {
  return asked.state === 'answered' ? <Meta answer={asked.data} span={span} basis={basis} /> : null;
}

function Meta({ answer, span, basis }: Readonly<{ answer: Answer; span: Span; basis: string | undefined }>) {
  const { t, locale } = useText();
  const { calendar } = useMe();
  const style = { locale, today: calendar.today };
  const { compare, asOf } = answer;
  return (
    <>
      <span>
        {span.isRunning
          ? t('lead.as_of', { day: fullDayText(asOf.day, locale) })
          : t('lead.finished', { range: rangeText(span.days, style) })}
      </span>
      {compare && <span>{compareText(compare, t, (range) => rangeText(range, style))}</span>}
      <span>{basis ?? t('lead.basis', { currency: asOf.currency === 'CNY' ? t('lead.cny') : asOf.currency })}</span>
      <Ruler answer={answer} span={span} />
    </>
  );
}

function compareText(
  compare: NonNullable<Answer['compare']>,
  t: ReturnType<typeof useText>['t'],
  worded: (range: DayRange) => string,
): string {
  if (!compare.compared || compare.basis === 'none') return t('lead.not_comparable');
  const range = worded(compare.compared);
  if (compare.basis === 'workdays') return t('lead.compared_workdays', { count: compare.workdaysElapsed, range });
  return t(compare.basis === 'days' ? 'lead.compared_days' : 'lead.compared_whole', { range });
}

function Ruler({ answer, span }: Readonly<{ answer: Answer; span: Span }>) {
  const { t } = useText();
  const { workdaysElapsed, workdaysTotal } = answer.asOf;
  const workdays = useWorkdays(span.days);
  if (workdaysTotal < 2) return null;
  const perMonth = new Map<string, number>();
  for (const day of workdays ?? []) perMonth.set(monthStart(day), (perMonth.get(monthStart(day)) ?? 0) + 1);
  const values = { elapsed: workdaysElapsed, total: workdaysTotal };
  return (
    <span className="lead-ruler">
      <span>
        <Sentence text="lead.workday" values={values} />
      </span>
      <WorkdayRuler
        parts={[...perMonth.values()]}
        elapsed={workdaysElapsed}
        finished={!span.isRunning}
        label={t('lead.workday_label', values)}
      />
    </span>
  );
}
