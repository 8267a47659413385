import type { Bilingual } from '#shared/bilingual.ts';
import { type DateShape, type DayOrder, dateShape, dayOrders, momentOf } from './dates.ts';

/** What the values of one column show about the order of day, month and year. */
export type DateTally = {
  open: number;
  fits: Record<DayOrder, number>;
  /** A row that does not fit the order: the evidence against it. */
  against: Partial<Record<DayOrder, { row: number; text: string }>>;
  first: { row: number; text: string } | null;
  leading: Set<string>;
  trailing: Set<string>;
  sameEitherWay: number;
  dates: number;
  filled: number;
};

export type DateDecision =
  | Readonly<{ kind: 'decided'; order: DayOrder | null; evidence: Bilingual | null }>
  | Readonly<{ kind: 'ambiguous'; candidates: readonly DayOrder[]; example: { row: number; text: string } }>;

export const orderNames: Readonly<Record<DayOrder, Bilingual>> = {
  dmy: { zh: '日/月/年', en: 'day/month/year' },
  mdy: { zh: '月/日/年', en: 'month/day/year' },
  ymd: { zh: '年/月/日', en: 'year/month/day' },
};

/** A tally that has seen nothing. */
export function emptyDateTally(): DateTally {
  return {
    open: 0,
    fits: { dmy: 0, mdy: 0, ymd: 0 },
    against: {},
    first: null,
    leading: new Set(),
    trailing: new Set(),
    sameEitherWay: 0,
    dates: 0,
    filled: 0,
  };
}

/** Counts one value of the column. */
export function tallyDate(tally: DateTally, text: string, row: number): void {
  tally.filled += 1;
  const shape = dateShape(text, 'UTC');
  if (shape.kind !== 'not_a_date') tally.dates += 1;
  if (shape.kind === 'order') tallyOpen(tally, shape, { row, text });
}

/**
 * The order under which every value is a real day. Where more than one is left the column is ambiguous and a person must choose;
 * a year of two digits is the part with few distinct values.
 */
export function dateDecision(tally: DateTally): DateDecision {
  if (tally.open === 0 || !tally.first) return { kind: 'decided', order: null, evidence: null };
  const plausible = dayOrders.filter((order) => tally.fits[order] > 0 && !isYearElsewhere(tally, order));
  const whole = plausible.filter((order) => tally.fits[order] === tally.open);
  const candidates = whole.length > 0 ? whole : mostFitting(tally, plausible);
  const [only, second] = candidates;
  if (only && second === undefined) return { kind: 'decided', order: only, evidence: evidenceFor(tally, only) };
  if (only && tally.sameEitherWay === tally.open && !candidates.includes('ymd')) {
    return { kind: 'decided', order: only, evidence: null };
  }
  return { kind: 'ambiguous', candidates: candidates.length > 0 ? candidates : dayOrders, example: tally.first };
}

function tallyOpen(
  tally: DateTally,
  shape: Extract<DateShape, { kind: 'order' }>,
  seen: { row: number; text: string },
) {
  tally.open += 1;
  tally.first ??= seen;
  const [a, b, c] = shape.parts;
  if (tally.leading.size < 64) tally.leading.add(a);
  if (tally.trailing.size < 64) tally.trailing.add(c);
  if (Number(a) === Number(b)) tally.sameEitherWay += 1;
  for (const order of dayOrders) {
    const fits = momentOf(shape, order) !== null && (order !== 'ymd' || c.length <= 2);
    if (fits) tally.fits[order] += 1;
    else tally.against[order] ??= seen;
  }
}

function isYearElsewhere({ leading, trailing, fits }: DateTally, order: DayOrder): boolean {
  if (fits.ymd === 0) return false;
  return order === 'ymd' ? trailing.size * 2 <= leading.size : leading.size * 2 <= trailing.size;
}

function mostFitting(tally: DateTally, orders: readonly DayOrder[]): DayOrder[] {
  const most = Math.max(0, ...orders.map((order) => tally.fits[order]));
  return orders.filter((order) => tally.fits[order] === most);
}

function evidenceFor(tally: DateTally, order: DayOrder): Bilingual | null {
  const other = order === 'dmy' ? tally.against.mdy : tally.against.dmy;
  const name = orderNames[order];
  if (!other) return { zh: `按${name.zh}读取`, en: `read as ${name.en}` };
  return {
    zh: `按${name.zh}读取，依据是第 ${other.row} 行的 ${other.text}`,
    en: `read as ${name.en}; row ${other.row} (${other.text}) shows it`,
  };
}
