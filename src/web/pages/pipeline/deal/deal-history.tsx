import type { Day } from '#shared/day.ts';
import { useMe } from '#web/api/use-me.ts';
import { dayText } from '#web/numbers/dates.ts';
import { useText } from '#web/text/use-text.ts';
import type { Deal } from './deal-api.ts';
import { useEventWords } from './use-event-words.ts';

/** Everything that happened to a deal, the latest first: when, who, what. */
export function DealHistory({ deal }: Readonly<{ deal: Deal }>) {
  const { t } = useText();
  const words = useEventWords();
  const events = deal.history.toReversed();
  return (
    <section className="panel" aria-labelledby="deal-history-title">
      <div className="panel-head">
        <div>
          <h2 id="deal-history-title">{t('deals.history.title', { count: events.length })}</h2>
          <p>{t('deals.history.subtitle')}</p>
        </div>
      </div>
      <ol className="deal-log">
        {events.map((event) => (
          <li key={event.seq}>
            <When on={event.on} minute={event.minute} />
            <div>
              <p>{words(event)}</p>
              {event.note && <p className="t2">{event.note}</p>}
            </div>
            <span className="t3">{event.by ?? t('deals.history.imported')}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The day, and the time of it where it is known. */
export function When({ on, minute }: Readonly<{ on: string | null; minute: number | null }>) {
  const { locale } = useText();
  const { today } = useMe().calendar;
  if (on === null) return <time className="t3">—</time>;
  const clock = minute === null ? '' : ` ${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`;
  return (
    <time className="t3" dateTime={on}>
      {dayText(on as Day, { locale, today }) + clock}
    </time>
  );
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
