import { addDays, type DayRange, isDay } from '#shared/day.ts';
import { useMe } from '#web/api/use-me.ts';
import { useText } from '#web/text/use-text.ts';
import { Choice } from '../lead/choice.tsx';
import { useClosingName } from './waterfall-title.ts';

/** The two waterfalls: of what closes in the page's period, and of everything open. */
export const walkKinds = ['closing', 'all'] as const;

type WalkKind = (typeof walkKinds)[number];

type ToolsProps = Readonly<{
  kind: WalkKind;
  chooseKind: (kind: WalkKind) => void;
  between: DayRange;
  isChosen: boolean;
  chooseDays: (days: DayRange | null) => void;
}>;

/** Which waterfall, and between which days. */
export function WalkTools({ kind, chooseKind, ...days }: ToolsProps) {
  const { t } = useText();
  const closing = useClosingName();
  return (
    <div className="walk-tools">
      <Choice
        label={t('pipeline.walk.kind')}
        value={kind}
        choose={chooseKind}
        options={walkKinds.map((value) => ({ value, text: t(`pipeline.walk.kind.${value}`, { closing }) }))}
      />
      <Days {...days} />
    </div>
  );
}

function Days({ between, isChosen, chooseDays }: Omit<ToolsProps, 'kind' | 'chooseKind'>) {
  const { t } = useText();
  const { today } = useMe().calendar;
  const last = addDays(between.before, -1);
  const choose = (from: string, to: string) => {
    if (isDay(from) && isDay(to) && from <= to) chooseDays({ from, before: addDays(to, 1) });
  };
  return (
    <div className="walk-days">
      <input
        type="date"
        aria-label={t('filters.from')}
        value={between.from}
        max={last}
        onChange={(event) => choose(event.target.value, last)}
      />
      <span className="t3">{t('filters.to')}</span>
      <input
        type="date"
        aria-label={t('filters.last')}
        value={last}
        min={between.from}
        max={today}
        onChange={(event) => choose(between.from, event.target.value)}
      />
      {isChosen && (
        <button type="button" className="link" onClick={() => chooseDays(null)}>
          {t('pipeline.walk.since_monday')}
        </button>
      )}
    </div>
  );
}
