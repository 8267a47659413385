import type { Answer } from '#web/api/types.ts';
import type { Asked } from '#web/api/use-asked.ts';
import { HeatMatrix } from '#web/charts/heat-matrix/heat-matrix.tsx';
import type { QuestionBase } from '#web/filters/filters.ts';
import { Change } from '#web/numbers/change.tsx';
import { roundedTable } from '#web/numbers/parts.ts';
import { useNumbers } from '#web/numbers/use-numbers.ts';
import { Panel } from '#web/panel/panel.tsx';
import { useDetail } from '#web/panel/use-detail.ts';
import { useText } from '#web/text/use-text.ts';
import { cellOf } from '../lead/cell.ts';
import { useChangeLabel } from '../lead/use-change-label.ts';
import { type Matrix, matrixOf, strongestCells } from '../titles/matrix.ts';
import { partsOf, totalOf } from '../titles/parts.ts';

type MatrixPanelProps = Readonly<{ asked: Asked; regions: Asked; lines: Asked; base: QuestionBase }>;

/** Regions by product lines: where revenue is and where it is missing. */
export function MatrixPanel({ asked, regions, lines, base }: MatrixPanelProps) {
  const { t } = useText();
  const numbers = useNumbers();
  const margins =
    regions.state === 'answered' && lines.state === 'answered' ? { regions: regions.data, lines: lines.data } : null;
  return (
    <Panel
      id="matrix"
      asked={asked}
      shape="matrix"
      height={330}
      title={(answer) => {
        const found = margins ? strongestCells(matrixOf(answer, margins)) : null;
        if (!found) return t('revenue.matrix.plain');
        return t(found.second ? 'revenue.matrix.two' : 'revenue.matrix.one', {
          region: found.region,
          line: found.line,
          second: found.second ?? '',
          share: numbers.text(found.share, 'ratio'),
        });
      }}
      subtitle={(answer) => {
        const { unit } = numbers.column([answer.totals.revenue, ...answer.rows.map((row) => row.revenue)], 'money');
        return t('revenue.matrix.subtitle', { unit });
      }}
    >
      {(answer) =>
        margins ? <MatrixTable matrix={matrixOf(answer, margins)} answer={answer} {...margins} base={base} /> : null
      }
    </Panel>
  );
}

type MatrixTableProps = Readonly<{
  matrix: Matrix;
  answer: Answer;
  regions: Answer;
  lines: Answer;
  base: QuestionBase;
}>;

function MatrixTable({ matrix, answer, regions, lines, base }: MatrixTableProps) {
  const { t } = useText();
  const changeLabel = useChangeLabel();
  const numbers = useNumbers();
  const detail = useDetail();
  const total = totalOf(answer, 'revenue');
  const format = numbers.column([total.value, ...matrix.values.flat()], 'money');
  const scaled = matrix.values.map((row) => row.map((value) => (value ?? 0) / format.by));
  const rounded = roundedTable(scaled, format.digits);
  const text = (value: number | undefined) => format.text((value ?? 0) * format.by);
  const changeOf = (parts: ReturnType<typeof partsOf>, key: string | null) => (
    <Change value={parts.find((part) => part.key === key)?.change} unit="money" />
  );
  const regionParts = partsOf(regions, 'region', 'revenue');
  const lineParts = partsOf(lines, 'product_line', 'revenue');
  const isCompared = regions.compare !== null;
  const named = (name: string | null) => name ?? t('overview.none');
  return (
    <HeatMatrix
      label={t('revenue.matrix.plain')}
      rowHeader={t('overview.region')}
      columns={matrix.columns.map((column, index) => ({
        id: column.key ?? 'none',
        name: named(column.name),
        total: text(rounded.columnTotals[index]),
        change: changeOf(lineParts, column.key),
      }))}
      rows={matrix.rows.map((row, index) => ({
        id: row.key ?? 'none',
        name: named(row.name),
        values: matrix.values[index] ?? [],
        texts: (matrix.values[index] ?? []).map((value, at) =>
          value === null ? '—' : text(rounded.cells[index]?.[at]),
        ),
        total: text(rounded.rowTotals[index]),
        change: changeOf(regionParts, row.key),
      }))}
      total={text(rounded.total)}
      change={<Change value={totalOf(regions, 'revenue').change} unit="money" />}
      headers={{
        total: t('panel.total'),
        change: isCompared ? changeLabel(regions) : null,
        grandTotal: t('panel.total'),
      }}
      onPick={(row, column) => {
        const [region, line] = [
          matrix.rows.find((each) => (each.key ?? 'none') === row),
          matrix.columns.find((each) => (each.key ?? 'none') === column),
        ];
        const members = { region: region?.key ?? null, product_line: line?.key ?? null };
        detail.rows(cellOf(base, 'revenue', members), `${named(region?.name ?? null)} × ${named(line?.name ?? null)}`);
      }}
    />
  );
}
