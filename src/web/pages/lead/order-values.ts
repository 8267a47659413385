import type { QuestionBase } from '#web/filters/filters.ts';

/** Figures of whole orders: they cannot be asked of a part of an order, such as one product line. */
export function orderValueMeasures({ where }: QuestionBase): readonly string[] {
  const isOfParts = where?.some(({ field }) => field.startsWith('product')) ?? false;
  return isOfParts ? [] : ['median_order_value', 'p90_order_value'];
}
