import { useFreshness } from '#web/api/use-freshness.ts';
import { useMe } from '#web/api/use-me.ts';
import { clockText } from '#web/numbers/dates.ts';
import { useText } from '#web/text/use-text.ts';

/** 数据截至 15:40: live and of this minute, or in amber when the figures have stopped. */
export function FreshnessNote() {
  const { t, locale } = useText();
  const { workspace, calendar } = useMe();
  const { live, at } = useFreshness();
  const when = clockText(at, { zone: workspace.zone, today: calendar.today, locale });
  return (
    <output className={live ? 'freshness' : 'freshness warn'} title={t(live ? 'shell.live' : 'shell.stopped.why')}>
      <i />
      <span className="freshness-long">{t(live ? 'shell.data_as_of' : 'shell.data_stopped', { when })}</span>
      <span className="freshness-short">{t(live ? 'shell.as_of' : 'shell.stopped', { when })}</span>
    </output>
  );
}
