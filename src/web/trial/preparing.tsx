import { useQuery } from '@tanstack/react-query';
import { meQuery } from '#web/api/queries.ts';
import type { Me } from '#web/api/types.ts';
import { Brand } from '#web/shell/brand.tsx';
import { useText } from '#web/text/use-text.ts';
import './preparing.css';

const askAgainMs = 700;

/** A new workspace while its demo data is written: how many rows are there, of how many. */
export function Preparing({ filling }: Readonly<{ filling: NonNullable<Me['workspace']['filling']> }>) {
  const { t, locale } = useText();
  useQuery({ ...meQuery, refetchInterval: askAgainMs, staleTime: 0 });
  const count = new Intl.NumberFormat(locale === 'zh' ? 'zh-CN' : 'en');
  const { done, total } = filling;
  return (
    <div className="preparing">
      <Brand />
      <main id="content">
        <h1 id="preparing">{t('trial.preparing')}</h1>
        <progress aria-labelledby="preparing" value={done} max={Math.max(total, 1)} />
        <p>{total > 0 ? t('trial.preparing.part', { done: count.format(done), total: count.format(total) }) : ' '}</p>
        <p className="t3">{t('trial.preparing.why')}</p>
      </main>
    </div>
  );
}
