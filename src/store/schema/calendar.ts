import { boolean, index, integer, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core';
import { changedIn, localDay, workspaceId } from '../columns.ts';

/** The workspace's calendar, one row a day, editable: nothing computes calendars elsewhere. */
export const calendarDay = pgTable(
  'calendar_day',
  {
    workspaceId: workspaceId(),
    day: localDay('day').notNull(),
    isWorkday: boolean('is_workday').notNull(),
    /** Statutory holiday or make-up workday, when it is one. */
    holiday: text('holiday'),
    weekday: smallint('weekday').notNull(),
    /** First day of each bucket. */
    weekOn: localDay('week_on').notNull(),
    monthOn: localDay('month_on').notNull(),
    quarterOn: localDay('quarter_on').notNull(),
    halfYearOn: localDay('half_year_on').notNull(),
    yearOn: localDay('year_on').notNull(),
    fiscalQuarterOn: localDay('fiscal_quarter_on').notNull(),
    fiscalYearOn: localDay('fiscal_year_on').notNull(),
    isoWeek: smallint('iso_week').notNull(),
    isoYear: smallint('iso_year').notNull(),
    /** Workdays from the bucket's first day to this day, this day included. */
    workdayOfMonth: smallint('workday_of_month').notNull(),
    workdayOfQuarter: smallint('workday_of_quarter').notNull(),
    workdayOfYear: smallint('workday_of_year').notNull(),
    /** Workdays from the calendar's first day to this day: differences of it count workdays of any range. */
    workdayNumber: integer('workday_number').notNull(),
    /** Days from the nearest Spring Festival (初一); negative before it. */
    springFestivalOffset: smallint('spring_festival_offset').notNull(),
    changedIn: changedIn(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.day] }),
    index('calendar_day_changed').on(table.workspaceId, table.changedIn),
  ],
);
