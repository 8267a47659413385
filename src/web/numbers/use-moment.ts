import { useMe } from '#web/api/use-me.ts';
import { clockText } from '#web/numbers/dates.ts';
import { useText } from '#web/text/use-text.ts';

/** Writes an instant as the workspace's clock shows it: `15:40` today, `11-18 09:12` before. */
export function useMoment(): (instant: string) => string {
  const { locale } = useText();
  const { workspace, calendar } = useMe();
  return (instant) => clockText(Date.parse(instant), { zone: workspace.zone, today: calendar.today, locale });
}
