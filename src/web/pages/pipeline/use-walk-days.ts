import { useNavigate, useSearch } from '@tanstack/react-router';
import { addDays, type Day, type DayRange, isDay } from '#shared/day.ts';

/** The days of the waterfall, kept in the URL as `walk_days=2026-11-16_2026-11-20`; null is since last Monday. */
export function useWalkDays(): readonly [DayRange | null, (days: DayRange | null) => void] {
  const search = useSearch({ strict: false }) as Record<string, unknown>;
  const navigate = useNavigate();
  const choose = (days: DayRange | null) =>
    void navigate({
      to: '.',
      search: ((previous: object) => ({ ...previous, walk_days: days ? textOf(days) : undefined })) as never,
      resetScroll: false,
    });
  return [daysOf(String(search.walk_days ?? '')), choose];
}

function textOf({ from, before }: DayRange): string {
  return `${from}_${addDays(before, -1)}`;
}

function daysOf(text: string): DayRange | null {
  const [from = '', last = ''] = text.split('_');
  return isDay(from) && isDay(last) && from <= last ? { from, before: addDays(last as Day, 1) } : null;
}
