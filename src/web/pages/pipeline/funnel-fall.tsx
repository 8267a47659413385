import { Change } from '#web/numbers/change.tsx';
import { roundedParts } from '#web/numbers/parts.ts';
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
      {Math.max(weakest.regions.length, weakest.teams.length) > 1 && t('pipeline.funnel.split')}
      <Parts title={t('overview.region')} parts={weakest.regions} />
      <Parts title={t('pipeline.funnel.team')} parts={weakest.teams} />
    </p>
  );
}

/** Where the chosen reps or teams are furthest behind the others who had deals in the same cohort. */
export function FunnelBehind({ answer }: Readonly<{ answer: FunnelAnswer }>) {
  const { t } = useText();
  const words = useFunnelWords();
  const { behindOthers } = answer;
  const row = words.dealRows(answer).find(({ id }) => id === behindOthers?.stageId);
  if (!behindOthers || !row) return null;
  const { own, others, difference } = behindOthers;
  return (
    <p className="foot funnel-fall">
      <b>
        {row.name} → {row.next}
      </b>{' '}
      {t('pipeline.funnel.behind', {
        own: words.percent(own),
        others: words.percent(others),
        points: (-difference.difference * 100).toFixed(1),
      })}
    </p>
  );
}

function Parts({ title, parts }: Readonly<{ title: string; parts: readonly FunnelPart[] }>) {
  const { t } = useText();
  const rest = parts.slice(shown);
  if (parts.length < 2) return null;
  const named = parts.slice(0, shown).map(({ name, change }) => ({ name: name ?? t('overview.none'), change }));
  const others = { name: t('pipeline.funnel.rest', { count: rest.length }), change: sumOf(rest) };
  const all = rest.length > 0 ? [...named, others] : named;
  const rounded = roundedParts(
    all.map(({ change }) => change),
    3,
  );
  return (
    <span className="funnel-parts">
      {title}
      {all.map(({ name }, index) => (
        <span key={name}>
          {name} <b className="num">{pointsOf(rounded[index] ?? 0)}</b>
        </span>
      ))}
    </span>
  );
}

function sumOf(parts: readonly FunnelPart[]): number {
  return parts.reduce((sum, { change }) => sum + change, 0);
}

/** Percentage points with their sign. */
function pointsOf(change: number): string {
  const points = Math.abs(change * 100).toFixed(1);
  if (Number(points) === 0) return '0.0';
  return `${change < 0 ? '\u2212' : '+'}${points}`;
}
