import { greatestOf, linear, type Scale, ticks } from '../scale.ts';
import type { CumulativeProps } from './cumulative-props.ts';

/** Where everything stands, in pixels, for a width. */
export type Frame = Readonly<{
  x: Scale;
  y: Scale;
  left: number;
  right: number;
  width: number;
  marks: readonly number[];
}>;

/** The running total above, the weeks below. */
export const grid = { top: 14, height: 250, weekTop: 308, weekHeight: 54 } as const;
/** Width of a digit of 12 px. */
export const digitWidth = 7;
/** Base line of the running total. */
export const bottom = grid.top + grid.height;
/** Base line of the weeks. */
export const weekBottom = grid.weekTop + grid.weekHeight;

/** Under this width the labels at the right end have no room. */
export const roomy = 520;

/** The frame of a chart for a width. */
export function frameOf(props: CumulativeProps, width: number): Frame {
  const narrow = width < roomy;
  const marks = ticks(Math.min(0, ...props.current, ...props.base), greatestOf([...props.current, ...props.base]));
  const left = Math.max(52, 14 + 7 * Math.max(...marks.map((mark) => props.format(mark).length)));
  const right = width - (narrow ? 8 : 124);
  return {
    left,
    right,
    width,
    marks,
    x: linear([0, Math.max(1, props.workdays)], [left, right]),
    y: linear([marks[0] ?? 0, marks.at(-1) ?? 1], [bottom, grid.top]),
  };
}
