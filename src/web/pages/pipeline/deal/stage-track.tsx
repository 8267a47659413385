import { useText } from '#web/text/use-text.ts';
import type { Deal } from './deal-api.ts';

/** The stages of the pipeline in order, with the days the deal spent in each against the limit. */
export function StageTrack({ deal }: Readonly<{ deal: Deal }>) {
  const { t } = useText();
  const stages = deal.pipeline.stages.filter(({ kind }) => kind === 'open');
  const rows = stages.map((stage) => {
    const visits = deal.stays.filter(({ stageId }) => stageId === stage.id);
    return { ...stage, visits: visits.length, days: visits.reduce((sum, { days }) => sum + days, 0) };
  });
  const longest = Math.max(1, ...rows.map(({ days, dwellLimitDays }) => Math.max(days, dwellLimitDays ?? 0)));
  const total = rows.reduce((sum, { days }) => sum + days, 0);
  return (
    <section className="panel" aria-labelledby="stage-track-title">
      <div className="panel-head">
        <div>
          <h2 id="stage-track-title">
            {deal.hasStageHistory ? t('deals.track.title', { days: total }) : t('deals.track.none')}
          </h2>
          <p>{t(deal.hasStageHistory ? 'deals.track.subtitle' : 'deals.track.none_why')}</p>
        </div>
      </div>
      {deal.hasStageHistory && (
        <ol className="stage-track">
          {rows.map((row) => (
            <StageRow key={row.id} row={row} longest={longest} isHere={row.id === deal.stageId} />
          ))}
        </ol>
      )}
    </section>
  );
}

type Row = Deal['pipeline']['stages'][number] & Readonly<{ visits: number; days: number }>;

function StageRow({ row, longest, isHere }: Readonly<{ row: Row; longest: number; isHere: boolean }>) {
  const { t } = useText();
  const { name, days, visits, dwellLimitDays: limit } = row;
  const isOver = limit !== null && days > limit;
  const share = (value: number) => `${(value / longest) * 100}%`;
  return (
    <li data-here={isHere} aria-current={isHere ? 'step' : undefined}>
      <span className={visits === 0 ? 'stage-name t3' : 'stage-name'}>
        {name}
        {isHere && <em className="badge">{t('deals.track.here')}</em>}
      </span>
      <span className="stage-bar" aria-hidden>
        <i data-over={isOver} style={{ width: share(days) }} />
        {limit !== null && <b style={{ left: share(limit) }} />}
      </span>
      <span className={isOver ? 'num warn' : 'num'}>
        {visits === 0
          ? '—'
          : limit === null
            ? t('deals.days_here', { days })
            : t('deals.days_of_limit', { days, limit })}
        {visits > 1 && <small> {t('deals.track.visits', { count: visits })}</small>}
      </span>
    </li>
  );
}
