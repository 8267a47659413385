import type { Day } from '#shared/day.ts';
import type { Answer } from '#web/api/types.ts';
import type { Asked } from '#web/api/use-asked.ts';
import { type Multiple, SmallMultiples } from '#web/charts/small-multiples/small-multiples.tsx';
import type { QuestionBase } from '#web/filters/filters.ts';
import { Change } from '#web/numbers/change.tsx';
import { numberOf } from '#web/numbers/figure.ts';
import { roundedParts } from '#web/numbers/parts.ts';
import { useNumbers } from '#web/numbers/use-numbers.ts';
import { Panel } from '#web/panel/panel.tsx';
import { useDetail } from '#web/panel/use-detail.ts';
import { useText } from '#web/text/use-text.ts';
import { cellOf } from '../lead/cell.ts';
import { monthStart, type Span } from '../lead/span.ts';
import { type Part, partsOf, totalOf } from '../titles/parts.ts';
import { useSplitTitle } from '../titles/use-split-title.ts';

type LinesPanelProps = Readonly<{ lines: Asked; lineMonths: Asked; base: QuestionBase; span: Span }>;

const shown = 5;

/** Product lines as small multiples on one scale: thirteen months with the year before. */
export function LinesPanel({ lines, lineMonths, base, span }: LinesPanelProps) {
  const { t } = useText();
  const splitTitle = useSplitTitle();
  return (
    <Panel
      id="lines"
      asked={lines}
      shape="bars"
      height={160}
      title={(answer) => splitTitle(answer, 'product_line', t('overview.lines.plain'))}
      subtitle={(answer) => {
        const more = answer.rows.length - shown;
        return t('overview.lines.subtitle') + (more > 0 ? t('overview.lines.more', { count: more }) : '');
      }}
    >
      {(answer) =>
        lineMonths.state === 'answered' ? (
          <Lines answer={answer} months={lineMonths.data} base={base} span={span} />
        ) : null
      }
    </Panel>
  );
}

type LinesProps = Readonly<{ answer: Answer; months: Answer; base: QuestionBase; span: Span }>;

function Lines({ answer, months, base, span }: LinesProps) {
  const { t } = useText();
  const detail = useDetail();
  const numbers = useNumbers();
  const all = partsOf(answer, 'product_line', 'revenue');
  const total = totalOf(answer, 'revenue').value ?? 0;
  const shares = roundedParts(
    all.map((part) => (total > 0 ? (part.value ?? 0) / total : 0)),
    2,
  );
  const starts = [...new Set(months.rows.map((row) => String(row.month)))].sort();
  const items = all.slice(0, shown).map((part, index): Multiple => {
    const series = seriesOf(months, part, starts);
    return {
      id: part.key ?? 'none',
      name: part.name ?? t('overview.none'),
      share: t('overview.lines.share', { share: Math.round((shares[index] ?? 0) * 100) }),
      total: numbers.text(part.value, 'money'),
      change: answer.compare ? <Change value={part.change} unit="money" /> : null,
      ...series,
      label: t('overview.lines.label', {
        name: part.name ?? t('overview.none'),
        value: numbers.text(part.value, 'money'),
      }),
    };
  });
  return (
    <SmallMultiples
      items={items}
      chosen={starts.filter((start) => start >= monthStart(span.days.from) && start < span.days.before).length}
      isLastPartial={months.partial !== null}
      firstLabel={(starts[0] ?? '').slice(0, 7)}
      lastLabel={(starts.at(-1) ?? '').slice(0, 7)}
      onPick={(id) => {
        const part = all.find((each) => (each.key ?? 'none') === id);
        detail.rows(cellOf(base, 'revenue', { product_line: part?.key ?? null }), part?.name ?? t('overview.none'));
      }}
    />
  );
}

function seriesOf(months: Answer, part: Part, starts: readonly string[]) {
  const rows = new Map(
    months.rows
      .filter((row) => (row.product_line_key ?? row.product_line) === part.key)
      .map((row) => [row.month as Day, row]),
  );
  const read = (column: string) => starts.map((start) => numberOf(rows.get(start as Day)?.[column]));
  return { values: read('revenue'), bases: read('revenue_base') };
}
