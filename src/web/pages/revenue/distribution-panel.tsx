import type { Answer } from '#web/api/types.ts';
import type { Asked } from '#web/api/use-asked.ts';
import { Histogram } from '#web/charts/histogram/histogram.tsx';
import type { QuestionBase } from '#web/filters/filters.ts';
import { numberOf } from '#web/numbers/figure.ts';
import { useNumbers } from '#web/numbers/use-numbers.ts';
import { Panel } from '#web/panel/panel.tsx';
import { useDetail } from '#web/panel/use-detail.ts';
import { useText } from '#web/text/use-text.ts';
import { cellOf } from '../lead/cell.ts';
import { type SmallOrders, smallOrders, type ValueBand, valueBandsOf } from '../titles/value-bands.ts';

type DistributionPanelProps = Readonly<{ bands: Asked; bandLines: Asked; totals: Asked; base: QuestionBase }>;

/** How order values are spread, where they are low, and what to try there. */
export function DistributionPanel({ bands, bandLines, totals, base }: DistributionPanelProps) {
  const { t } = useText();
  const numbers = useNumbers();
  const figures = totals.state === 'answered' ? figuresOf(totals.data) : null;
  const byLine = bandLines.state === 'answered' ? bandLines.data : null;
  const count = (answer: Answer) => valueBandsOf(answer).reduce((sum, band) => sum + band.count, 0);
  return (
    <Panel
      id="order-values"
      asked={bands}
      shape="bars"
      height={296}
      title={(answer) => {
        if (count(answer) < 2 || !figures?.median || !figures.mean) return t('revenue.values.plain');
        const values = { median: numbers.text(figures.median, 'money'), mean: numbers.text(figures.mean, 'money') };
        return t(figures.mean > figures.median * 1.25 ? 'revenue.values.skewed' : 'revenue.values.even', values);
      }}
      subtitle={(answer) =>
        t('revenue.values.subtitle', {
          count: numbers.text(count(answer), 'count'),
          unit: numbers.column([axisUnit], 'money').unit,
        })
      }
      empty={(answer) => (count(answer) === 0 ? { why: t('revenue.values.empty') } : null)}
    >
      {(answer) =>
        figures && byLine ? <Distribution answer={answer} byLine={byLine} figures={figures} base={base} /> : null
      }
    </Panel>
  );
}

/** An amount whose unit (万, ¥K) suits an axis of order values. */
const axisUnit = 1e5;

type Figures = Readonly<{ median: number | null; mean: number | null; p90: number | null }>;

function figuresOf({ totals }: Answer): Figures {
  return {
    median: numberOf(totals.median_order_value),
    mean: numberOf(totals.average_order_value),
    p90: numberOf(totals.p90_order_value),
  };
}

type DistributionProps = Readonly<{ answer: Answer; byLine: Answer; figures: Figures; base: QuestionBase }>;

function Distribution({ answer, byLine, figures, base }: DistributionProps) {
  const { t } = useText();
  const numbers = useNumbers();
  const detail = useDetail();
  const bands = valueBandsOf(answer);
  const small = figures.median === null ? null : smallOrders(bands, figures.median, byLine);
  const marks = [
    { key: 'revenue.values.median', value: figures.median, dashed: false },
    { key: 'revenue.values.mean', value: figures.mean, dashed: true },
    { key: 'revenue.values.p90', value: figures.p90, dashed: false },
  ] as const;
  const axis = numbers.column([axisUnit], 'money');
  return (
    <>
      <Histogram
        label={t('revenue.values.plain')}
        bins={bands.map((band) => ({ ...band, highlighted: small?.keys.includes(band.key) ?? false }))}
        marks={marks.flatMap(({ key, value, dashed }) =>
          value === null || value <= 0
            ? []
            : [{ value, dashed, label: t(key, { value: numbers.text(value, 'money') }) }],
        )}
        formatAxis={(value) => String(Number((value / axis.by).toPrecision(1)))}
        describe={(band) =>
          t('revenue.values.band', {
            from: numbers.text(band.from, 'money'),
            before: numbers.text(band.before, 'money'),
            count: numbers.text(band.count, 'count'),
          })
        }
        onPick={(bin) => {
          const band = bands.find((each) => each.from === bin.from);
          if (band) detail.rows(bandCell(base, [band.key]), t('revenue.values.orders'));
        }}
      />
      {small && <Suggestion small={small} bands={bands} base={base} />}
    </>
  );
}

function Suggestion({
  small,
  base,
}: Readonly<{ small: SmallOrders; bands: readonly ValueBand[]; base: QuestionBase }>) {
  const { t } = useText();
  const numbers = useNumbers();
  const detail = useDetail();
  const values = {
    count: numbers.text(small.count, 'count'),
    below: numbers.text(small.below, 'money'),
    line: small.line?.name ?? '',
    contain: numbers.text(small.line?.count ?? 0, 'count'),
  };
  return (
    <p className="foot">
      {t(small.line ? 'revenue.values.suggestion' : 'revenue.values.small', values)}
      <button
        type="button"
        className="link"
        onClick={() => detail.rows(bandCell(base, small.keys), t('revenue.values.small_title', values))}
      >
        {t('revenue.values.see', values)}
      </button>
    </p>
  );
}

function bandCell(base: QuestionBase, keys: readonly string[]) {
  const cell = cellOf(base, 'order_count');
  return {
    ...cell,
    where: [...(cell.where ?? []), { field: 'order_value_band_key', op: 'in' as const, values: keys }],
  };
}
