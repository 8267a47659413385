import { IntervalAxis, IntervalTrack } from '#web/charts/interval-track/interval-track.tsx';
import { greatestOf, ticks } from '#web/charts/scale.ts';
import { withUnit } from '#web/numbers/column-format.ts';
import { numberOf } from '#web/numbers/figure.ts';
import { useNumbers } from '#web/numbers/use-numbers.ts';
import { useText } from '#web/text/use-text.ts';
import type { SourceQualities, SourceQuality } from './sources-query.ts';
import { useSourceWords } from './use-source-words.ts';

/** A row per source: leads, how many are valid, the win rate with its interval, what a lead is worth and a win costs. */
export function SourcesTable({ answer }: Readonly<{ answer: SourceQualities }>) {
  const { t } = useText();
  const numbers = useNumbers();
  const { sources, pooled } = answer;
  const values = numbers.column(
    sources.map(({ valuePerLead }) => valuePerLead),
    'money',
  );
  // The dearest source may cost a hundred times the others: its own precision would print those as 0.
  const perWin = sources.flatMap(({ cost }) => numberOf(cost?.perWin) ?? []).toSorted((a, b) => b - a);
  const costs = numbers.column([perWin[1] ?? perWin[0]], 'money');
  const marks = ticks(0, reachOf(answer), 4);
  const most = marks.at(-1) ?? 1;
  const hasCosts = sources.some(({ cost }) => cost !== null);
  return (
    <table className="table fixed sources" aria-label={t('pipeline.sources.name')}>
      <thead>
        <tr>
          <th scope="col">{t('pipeline.sources.source')}</th>
          <th scope="col" className="num leads-column">
            {t('pipeline.sources.leads')}
          </th>
          <th scope="col" className="num valid-column">
            {t('pipeline.sources.valid')}
          </th>
          <td className="track-column">
            <IntervalAxis
              mean={
                pooled.rate === null
                  ? null
                  : {
                      value: pooled.rate,
                      label: t('pipeline.sources.pooled', { rate: numbers.text(pooled.rate, 'ratio') }),
                    }
              }
              most={most}
              ticks={marks.map((value) => ({ value, label: `${Number((value * 100).toFixed(1))}%` }))}
            />
          </td>
          <th scope="col" className="num rate-column">
            {t('pipeline.sources.rate')}
          </th>
          <th scope="col" className="num n-column">
            {t('pipeline.sources.won_of')}
          </th>
          <th scope="col" className="num value-column">
            {withUnit(t('pipeline.sources.value'), values)}
          </th>
          {hasCosts && (
            <th scope="col" className="num value-column cost-column">
              {withUnit(t('pipeline.sources.cost'), costs)}
            </th>
          )}
          <th scope="col" className="num again-column" title={t('pipeline.sources.again_full')}>
            {t('pipeline.sources.again')}
          </th>
        </tr>
      </thead>
      <tbody>
        {sources.map((source) => (
          <tr key={source.sourceId ?? 'none'} data-faint={source.rank === null ? true : undefined}>
            <Figures source={source} answer={answer} most={most} marks={marks} />
            <td className="num value-column">{values.text(source.valuePerLead)}</td>
            {hasCosts && <td className="num value-column cost-column">{costs.text(source.cost?.perWin)}</td>}
            <td
              className="num again-column"
              title={t('pipeline.sources.again_of', { again: source.buyersAgain, buyers: source.buyers })}
            >
              {numbers.text(source.repeatRate, 'ratio').replace(/\.\d+%/, '%')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type FiguresProps = Readonly<{
  source: SourceQuality;
  answer: SourceQualities;
  most: number;
  marks: readonly number[];
}>;

function Figures({ source, answer, most, marks }: FiguresProps) {
  const { t } = useText();
  const numbers = useNumbers();
  const words = useSourceWords();
  const name = words.name(source);
  const label = t(source.rank === null ? 'pipeline.sources.mark_few' : 'pipeline.sources.mark', {
    name,
    rate: numbers.text(source.shrunk?.rate, 'ratio'),
    counted: numbers.text(source.winRate, 'ratio'),
    low: numbers.text(source.interval?.low, 'ratio'),
    high: numbers.text(source.interval?.high, 'ratio'),
    won: source.won,
    leads: source.leads,
  });
  return (
    <>
      <th scope="row" title={name}>
        {name}
      </th>
      <td className="num leads-column">{numbers.text(source.leads, 'count')}</td>
      <td className="num valid-column">{numbers.text(source.validRate, 'ratio').replace(/\.\d+%/, '%')}</td>
      <td className="track-column">
        <IntervalTrack
          estimate={source.shrunk?.rate ?? null}
          counted={source.winRate}
          low={source.interval?.low ?? null}
          high={source.interval?.high ?? null}
          mean={answer.pooled.rate}
          most={most}
          ticks={marks}
          isFaint={source.rank === null}
          label={label}
        />
      </td>
      <td className="num rate-column strong">{numbers.text(source.shrunk?.rate, 'ratio')}</td>
      <td className="num n-column t2">{`${source.won}/${numbers.text(source.leads, 'count')}`}</td>
    </>
  );
}

/** As far as the intervals of ranked sources go; what a handful of leads may mean would squeeze them. */
function reachOf({ sources, pooled }: SourceQualities): number {
  const ranked = sources.filter(({ rank }) => rank !== null);
  const of = ranked.length > 0 ? ranked : sources;
  return greatestOf([pooled.rate, ...of.map(({ interval }) => interval?.high)]);
}
