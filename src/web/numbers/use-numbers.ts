import type { Cell, Unit } from '#web/api/types.ts';
import { useMe } from '#web/api/use-me.ts';
import { useText } from '#web/text/use-text.ts';
import { type ColumnFormat, columnFormat } from './column-format.ts';
import { type Figure, figure, figureText, type NumberStyle } from './figure.ts';

/** The number formats in the reader's language and the workspace's currency. */
export type Numbers = Readonly<{
  style: NumberStyle;
  /** Value and unit apart, for a tile: `{ value: '5,412', unit: '万' }`. */
  figure: (value: Cell | undefined, unit: Unit) => Figure;
  /** In one piece, for a sentence or a label: `5,412万`, `¥54.12M`. */
  text: (value: Cell | undefined, unit: Unit) => string;
  /** The same with a leading + above zero. */
  signed: (value: Cell | undefined, unit: Unit) => string;
  /** One unit and precision for a column or an axis. */
  column: (values: readonly (Cell | undefined)[], unit: Unit) => ColumnFormat;
}>;

/** How this reader sees numbers. */
export function useNumbers(): Numbers {
  const { locale } = useText();
  const { currency } = useMe().workspace;
  const style = { locale, currency };
  return {
    style,
    figure: (value, unit) => figure(value, unit, style),
    text: (value, unit) => figureText(value, unit, style),
    signed: (value, unit) => figureText(value, unit, { ...style, plus: true }),
    column: (values, unit) => columnFormat(values, unit, style),
  };
}
