import { useQuery } from '@tanstack/react-query';
import { failureOf } from '#web/api/failure.ts';
import { type Standing, standingQuery } from '#web/api/standing.ts';
import type { PeriodInput } from '#web/api/types.ts';
import { PeerStrip } from '#web/charts/peer-strip/peer-strip.tsx';
import { useNumbers } from '#web/numbers/use-numbers.ts';
import { PanelEmpty, PanelFailed, PanelLoading } from '#web/panel/panel-states.tsx';
import { type TextKey, useText } from '#web/text/use-text.ts';

const height = 132;

/** The rep's rank with the colleagues' values as unnamed dots, where the workspace allows it. */
export function StandingPanel({ period }: Readonly<{ period: PeriodInput }>) {
  const { t } = useText();
  const query = useQuery(standingQuery(period));
  const words = useStandingWords();
  return (
    <section className="panel" id="standing" aria-labelledby="standing-title" aria-busy={query.isPending}>
      <div className="panel-head">
        <div>
          <h2 id="standing-title">{query.data ? words.title(query.data) : t('overview.standing.plain')}</h2>
          <p>{query.data?.own ? t('overview.standing.subtitle') : ''}</p>
        </div>
      </div>
      <div className="panel-body">
        {query.isError && (
          <PanelFailed height={height} failure={failureOf(query.error)} retry={() => void query.refetch()} />
        )}
        {query.isPending && <PanelLoading shape="line" height={height} cancel={() => {}} />}
        {query.data && <Strip standing={query.data} />}
      </div>
    </section>
  );
}

const reasons: Readonly<Record<'no_person' | 'too_few', TextKey>> = {
  no_person: 'overview.standing.no_person',
  too_few: 'overview.standing.too_few',
};

function Strip({ standing }: Readonly<{ standing: Standing }>) {
  const { t } = useText();
  const numbers = useNumbers();
  if (standing.own === null) return <PanelEmpty height={height} why={t(reasons[standing.reason ?? 'no_person'])} />;
  const peers = standing.peers.map(Number);
  const own = Number(standing.own);
  const format = numbers.column([own, ...peers], 'money');
  return (
    <PeerStrip
      label={t('overview.standing.label', { rank: standing.rank, count: standing.of })}
      own={own}
      peers={peers}
      median={standing.median === null ? null : Number(standing.median)}
      texts={{
        own: t('overview.standing.me', { value: numbers.text(own, 'money') }),
        median: t('overview.standing.median', { value: numbers.text(standing.median, 'money') }),
      }}
      format={(value) => `${format.text(value)}${value === 0 ? '' : format.unit}`}
    />
  );
}

function useStandingWords() {
  const { t } = useText();
  const numbers = useNumbers();
  return {
    title: (standing: Standing) => {
      if (standing.own === null) return t('overview.standing.plain');
      const values = { rank: standing.rank, count: standing.of };
      if (standing.rank <= 1 || standing.next === null) return t('overview.standing.first', values);
      const gap = numbers.text(Number(standing.next) - Number(standing.own), 'money');
      return t('overview.standing.title', { ...values, gap, better: standing.rank - 1 });
    },
  };
}
