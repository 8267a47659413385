import { useNumbers } from '#web/numbers/use-numbers.ts';
import { useText } from '#web/text/use-text.ts';
import type { SourceQualities, SourceQuality } from './sources-query.ts';

/** What the sources' figures say: the finding, and what to do with how much certainty. */
export function useSourceWords() {
  const { t } = useText();
  const numbers = useNumbers();
  const rate = (value: number | null | undefined) => numbers.text(value ?? null, 'ratio');
  const name = (source: SourceQuality | null) => source?.name ?? t('pipeline.sources.none');
  const worstOf = (answer: SourceQualities) => {
    const { worst, pooled } = answer;
    const source = worst && found(answer, worst.sourceId);
    if (!worst || !source) return null;
    return {
      name: name(source),
      leadShare: rate(worst.leadShare),
      wonShare: rate(worst.wonShare),
      won: source.won,
      leads: numbers.text(source.leads, 'count'),
      rate: rate(source.winRate),
      mean: rate(pooled.rate),
      cost: source.cost ? numbers.text(source.cost.amount, 'money') : '',
      perWin: source.cost?.perWin ? numbers.text(source.cost.perWin, 'money') : '',
    };
  };
  const bestOf = (answer: SourceQualities) => {
    const source = answer.best && found(answer, answer.best.sourceId);
    if (!source || !answer.best) return null;
    const times = answer.pooled.rate ? (source.shrunk?.rate ?? 0) / answer.pooled.rate : null;
    return {
      name: name(source),
      sureness: answer.best.sureness,
      times: times === null ? '' : String(Number(times.toFixed(1))),
      rate: rate(source.shrunk?.rate),
      low: rate(source.shrunk?.low),
      high: rate(source.shrunk?.high),
      second: name(answer.sources.find(({ rank }) => rank === 2) ?? null),
    };
  };
  return {
    name,
    title: (answer: SourceQualities): string => {
      const [worst, best] = [worstOf(answer), bestOf(answer)];
      const isBest = best !== null && best.sureness !== 'unsure';
      if (worst && isBest) return t('pipeline.sources.title_both', { ...worst, best: best.name, times: best.times });
      if (worst) return t('pipeline.sources.title_worst', worst);
      if (isBest) return t('pipeline.sources.title_best', best);
      return t(best ? 'pipeline.sources.title_alike' : 'pipeline.sources.name');
    },
    recommendations: (answer: SourceQualities): readonly string[] => {
      const [worst, best] = [worstOf(answer), bestOf(answer)];
      return [
        ...(best ? [t(`pipeline.sources.advice_${best.sureness}`, best)] : []),
        ...(worst
          ? [t(worst.perWin !== '' ? 'pipeline.sources.advice_worst_cost' : 'pipeline.sources.advice_worst', worst)]
          : []),
      ];
    },
  };
}

function found({ sources }: SourceQualities, id: string | null): SourceQuality | null {
  return sources.find(({ sourceId }) => sourceId === id) ?? null;
}
