import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Day } from '#shared/day.ts';
import { failureOf } from '#web/api/failure.ts';
import { useMe } from '#web/api/use-me.ts';
import { withUnit } from '#web/numbers/column-format.ts';
import { dayText } from '#web/numbers/dates.ts';
import { useNumbers } from '#web/numbers/use-numbers.ts';
import { PanelFailed, PanelLoading } from '#web/panel/panel-states.tsx';
import { Dialog } from '#web/shell/dialog.tsx';
import { useText } from '#web/text/use-text.ts';
import '#web/panel/rows-drawer.css';
import { fetchWalkDeals, type WalkDeal, type WalkQuestion, type WalkRow } from './waterfall-queries.ts';

type Props = Readonly<{ rows: readonly WalkRow[]; name: string; question: WalkQuestion; onClose: () => void }>;

/** The deals that add up to a step, with what they were and became. */
export function WalkDealsDialog({ rows, name, question, onClose }: Props) {
  const { t } = useText();
  const query = useInfiniteQuery({
    queryKey: ['pipeline', 'waterfall deals', question, rows],
    queryFn: ({ pageParam, signal }) => fetchWalkDeals(question, { steps: rows, offset: pageParam, signal }),
    initialPageParam: 0,
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const pages = query.data?.pages ?? [];
  const [first] = pages;
  const deals = pages.flatMap((page) => page.deals);
  const sum = useNumbers().text(first?.sum ?? null, 'money');
  return (
    <Dialog place="right" title={t('panel.rows_title', { title: name })} onClose={onClose}>
      {query.isPending && <PanelLoading shape="rows" height={320} cancel={onClose} />}
      {query.isError && !first && (
        <PanelFailed height={160} failure={failureOf(query.error)} retry={() => void query.refetch()} />
      )}
      {first && (
        <>
          <p className="rows-sum">{t('panel.rows_sum', { count: first.total, sum })}</p>
          <Deals deals={deals} />
          <p className="rows-end">
            {t('panel.rows_shown', { shown: deals.length, total: first.total })}
            {query.hasNextPage && (
              <button
                type="button"
                className="link"
                disabled={query.isFetchingNextPage}
                onClick={() => void query.fetchNextPage()}
              >
                {t('panel.rows_more', { count: Math.min(100, first.total - deals.length) })}
              </button>
            )}
          </p>
        </>
      )}
    </Dialog>
  );
}

function Deals({ deals }: Readonly<{ deals: readonly WalkDeal[] }>) {
  const { t } = useText();
  const day = useDayText();
  const format = useNumbers().column(
    deals.flatMap(({ value, amountBefore, amountAfter }) => [value, amountBefore, amountAfter]),
    'money',
  );
  return (
    <div className="scroll-x">
      <table className="table walk-deals" aria-label={t('pipeline.walk.deals')}>
        <thead>
          <tr>
            <th scope="col">{t('pipeline.walk.deal')}</th>
            <th scope="col" className="wide">
              {t('pipeline.walk.rep')}
            </th>
            <th scope="col" className="wide">
              {t('pipeline.walk.stage')}
            </th>
            <th scope="col" className="wide">
              {t('pipeline.walk.close')}
            </th>
            <th scope="col" className="num wide">
              {withUnit(t('pipeline.walk.amounts'), format)}
            </th>
            <th scope="col" className="num">
              {withUnit(t('pipeline.walk.adds'), format)}
            </th>
          </tr>
        </thead>
        <tbody>
          {deals.map((deal) => (
            <tr key={`${deal.step} ${deal.id}`}>
              <th scope="row">
                <Names deal={deal} />
                <span className="narrow minor">
                  {deal.rep ?? '—'} · {deal.stage ?? '—'} ·{' '}
                  <Moved before={deal.closeBefore} after={deal.closeAfter} text={day} />
                </span>
              </th>
              <td className="wide">{deal.rep ?? '—'}</td>
              <td className="wide">{deal.stage ?? '—'}</td>
              <td className="wide">
                <Moved before={deal.closeBefore} after={deal.closeAfter} text={day} />
              </td>
              <td className="num wide">
                <Moved before={deal.amountBefore} after={deal.amountAfter} text={format.text} />
              </td>
              <td className="num strong">{format.signedText(deal.value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Names({ deal: { id, name, customerId, customer } }: Readonly<{ deal: WalkDeal }>) {
  return (
    <>
      <Link to={`/pipeline/deals/${encodeURIComponent(id)}` as string} className="link">
        {name ?? id}
      </Link>
      {customerId && (
        <Link to={`/customers/one/${encodeURIComponent(customerId)}` as string} className="link minor">
          {customer ?? customerId}
        </Link>
      )}
    </>
  );
}

function useDayText(): (day: string) => string {
  const { locale } = useText();
  const { today } = useMe().calendar;
  return (day) => dayText(day as Day, { locale, today });
}

type MovedProps = Readonly<{ before: string | null; after: string | null; text: (value: string) => string }>;

/** One value, or how it moved. */
function Moved({ before, after, text }: MovedProps) {
  const said = (value: string | null) => (value === null ? '—' : text(value));
  if (before === null || after === null || before === after) return said(after ?? before);
  return (
    <>
      <span className="t3">{said(before)} → </span>
      {said(after)}
    </>
  );
}
