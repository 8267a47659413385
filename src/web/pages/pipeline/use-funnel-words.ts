import { useMe } from '#web/api/use-me.ts';
import { useNumbers } from '#web/numbers/use-numbers.ts';
import { useText } from '#web/text/use-text.ts';
import { cohortName } from './cohort-name.ts';
import type { FunnelAnswer, FunnelPart, FunnelStep, FunnelTally } from './funnel-query.ts';

/** A row of the funnel: a stage or a step of leads, with its name and the one it leads to. */
export type FunnelRow = Readonly<{ id: string; name: string; next: string } & FunnelStep>;

/** How cohorts, steps and findings about them are worded. */
export function useFunnelWords() {
  const { t, locale } = useText();
  const numbers = useNumbers();
  const style = { locale, today: useMe().calendar.today };
  const percent = (value: number) => numbers.text(value, 'ratio');
  const cohort = (which: FunnelAnswer['now']) => cohortName(which.range, style);
  const rate = ({ n, reached }: FunnelTally) => (n === 0 ? '—' : percent(reached / n));
  const highest = ({ n, reached, skipped, open }: FunnelTally) =>
    n === 0 ? '—' : percent((reached + skipped + open) / n);
  const dealRows = (answer: FunnelAnswer): readonly FunnelRow[] =>
    answer.steps.map((step) => ({
      ...step,
      id: step.stage.id,
      name: step.stage.name,
      next: step.next ?? t('pipeline.funnel.won'),
    }));
  const leadRows = (answer: FunnelAnswer): readonly FunnelRow[] => {
    const names = ['lead', 'valid', 'opportunity', 'won'] as const;
    return (answer.leads ?? []).map((step, index) => ({
      ...step,
      id: names[index] ?? 'won',
      name: t(`pipeline.funnel.${names[index] ?? 'won'}`),
      next: t(`pipeline.funnel.${names[index + 1] ?? 'won'}`),
    }));
  };
  return {
    cohort,
    percent,
    rate,
    highest,
    dealRows,
    leadRows,
    /** The weakest link and where it comes from; else how many of the cohort are still open. */
    title: (answer: FunnelAnswer) => {
      const { weakest } = answer;
      const row = dealRows(answer).find(({ id }) => id === weakest?.stageId);
      if (weakest && row) {
        const values = { stage: row.name, next: row.next, from: percent(weakest.from), to: percent(weakest.to) };
        const where = whereItFell(weakest.regions);
        const fell = t('pipeline.funnel.fell', values);
        return where
          ? t('pipeline.funnel.fell_where', {
              fell,
              share: percent(where.share),
              names: where.names.join(t('pipeline.funnel.and')),
            })
          : fell;
      }
      const { n, open } = answer.deals.now;
      return n === 0
        ? t('pipeline.funnel.name')
        : t('pipeline.funnel.still_open', { cohort: cohort(answer.now), count: n, share: percent(open / n) });
    },
    /** A step in words, for whoever does not see its bar. */
    row: ({ name, next, now, previous }: FunnelRow) =>
      t('pipeline.funnel.row', {
        name,
        next,
        n: now.n,
        reached: now.reached,
        open: now.open,
        lost: now.lost,
        disqualified: now.disqualified,
        rate: rate(now),
        previous: rate(previous),
      }),
  };
}

/** The fewest regions, two at most, that make up most of the fall; null when it is spread, or there is only one. */
function whereItFell(parts: readonly FunnelPart[]): Readonly<{ names: readonly string[]; share: number }> | null {
  const named = parts.filter(({ name }) => name !== null);
  if (parts.length < 2) return null;
  for (const count of [1, 2]) {
    const some = named.slice(0, count);
    const share = some.reduce((sum, part) => sum + part.share, 0);
    if (some.length === count && count < parts.length && share >= 0.5) {
      return { names: some.map(({ name }) => name ?? ''), share: Math.min(1, share) };
    }
  }
  return null;
}
