import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { failureOf } from '#web/api/failure.ts';
import { useMe } from '#web/api/use-me.ts';
import { dayText } from '#web/numbers/dates.ts';
import { useNumbers } from '#web/numbers/use-numbers.ts';
import { PanelEmpty, PanelFailed, PanelLoading } from '#web/panel/panel-states.tsx';
import { outcomeText } from '#web/tasks/task-row.tsx';
import { type TextKey, useText } from '#web/text/use-text.ts';
import { tierText } from './customer-head.tsx';
import { fetchTimeline, type Happening, type OneCustomer } from './one-queries.ts';

const height = 480;

/** What happened with the customer, the latest first. */
export function TimelinePanel({ customer: { id, isOurs } }: Readonly<{ customer: OneCustomer }>) {
  const { t } = useText();
  const query = useInfiniteQuery({
    queryKey: ['tasks', 'timeline', id],
    queryFn: ({ pageParam, signal }) => fetchTimeline(id, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
  const items = (query.data?.pages ?? []).flatMap((page) => page.items);
  return (
    <section className="panel" aria-labelledby="timeline-title" aria-busy={query.isPending}>
      <div className="panel-head">
        <div>
          <h2 id="timeline-title">{t('customer.timeline')}</h2>
          <p>{t(isOurs ? 'customer.timeline_all' : 'customer.timeline_own')}</p>
        </div>
      </div>
      {query.isPending && <PanelLoading shape="rows" height={height} cancel={() => {}} />}
      {query.isError && (
        <PanelFailed height={height} failure={failureOf(query.error)} retry={() => void query.refetch()} />
      )}
      {query.data && items.length === 0 && <PanelEmpty height={height} why={t('customer.timeline_empty')} />}
      <ol className="timeline">
        {items.map((item) => (
          <HappeningRow key={`${item.kind}${item.id}`} item={item} />
        ))}
      </ol>
      {query.hasNextPage && (
        <p className="foot">
          <button
            type="button"
            className="link"
            disabled={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {t('customer.earlier')}
          </button>
        </p>
      )}
    </section>
  );
}

function HappeningRow({ item }: Readonly<{ item: Happening }>) {
  const { t, locale } = useText();
  const { today } = useMe().calendar;
  const numbers = useNumbers();
  return (
    <li data-kind={item.kind}>
      <span className="t2">{dayText(item.on, { locale, today })}</span>
      <span className="timeline-kind">{t(kindTexts[item.kind])}</span>
      <span className="timeline-words">
        <What item={item} />
        <Note item={item} />
      </span>
      <span className="t2 timeline-who">{item.who}</span>
      <span className="num">{item.amount !== null && numbers.text(item.amount, 'money')}</span>
    </li>
  );
}

function What({ item: { kind, id, what, initiator } }: Readonly<{ item: Happening }>) {
  const { t } = useText();
  if (kind.startsWith('deal_')) {
    return <Link to={`/pipeline/deals/${encodeURIComponent(id)}` as string}>{what ?? id}</Link>;
  }
  if (kind === 'interaction')
    return t(initiator === 'customer' ? 'customer.they_came' : 'customer.we_came', { way: what ?? '' });
  if (kind === 'tier' && what) return t(tierText(what));
  if (kind === 'tier_cleared') return t('customer.tier_cleared_what');
  return what;
}

function Note({ item: { kind, note } }: Readonly<{ item: Happening }>) {
  const { t } = useText();
  if (note === null) return null;
  const words = kind === 'task_done' ? t(outcomeText(note)) : kind === 'order' ? t('customer.cancelled') : note;
  return <span className="t2 timeline-note">{words}</span>;
}

const kindTexts: Readonly<Record<Happening['kind'], TextKey>> = {
  order: 'customer.kind.order',
  refund: 'customer.kind.refund',
  deal_created: 'customer.kind.deal_created',
  deal_won: 'customer.kind.deal_won',
  deal_lost: 'customer.kind.deal_lost',
  deal_disqualified: 'customer.kind.deal_disqualified',
  interaction: 'customer.kind.interaction',
  task: 'customer.kind.task',
  task_done: 'customer.kind.task_done',
  owner: 'customer.kind.owner',
  claimed: 'customer.kind.claimed',
  released: 'customer.kind.released',
  tier: 'customer.kind.tier',
  tier_cleared: 'customer.kind.tier_cleared',
};
