import { greatestOf, linear, type Scale, ticks } from '../scale.ts';
import { textWidth } from '../text-width.ts';
import type { TrendProps, TrendSeries } from './trend-props.ts';

export type TrendGrid = Readonly<{
  y: Scale;
  baseline: number;
  /** Round values for the scale, in a chart too narrow to print its values. */
  ticks: readonly number[];
  /** Base line of the row of values. */
  rowY: number;
}>;

export type TrendLayout = Readonly<{
  left: number;
  column: number;
  bar: number;
  /** Too narrow to print the value of every bucket. */
  isDense: boolean;
  labelEvery: number;
  grids: readonly TrendGrid[];
  changeY: number;
  axisY: number;
  height: number;
  x: (index: number) => number;
}>;

const narrowestLabel = 34;

type Drawn = Pick<TrendProps, 'buckets' | 'series' | 'changes'>;

/** Where everything of a trend stands, in pixels, for a width. */
export function trendLayout(props: Drawn, width: number): TrendLayout {
  const count = Math.max(1, props.buckets.length);
  const gutter = 14 + Math.max(...props.series.map((series) => textWidth(series.label)), 0);
  const isDense = (width - gutter) / count < widestPrinted(props) + 4;
  const left = isDense ? 46 : gutter;
  const column = (width - left) / count;
  const { grids, changeY, bottom } = stackedGrids(props, isDense);
  const axisY = bottom - (isDense ? 6 : 4);
  return {
    left,
    column,
    bar: Math.max(1.5, Math.min(34, column * 0.64)),
    isDense,
    labelEvery: Math.max(1, Math.ceil(narrowestLabel / column)),
    grids,
    changeY,
    axisY,
    height: axisY + (props.buckets.some((bucket) => bucket.under !== undefined) ? 22 : 8),
    x: (index) => left + (index + 0.5) * column,
  };
}

/** Width of the widest value or change under the axis. */
function widestPrinted({ series, changes }: Drawn): number {
  const values = series.flatMap((each) => each.values.map((value) => (value === null ? '' : each.format(value))));
  return Math.max(30, ...[...values, ...(changes?.values.map(({ text }) => text) ?? [])].map(textWidth));
}

function stackedGrids({ series, changes }: Drawn, isDense: boolean) {
  const hasChanges = changes !== null && !isDense;
  const grids: TrendGrid[] = [];
  let top = 20;
  for (const [index, each] of series.entries()) {
    const bottom = top + (index === 0 ? 184 : 60);
    grids.push(gridOf(each, { top, bottom, isDense, isFirst: index === 0 }));
    top = bottom + (isDense ? 22 : 44) + (hasChanges && index === 0 ? 20 : 0);
  }
  return { grids, changeY: (grids[0]?.rowY ?? 0) + 19, bottom: top };
}

type Place = Readonly<{ top: number; bottom: number; isDense: boolean; isFirst: boolean }>;

function gridOf(series: TrendSeries, { top, bottom, isDense, isFirst }: Place): TrendGrid {
  const all = [...series.values, ...(series.bases ?? [])];
  const least = Math.min(0, ...all.map((value) => value ?? 0));
  const greatest = greatestOf(all) || 1;
  const marks = ticks(least, greatest, isFirst ? 4 : 2);
  const domain = isDense ? ([marks[0] ?? 0, marks.at(-1) ?? 1] as const) : ([least, greatest] as const);
  const y = linear(domain, [bottom, top]);
  return { y, baseline: y(0), ticks: marks, rowY: bottom + 19 };
}
