import type { Day } from '#shared/day.ts';
import type { Chance } from './random.ts';
import { dayText, type Season } from './season.ts';

/** Minutes since 1970-01-01 on the company's own clocks. */
export type Moment = number;

const minutesADay = 1_440;

/** The moment at this minute of the day. */
export function moment(epoch: number, minute: number): Moment {
  return epoch * minutesADay + minute;
}

/** The day (since 1970-01-01) of a moment. */
export function dayOf(at: Moment): number {
  return Math.floor(at / minutesADay);
}

/** The moment as columns of a row. */
export function localColumns(at: Moment): Readonly<{ day: Day; minute: number }> {
  return { day: dayText(dayOf(at)), minute: at - dayOf(at) * minutesADay };
}

/** A minute of the working day: two humps, 8:30–12:00 and 13:15–18:30, now and then in the evening. */
export function workMinute(by: Chance): number {
  if (by.happens(0.04)) return by.whole(1_110, 1_290);
  return by.happens(0.46) ? by.whole(510, 720) : by.whole(795, 1_110);
}

/** A working moment about `days` calendar days later; later on the same day when it is the same day. */
export function workMomentAfter(at: Moment, days: number, by: Readonly<{ chance: Chance; season: Season }>): Moment {
  const epoch = by.season.workday(dayOf(at) + Math.max(0, Math.round(days)));
  const later = moment(epoch, workMinute(by.chance));
  return later > at ? later : at + by.chance.whole(1, 45);
}
