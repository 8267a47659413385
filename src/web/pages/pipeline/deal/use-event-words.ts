import type { Day } from '#shared/day.ts';
import { useMe } from '#web/api/use-me.ts';
import { dayText } from '#web/numbers/dates.ts';
import { useNumbers } from '#web/numbers/use-numbers.ts';
import { type TextValues, useText } from '#web/text/use-text.ts';
import type { DealEvent } from './deal-api.ts';

const kinds = [
  'created',
  'stage',
  'owner',
  'amount',
  'expected_close',
  'won',
  'lost',
  'disqualified',
  'reopened',
] as const;

type Kind = (typeof kinds)[number];

/** What happened in an event, in words: 金额从100万改为120万. */
export function useEventWords(): (event: DealEvent) => string {
  const { t, locale } = useText();
  const { today } = useMe().calendar;
  const numbers = useNumbers();
  const day = (on: string | null) => (on === null ? '—' : dayText(on as Day, { locale, today }));
  const valuesOf = (event: DealEvent): TextValues => ({
    stage: event.stage ?? '—',
    stageBefore: event.stageBefore ?? '—',
    owner: event.owner ?? '—',
    ownerBefore: event.ownerBefore ?? '—',
    amount: numbers.text(event.amount, 'money'),
    amountBefore: numbers.text(event.amountBefore, 'money'),
    day: day(event.expectedCloseOn),
    dayBefore: day(event.expectedCloseBefore),
    reason: event.lostReason ?? '—',
    competitor: event.competitor ?? '—',
  });
  return (event) => {
    const kind = kinds.find((each) => each === event.kind);
    return kind ? t(`deals.event.${variantOf(kind, event)}`, valuesOf(event)) : event.kind;
  };
}

/** Some kinds say more when there is more to say. */
function variantOf(kind: Kind, event: DealEvent) {
  if (kind === 'lost' && event.competitor !== null) return 'lost_to' as const;
  // A source may write the stage of creation as an event of its own: nothing moved.
  if (kind === 'stage' && event.stage === event.stageBefore) return 'stage_entered' as const;
  return kind;
}
