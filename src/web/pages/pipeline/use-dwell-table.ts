import type { PanelTable, TableColumn } from '#web/panel/answer-table.ts';
import { useText } from '#web/text/use-text.ts';
import type { DwellAnswer, DwellStage, Stays } from './dwell-query.ts';
import { useDwellWords } from './use-dwell-words.ts';

/** The table behind the tracks: every figure of every stage. Workdays have no unit of their own and stand as plain figures. */
export function useDwellTable(): (answer: DwellAnswer) => PanelTable {
  const { t } = useText();
  const words = useDwellWords();
  return (answer) => {
    const unit = answer.unit === 'calendar' ? 'days' : 'quantity';
    const length = (id: string, label: string): TableColumn => ({ id, label, unit });
    return {
      columns: [
        { id: 'stage', label: t('overview.stage') },
        { id: 'count', label: t('pipeline.dwell.open_deals'), unit: 'count' },
        { id: 'amount', label: t('overview.amount'), unit: 'money' },
        length('median', t('pipeline.dwell.median')),
        length('low', t('pipeline.dwell.low')),
        length('high', t('pipeline.dwell.high')),
        length('p75', 'P75'),
        length('p90', 'P90'),
        { id: 'n', label: 'n', unit: 'count' },
        { id: 'open', label: t('pipeline.dwell.n_open'), unit: 'count' },
        length('base', t('pipeline.dwell.base')),
        { id: 'base_n', label: t('pipeline.dwell.base_n'), unit: 'count' },
        ...(answer.unit === 'calendar' ? [length('line', t('pipeline.dwell.line'))] : []),
        length('age_p25', t('pipeline.dwell.age_p25')),
        length('age_p50', t('pipeline.dwell.age')),
        length('age_p75', t('pipeline.dwell.age_p75')),
      ],
      rows: answer.stages.map((row) => ({ stage: words.stage(row, answer), ...figuresOf(row) })),
      totals: null,
    };
  };
}

function figuresOf({ standing: { count, amount, age }, dwell, base, line }: DwellStage) {
  const { median, low, high, p75, p90, n, open } = dwell ?? unknown;
  const ages = { age_p25: age?.p25 ?? null, age_p50: age?.p50 ?? null, age_p75: age?.p75 ?? null };
  const before = { base: base?.median ?? null, base_n: base?.n ?? null, line: line?.days ?? null };
  return { count, amount, median, low, high, p75, p90, n, open, ...before, ...ages };
}

const unknown: Readonly<Record<keyof Stays, null>> = {
  n: null,
  open: null,
  median: null,
  low: null,
  high: null,
  p75: null,
  p90: null,
};
