import { askedForEveryone } from '#replica/asker.ts';
import type { Replica } from '#replica/replica.ts';
import type { Day } from '#shared/day.ts';
import { type Calendar, calendarOf } from '#shared/period.ts';
import { sql } from '#shared/sql.ts';

type Source = Pick<Replica, 'run' | 'position'>;

type Known = Readonly<{ position: unknown; print: string; calendar: Calendar }>;

const calendars = new WeakMap<Source['run'], Promise<Known>>();

/** The workspace's calendar, read again only when one of its rows changed. */
export async function calendarIn(replica: Source): Promise<Calendar> {
  const { position } = replica;
  const before = await calendars.get(replica.run)?.catch(() => undefined);
  if (before && before.position === position) return before.calendar;
  const now = askedForEveryone(() => renewed(replica, before));
  calendars.set(replica.run, now);
  return (await now).calendar;
}

async function renewed(replica: Source, before: Known | undefined): Promise<Known> {
  const { position } = replica;
  const { rows } = await replica.run(sql`select concat(bit_xor(hash(c)), ' ', count(*)) from calendar_day c`);
  const print = String(rows[0]?.[0]);
  return { position, print, calendar: before?.print === print ? before.calendar : await read(replica) };
}

async function read(replica: Source): Promise<Calendar> {
  const { rows } = await replica.run(sql`
    select day, is_workday, workday_number, spring_festival_offset, iso_year, iso_week,
      week_on, month_on, quarter_on, half_year_on, year_on, fiscal_quarter_on, fiscal_year_on
    from calendar_day order by day`);
  return calendarOf(
    rows.map((row) => {
      const on = (index: number) => row[index] as Day;
      return {
        day: on(0),
        isWorkday: row[1] === true,
        workdayNumber: Number(row[2]),
        springFestivalOffset: Number(row[3]),
        isoYear: Number(row[4]),
        isoWeek: Number(row[5]),
        starts: {
          day: on(0),
          week: on(6),
          month: on(7),
          quarter: on(8),
          half_year: on(9),
          year: on(10),
          fiscal_quarter: on(11),
          fiscal_year: on(12),
        },
      };
    }),
  );
}
