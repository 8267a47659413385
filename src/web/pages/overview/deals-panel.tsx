import { useQuery } from '@tanstack/react-query';
import type { Day } from '#shared/day.ts';
import { failureOf } from '#web/api/failure.ts';
import { rowsBehind } from '#web/api/queries.ts';
import type { Row } from '#web/api/types.ts';
import { useMe } from '#web/api/use-me.ts';
import type { QuestionBase } from '#web/filters/filters.ts';
import { dayText } from '#web/numbers/dates.ts';
import { numberOf } from '#web/numbers/figure.ts';
import { useNumbers } from '#web/numbers/use-numbers.ts';
import { PanelEmpty, PanelFailed, PanelLoading } from '#web/panel/panel-states.tsx';
import { useDetail } from '#web/panel/use-detail.ts';
import { useText } from '#web/text/use-text.ts';
import { cellOf } from '../lead/cell.ts';

const height = 300;
const shown = 5;

/** The five largest open deals of the viewer. */
export function DealsPanel({ base }: Readonly<{ base: QuestionBase }>) {
  const { t } = useText();
  const numbers = useNumbers();
  const detail = useDetail();
  const cell = cellOf(base, 'open_amount');
  const query = useQuery({
    queryKey: ['rows', cell],
    queryFn: ({ signal }) => rowsBehind(cell, { limit: 200, signal }),
  });
  const deals = [...(query.data?.rows ?? [])]
    .sort((left, right) => (numberOf(right.amount) ?? 0) - (numberOf(left.amount) ?? 0))
    .slice(0, shown);
  const amount = deals.reduce((sum, deal) => sum + (numberOf(deal.amount) ?? 0), 0);
  const title =
    deals.length === 0
      ? t('overview.deals.plain')
      : t('overview.deals.title', { count: deals.length, amount: numbers.text(amount, 'money') });
  return (
    <section className="panel" id="deals" aria-labelledby="deals-title" aria-busy={query.isPending}>
      <div className="panel-head">
        <div>
          <h2 id="deals-title">{title}</h2>
          <p>{query.data ? t('overview.deals.subtitle', { count: query.data.total }) : ''}</p>
        </div>
      </div>
      <div className="panel-body">
        {query.isError && (
          <PanelFailed height={height} failure={failureOf(query.error)} retry={() => void query.refetch()} />
        )}
        {query.isPending && <PanelLoading shape="rows" height={height} cancel={() => {}} />}
        {query.data && deals.length === 0 && <PanelEmpty height={height} why={t('overview.stages.empty')} />}
        <ul className="deals">
          {deals.map((deal, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two deals may share name and customer
            <Deal key={index} deal={deal} />
          ))}
        </ul>
        {(query.data?.total ?? 0) > shown && (
          <button type="button" className="link" onClick={() => detail.rows(cell, t('overview.tile.open_amount'))}>
            {t('overview.deals.all', { count: query.data?.total ?? 0 })}
          </button>
        )}
      </div>
    </section>
  );
}

function Deal({ deal }: Readonly<{ deal: Row }>) {
  const { t, locale } = useText();
  const numbers = useNumbers();
  const { today } = useMe().calendar;
  const said = (id: string) => (typeof deal[id] === 'string' ? (deal[id] as string) : '');
  const day = (id: string) => dayText(said(id) as Day, { locale, today });
  const facts = [
    said('stage'),
    said('expected_close_on') ? t('overview.deals.expected', { day: day('expected_close_on') }) : '',
    said('created_on') ? t('overview.deals.created', { day: day('created_on') }) : '',
  ].filter((fact) => fact !== '');
  return (
    <li>
      <b>{said('customer') || said('name')}</b>
      <span className="num">{numbers.text(deal.amount ?? null, 'money')}</span>
      <span className="t2">{facts.join(t('overview.deals.joint'))}</span>
    </li>
  );
}
