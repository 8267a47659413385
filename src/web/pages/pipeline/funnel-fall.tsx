import { Change } from '#web/numbers/change.tsx';
import { useText } from '#web/text/use-text.ts';
import type { FunnelAnswer, FunnelPart } from './funnel-query.ts';
import { useFunnelWords } from './use-funnel-words.ts';

const shown = 3;

/** Where the fall of the weakest link comes from: regions and teams, each adding up to it. */
export function FunnelFall({ answer }: Readonly<{ answer: FunnelAnswer }>) {
  const { t } = useText();
  const words = useFunnelWords();
  const { weakest } = answer;
  const row = words.dealRows(answer).find(({ id }) => id === weakest?.stageId);
  if (!weakest || !row) return null;
  return (
    <p className="foot funnel-fall">
      <b>
        {row.name} → {row.next}
      </b>{' '}
      {t(`pipeline.funnel.against_${weakest.against}`, {
        cohort: words.cohort(weakest.against === 'previous' ? answer.previous : answer.yearAgo),
      })}{' '}
      <Change value={weakest.difference.difference} unit="ratio" />
      {t('pipeline.funnel.interval', {
        low: pointsOf(weakest.difference.low),
        high: pointsOf(weakest.difference.high),
      })}
      <Parts title={t('overview.region')} parts={weakest.regions} />
      <Parts title={t('pipeline.funnel.team')} parts={weakest.teams} />
    </p>
  );
}

function Parts({ title, parts }: Readonly<{ title: string; parts: readonly FunnelPart[] }>) {
  const { t } = useText();
  const rest = parts.slice(shown);
  if (parts.length < 2) return null;
  return (
    <span className="funnel-parts">
      {title}
      {parts.slice(0, shown).map((part) => (
        <span key={part.id ?? 'none'}>
          {part.name ?? t('overview.none')} <b className="num">{pointsOf(part.change)}</b>
        </span>
      ))}
      {rest.length > 0 && (
        <span>
          {t('pipeline.funnel.rest', { count: rest.length })}{' '}
          <b className="num">{pointsOf(rest.reduce((sum, part) => sum + part.change, 0))}</b>
        </span>
      )}
    </span>
  );
}

/** Percentage points with their sign. */
function pointsOf(change: number): string {
  const points = Math.abs(change * 100).toFixed(1);
  if (Number(points) === 0) return '0.0';
  return `${change < 0 ? '\u2212' : '+'}${points}`;
}
