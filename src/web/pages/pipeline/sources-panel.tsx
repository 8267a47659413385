import { addDays } from '#shared/day.ts';
import { useAsked } from '#web/api/use-asked.ts';
import { useMe } from '#web/api/use-me.ts';
import type { QuestionBase } from '#web/filters/filters.ts';
import { rangeText } from '#web/numbers/dates.ts';
import { useNumbers } from '#web/numbers/use-numbers.ts';
import type { PanelTable } from '#web/panel/answer-table.ts';
import { PanelFrame } from '#web/panel/panel-frame.tsx';
import { useText } from '#web/text/use-text.ts';
import { fetchSources, type SourceQualities } from './sources-query.ts';
import { SourcesTable } from './sources-table.tsx';
import { useSourceWords } from './use-source-words.ts';
import './sources.css';

/** Where good leads come from, and where money brings leads that nobody wins. */
export function SourcesPanel({ base }: Readonly<{ base: QuestionBase }>) {
  const { t, locale } = useText();
  const numbers = useNumbers();
  const words = useSourceWords();
  const { today } = useMe().calendar;
  const asked = useAsked(['pipeline', 'sources', base.period, base.where], (signal) => fetchSources(base, signal));
  const values = (answer: SourceQualities) => ({
    window: rangeText(answer.window, { locale, today }),
    days: answer.horizonDays,
    leads: numbers.text(answer.pooled.leads, 'count'),
    won: numbers.text(answer.pooled.won, 'count'),
    fewest: answer.fewestLeads,
  });
  return (
    <PanelFrame
      id="sources"
      asked={asked}
      shape="rows"
      height={290}
      name={t('pipeline.sources.name')}
      title={words.title}
      subtitle={(answer) => t('pipeline.sources.subtitle', values(answer))}
      method={(answer) => (
        <>
          <p>{t('pipeline.sources.method_window', values(answer))}</p>
          <p>{t('pipeline.sources.method_rank', values(answer))}</p>
          <p>{t('pipeline.sources.method_money')}</p>
        </>
      )}
      table={(answer) => tableOf(answer, t)}
      empty={(answer) =>
        answer.sources.length === 0
          ? {
              why: t('pipeline.sources.empty', { days: answer.horizonDays, before: addDays(answer.window.before, -1) }),
            }
          : null
      }
    >
      {(answer) => (
        <>
          <SourcesTable answer={answer} />
          {words.recommendations(answer).map((sentence) => (
            <p key={sentence} className="recommendation">
              {sentence}
            </p>
          ))}
        </>
      )}
    </PanelFrame>
  );
}

function tableOf({ sources }: SourceQualities, t: ReturnType<typeof useText>['t']): PanelTable {
  return {
    columns: [
      { id: 'source', label: t('pipeline.sources.source') },
      { id: 'rank', label: t('pipeline.sources.rank'), unit: 'count' },
      { id: 'leads', label: t('pipeline.sources.leads'), unit: 'count' },
      { id: 'valid', label: t('pipeline.sources.valid_rate'), unit: 'ratio' },
      { id: 'won', label: t('pipeline.sources.won'), unit: 'count' },
      { id: 'rate', label: t('pipeline.sources.rate'), unit: 'ratio' },
      { id: 'low', label: t('pipeline.sources.low'), unit: 'ratio' },
      { id: 'high', label: t('pipeline.sources.high'), unit: 'ratio' },
      { id: 'shrunk', label: t('pipeline.sources.shrunk'), unit: 'ratio' },
      { id: 'shrunk_low', label: t('pipeline.sources.shrunk_low'), unit: 'ratio' },
      { id: 'value', label: t('pipeline.sources.value'), unit: 'money' },
      { id: 'cost', label: t('pipeline.sources.cost'), unit: 'money' },
      { id: 'again', label: t('pipeline.sources.again_full'), unit: 'ratio' },
      { id: 'buyers', label: t('pipeline.sources.buyers'), unit: 'count' },
    ],
    rows: sources.map((source) => ({
      source: source.name ?? t('pipeline.sources.none'),
      rank: source.rank,
      leads: source.leads,
      valid: source.validRate,
      won: source.won,
      rate: source.winRate,
      low: source.interval?.low ?? null,
      high: source.interval?.high ?? null,
      shrunk: source.shrunk?.rate ?? null,
      shrunk_low: source.shrunk?.low ?? null,
      value: source.valuePerLead,
      cost: source.cost?.perWin ?? null,
      again: source.repeatRate,
      buyers: source.buyers,
    })),
    totals: null,
  };
}
