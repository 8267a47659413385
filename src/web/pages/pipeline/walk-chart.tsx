import { Waterfall, type WaterfallMark } from '#web/charts/waterfall/waterfall.tsx';
import { withUnit } from '#web/numbers/column-format.ts';
import { roundedParts } from '#web/numbers/parts.ts';
import { useNumbers } from '#web/numbers/use-numbers.ts';
import { useText } from '#web/text/use-text.ts';
import { useLevelLabels } from './use-level-labels.ts';
import type { Walk, WalkRow, WalkStep } from './waterfall-queries.ts';
import { useClosingName } from './waterfall-title.ts';

type Open = (rows: readonly WalkRow[], name: string) => void;

/** What a line of the chart is made of; transfers in and out are one line. */
type Line = Readonly<{ id: WalkStep | 'transferred'; steps: readonly WalkStep[]; kind: WaterfallMark['kind'] }>;

const lines: readonly Line[] = [
  { id: 'new', steps: ['new'], kind: 'plus' },
  { id: 'pulled_in', steps: ['pulled_in'], kind: 'plus' },
  { id: 'reopened', steps: ['reopened'], kind: 'plus' },
  { id: 'increased', steps: ['increased'], kind: 'plus' },
  { id: 'decreased', steps: ['decreased'], kind: 'neutral' },
  { id: 'won', steps: ['won'], kind: 'good' },
  { id: 'lost', steps: ['lost'], kind: 'bad' },
  { id: 'disqualified', steps: ['disqualified'], kind: 'neutral' },
  { id: 'pushed_out', steps: ['pushed_out'], kind: 'bad' },
  { id: 'transferred', steps: ['transferred_in', 'transferred_out'], kind: 'neutral' },
];

/** Steps that only the waterfall of a closing period has. */
const ofClosing: readonly string[] = ['pulled_in', 'pushed_out'];

/** The waterfall drawn; every line opens its deals. */
export function WalkChart({ walk, open }: Readonly<{ walk: Walk; open: Open }>) {
  const { t } = useText();
  const format = useNumbers().column([walk.start.amount, walk.end.amount], 'money');
  return (
    <Waterfall
      label={t('pipeline.walk.name')}
      headers={{
        name: t('pipeline.walk.step'),
        amount: withUnit(t('pipeline.walk.amount'), format),
        count: t('pipeline.walk.deals'),
      }}
      marks={useMarks(walk, open)}
    />
  );
}

function useMarks(walk: Walk, open: Open): readonly WaterfallMark[] {
  const { t } = useText();
  const closing = useClosingName();
  const labels = useLevelLabels()(walk.between);
  const numbers = useNumbers();
  const found = linesOf(walk);
  const printed = usePrinted(walk, found);
  const level = (row: 'start' | 'end'): WaterfallMark => {
    const { amount, deals } = walk[row];
    return {
      id: row,
      label: labels[row],
      before: Number(amount),
      after: Number(amount),
      kind: 'level',
      amount: printed[row],
      count: numbers.text(deals, 'count'),
      description: t('pipeline.walk.mark', { label: labels[row], amount: numbers.text(amount, 'money'), deals }),
      onPick: deals > 0 ? () => open([row], labels[row]) : undefined,
    };
  };
  const steps = found.map(({ line, amount, deals, before }, index): WaterfallMark => {
    const label = t(`pipeline.walk.step.${line.id}`, { closing });
    return {
      id: line.id,
      label,
      before,
      after: before + amount,
      kind: line.kind,
      amount: printed.steps[index] ?? '',
      count: deals === 0 ? '—' : numbers.text(deals, 'count'),
      description: t('pipeline.walk.mark', { label, amount: numbers.signed(amount, 'money'), deals }),
      onPick: deals > 0 ? () => open(line.steps, label) : undefined,
    };
  });
  return [level('start'), ...steps, level('end')];
}

type Found = Readonly<{ line: Line; amount: number; deals: number; before: number }>;

/** The lines with what they add and where they begin. */
function linesOf({ start, steps, closing }: Walk): readonly Found[] {
  let at = Number(start.amount);
  return lines
    .filter(({ id }) => closing !== null || !ofClosing.includes(id))
    .map((line) => {
      const own = steps.filter(({ step }) => line.steps.includes(step));
      const amount = own.reduce((sum, each) => sum + Number(each.amount), 0);
      const before = at;
      at += amount;
      return { line, amount, before, deals: own.reduce((sum, each) => sum + each.deals, 0) };
    });
}

/** The figures rounded together: what is printed adds up, too. */
function usePrinted(walk: Walk, found: readonly Found[]) {
  const format = useNumbers().column([walk.start.amount, walk.end.amount], 'money');
  const parts = [Number(walk.start.amount), ...found.map(({ amount }) => amount)];
  const [start = 0, ...steps] = roundedParts(
    parts.map((part) => part / format.by),
    format.digits,
  );
  return {
    start: format.text(start * format.by),
    steps: steps.map((step) => format.signedText(step * format.by)),
    end: format.text(walk.end.amount),
  };
}
