import { missing } from './build-people.ts';
import { customerOf, regionPlace, repOf, sourceOf } from './company-books.ts';
import { type ImportRun, idOf, type RowBuilder } from './import-run.ts';
import type { TablePlan } from './table-plan.ts';
import { dayIn, minuteIn, placeOf } from './typed-row.ts';

/** Leads with the days on which they were answered, judged and converted. */
export function leadBuilder(run: ImportRun, plan: TablePlan): RowBuilder {
  return {
    add: (row) => {
      const { lead_code: code, lead_name: name } = row.text;
      const created = row.dates.created_on;
      if (!created) return missing(run, plan, row, 'created_on');
      if (code === undefined && name === undefined) return missing(run, plan, row, 'lead_code');
      const place = placeOf(plan, row.row);
      const region = regionPlace(run.books, row, place);
      const key = code === undefined ? ['name', name ?? '', created.day] : ['code', code];
      run.writer.add('lead', {
        id: idOf(run, 'lead', ...key),
        name: name ?? code ?? null,
        customer_id: customerOf(run.books, row, { place }),
        owner_id: repOf(run.books, row, { plan, region }),
        source_id: sourceOf(run.books, row, place),
        region_id: region.leaf,
        created_on: created.day,
        created_minute: created.minute,
        responded_on: dayIn(row, 'responded_on'),
        responded_minute: minuteIn(row, 'responded_on'),
        valid_on: dayIn(row, 'valid_on'),
        invalid_on: dayIn(row, 'invalid_on'),
        converted_on: dayIn(row, 'converted_on'),
      });
    },
  };
}
