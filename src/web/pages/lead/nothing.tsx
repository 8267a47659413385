import { Link } from '@tanstack/react-router';
import type { Day } from '#shared/day.ts';
import type { Answer } from '#web/api/types.ts';
import { useMe } from '#web/api/use-me.ts';
import { customPeriod } from '#web/filters/period-choice.ts';
import { useFilters } from '#web/filters/use-filters.ts';
import { dayText } from '#web/numbers/dates.ts';
import { Sentence } from '#web/text/sentence.tsx';
import { useText } from '#web/text/use-text.ts';
import { usePeriodName } from '../titles/period-name.ts';

/** The sentence of a page without orders: why, and the one thing that helps. */
export function Nothing({ answer, isOwn = false }: Readonly<{ answer: Answer; isOwn?: boolean }>) {
  const { t, locale } = useText();
  const { today } = useMe().calendar;
  const { choose } = useFilters();
  const period = usePeriodName();
  const { dataUpTo } = answer.asOf;
  return (
    <>
      <Sentence text={isOwn ? 'lead.nothing_own' : 'lead.nothing_team'} values={{ period }} />{' '}
      {dataUpTo === null ? (
        <Link to={'/data' as string} className="link">
          {t('lead.import')}
        </Link>
      ) : (
        <button
          type="button"
          className="link"
          onClick={() => choose({ period: customPeriod(`${dataUpTo.slice(0, 4)}-01-01` as Day, dataUpTo) })}
        >
          {t('lead.latest', { day: dayText(dataUpTo, { locale, today }) })}
        </button>
      )}
    </>
  );
}
