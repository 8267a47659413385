import { FunnelBar } from '#web/charts/funnel/funnel-bars.tsx';
import { FunnelLegend } from '#web/charts/funnel/funnel-legend.tsx';
import { Change } from '#web/numbers/change.tsx';
import { useNumbers } from '#web/numbers/use-numbers.ts';
import { useText } from '#web/text/use-text.ts';
import type { FunnelAnswer, FunnelTally } from './funnel-query.ts';
import { type FunnelRow, useFunnelWords } from './use-funnel-words.ts';
import '#web/charts/funnel/funnel.css';

type StepsProps = Readonly<{ answer: FunnelAnswer; rows: readonly FunnelRow[] }>;

/** A row per step: how many came to it, what became of them, and the range in which its conversion will end. */
export function FunnelSteps({ answer, rows }: StepsProps) {
  const { t } = useText();
  const numbers = useNumbers();
  const words = useFunnelWords();
  const most = Math.max(...rows.map(({ now }) => now.n), 0);
  const names = {
    skipped: t('pipeline.funnel.skipped'),
    open: t('pipeline.funnel.open_short'),
    lost: t('pipeline.funnel.lost'),
    disqualified: t('pipeline.funnel.disqualified'),
  };
  const isCompared = rows.some(({ previous }) => previous.n > 0);
  return (
    <>
      <table className="table fixed funnel" aria-label={t('pipeline.funnel.name')}>
        <thead>
          <tr>
            <th scope="col">{t('pipeline.funnel.step')}</th>
            <th scope="col" className="num n-column">
              {t('pipeline.funnel.n')}
            </th>
            <td className="bar-column" />
            <th scope="col" className="num rate-column">
              {t('pipeline.funnel.rate')}
            </th>
            {isCompared && (
              <th scope="col" className="num change-column">
                {t('pipeline.funnel.change')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.name}</th>
              <td className="num n-column">{numbers.text(row.now.n, 'count')}</td>
              <td className="bar-column">
                <FunnelBar
                  parts={row.now}
                  names={names}
                  most={most}
                  base={baseOf(row.now, row.previous)}
                  label={words.row(row)}
                  note={row === rows.at(-1) ? t('pipeline.funnel.won') : undefined}
                />
              </td>
              <td className="num rate-column">
                <b>{words.rate(row.now)}</b>
                <span className="t2"> – {words.highest(row.now)}</span>
              </td>
              {isCompared && (
                <td className="num change-column">
                  <Change value={row.sincePrevious?.difference ?? null} unit="ratio" />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <FunnelLegend
        reached={t('pipeline.funnel.reached')}
        skipped={rows.some(({ now }) => now.skipped > 0) ? t('pipeline.funnel.skipped') : null}
        open={t('pipeline.funnel.open')}
        lost={t('pipeline.funnel.lost')}
        disqualified={t('pipeline.funnel.disqualified')}
        base={isCompared ? t('pipeline.funnel.base', { cohort: words.cohort(answer.previous) }) : null}
      />
    </>
  );
}

/** How many would have come further at the earlier cohort's rate. */
function baseOf(now: FunnelTally, previous: FunnelTally): number | null {
  return previous.n === 0 ? null : (previous.reached / previous.n) * now.n;
}
