import { useQuery } from '@tanstack/react-query';
import type { Day } from '#shared/day.ts';
import { addDays } from '#shared/day.ts';
import { useMe } from '#web/api/use-me.ts';
import { rangeText } from '#web/numbers/dates.ts';
import { signed } from '#web/numbers/figure.ts';
import { useText } from '#web/text/use-text.ts';
import { catalogueQuery } from './import-queries.ts';
import type { Report } from './import-types.ts';
import { Section } from './section.tsx';

/** What became of the rows, by what they are: new, changed, as they were; and the sums to check against the source. */
export function ReportCounts({ report, isAhead = false }: Readonly<{ report: Report; isAhead?: boolean }>) {
  const { t, say } = useText();
  const { data } = useQuery(catalogueQuery);
  const counts = report.entities ?? {};
  const known = data?.entities ?? [];
  const ids = [...known.map(({ id }) => id), ...Object.keys(counts)].filter((id, at, all) => all.indexOf(id) === at);
  const label = (id: string) => {
    const found = known.find((each) => each.id === id);
    return found ? say(found.label) : id;
  };
  return (
    <Section
      id="counts"
      title={t(isAhead ? 'data.counts.ahead' : 'data.counts')}
      subtitle={<TotalsLine report={report} />}
    >
      <table className="table fixed data-counts" aria-label={t('data.counts')}>
        <thead>
          <tr>
            <th scope="col">{t('data.what')}</th>
            {(['inserted', 'updated', 'unchanged'] as const).map((of) => (
              <th key={of} scope="col" className="num">
                {t(`data.${of}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ids
            .flatMap((id) => ({ id, count: counts[id] }))
            .map(
              ({ id, count }) =>
                count && (
                  <tr key={id}>
                    <th scope="row">{label(id)}</th>
                    <td className="num">{figure(count.inserted)}</td>
                    <td className="num">{figure(count.updated)}</td>
                    <td className="num t2">{figure(count.unchanged)}</td>
                  </tr>
                ),
            )}
        </tbody>
      </table>
    </Section>
  );
}

function TotalsLine({ report }: Readonly<{ report: Report }>) {
  const { t, locale } = useText();
  const { today } = useMe().calendar;
  const { totals } = report;
  if (!totals) return null;
  const money = (amount: string) => signed(Number(amount), 2);
  const parts: string[] = [];
  if (totals.orderLines > 0) {
    const values = { amount: money(totals.amount), orders: figure(totals.orders), lines: figure(totals.orderLines) };
    parts.push(t('data.totals.orders', values));
  }
  if (totals.firstDay && totals.lastDay) {
    // as: the report's days are days
    const range = { from: totals.firstDay as Day, before: addDays(totals.lastDay as Day, 1) };
    parts.push(t('data.totals.days', { range: rangeText(range, { locale, today }) }));
  }
  if (totals.opportunities > 0) {
    parts.push(t('data.totals.deals', { count: figure(totals.opportunities), amount: money(totals.wonAmount) }));
  }
  return parts.join(t('data.then'));
}

function figure(value: number): string {
  return signed(value, 0);
}
