import { addDays, type Day, weekday } from '#shared/day.ts';
import { useMe } from '#web/api/use-me.ts';
import { periodInput } from '#web/filters/period-choice.ts';
import { useFilters } from '#web/filters/use-filters.ts';
import { rangeText } from '#web/numbers/dates.ts';
import { useNumbers } from '#web/numbers/use-numbers.ts';
import { useText } from '#web/text/use-text.ts';
import { usePeriodName } from '../titles/period-name.ts';
import type { Walk, WalkStep } from './waterfall-queries.ts';

/** The amount of a step, without its sign. */
function sizeOf(walk: Walk, step: WalkStep): number {
  return Math.abs(Number(walk.steps.find((each) => each.step === step)?.amount ?? 0));
}

/** How a label calls the period that deals close in: by its name, or 本期 when it has only dates. */
export function useClosingName(): string {
  const { t } = useText();
  const name = usePeriodName();
  return 'unit' in periodInput(useFilters().filters.period) ? name : t('pipeline.walk.period');
}

/** The finding of a waterfall: how much it moved, and what moved it most against what was won. */
export function useWalkTitle(): (walk: Walk) => string {
  const { t, locale } = useText();
  const numbers = useNumbers();
  const { today } = useMe().calendar;
  const closing = useClosingName();
  return (walk) => {
    const net = Number(walk.end.amount) - Number(walk.start.amount);
    const isWeek = weekday(walk.between.from) === 1 && addDays(walk.between.from, 7) > today && ends(walk, today);
    const span = isWeek ? t('pipeline.walk.this_week') : rangeText(walk.between, { locale, today });
    if (walk.steps.every(({ deals }) => deals === 0)) return t('pipeline.walk.still', { span });
    const values = Object.fromEntries(
      (['new', 'pulled_in', 'won', 'lost', 'pushed_out', 'decreased'] as const).map((step) => [
        step,
        numbers.text(sizeOf(walk, step), 'money'),
      ]),
    );
    const moved = net === 0 ? 'even' : net > 0 ? 'up' : 'down';
    const change = t(`pipeline.walk.${moved}`, { span, net: numbers.text(Math.abs(net), 'money') });
    return change + t(`pipeline.walk.cause_${causeOf(walk, net)}`, { ...values, closing });
  };
}

function ends(walk: Walk, today: Day): boolean {
  return walk.between.before > today;
}

type Cause = 'pushed_near' | 'pushed_more' | 'pushed' | 'lost' | 'pulled' | 'new';

/** What to say first: deals pushed out when they weigh as much as wins, losses above wins, else what came in. */
function causeOf(walk: Walk, net: number): Cause {
  const [won, lost, pushed] = [sizeOf(walk, 'won'), sizeOf(walk, 'lost'), sizeOf(walk, 'pushed_out')];
  if (pushed > 0 && pushed >= lost && pushed > won) return 'pushed_more';
  if (pushed > 0 && pushed >= lost && pushed >= won * 0.8) return 'pushed_near';
  if (lost > won) return 'lost';
  if (net < 0 && pushed > 0) return 'pushed';
  return sizeOf(walk, 'pulled_in') > sizeOf(walk, 'new') ? 'pulled' : 'new';
}
