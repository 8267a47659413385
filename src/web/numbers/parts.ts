/** Parts rounded by largest remainder, so that they add up to the rounded total. */
export function roundedParts(parts: readonly number[], digits = 0): number[] {
  const factor = 10 ** digits;
  const total = Math.round(sum(parts) * factor);
  const floors = parts.map((part) => Math.floor(part * factor));
  const missing = total - sum(floors);
  const byRemainder = parts
    .map((part, index) => ({ index, rest: part * factor - (floors[index] ?? 0) }))
    .sort((left, right) => right.rest - left.rest || left.index - right.index);
  const lifted = new Set(byRemainder.slice(0, missing).map((each) => each.index));
  return floors.map((floor, index) => (floor + (lifted.has(index) ? 1 : 0)) / factor);
}

/** A table with its two margins, rounded together. */
export type RoundedTable = Readonly<{
  cells: readonly (readonly number[])[];
  rowTotals: readonly number[];
  columnTotals: readonly number[];
  total: number;
}>;

/**
 * Controlled rounding (Cox 1987, by augmenting paths): every cell and margin goes to its floor or ceiling, and rows *and*
 * columns add up to their printed totals, which add up to the printed grand total.
 */
export function roundedTable(cells: readonly (readonly number[])[], digits = 0): RoundedTable {
  const factor = 10 ** digits;
  const scaled = cells.map((row) => row.map((cell) => cell * factor));
  const width = scaled[0]?.length ?? 0;
  const rowTotals = roundedParts(scaled.map(sum));
  const columnTotals = roundedParts(columns(width).map((column) => sum(scaled.map((row) => row[column] ?? 0))));
  const rounded = scaled.map((row) => row.map(Math.floor));
  liftCells(scaled, rounded, { rowTotals, columnTotals });
  const back = (value: number) => value / factor;
  return {
    cells: rounded.map((row) => row.map(back)),
    rowTotals: rowTotals.map(back),
    columnTotals: columnTotals.map(back),
    total: back(sum(rowTotals)),
  };
}

type Margins = Readonly<{ rowTotals: readonly number[]; columnTotals: readonly number[] }>;

/** Lifts floors by one until the margins hold: the missing units flow from rows to columns as in a bipartite matching. */
function liftCells(scaled: readonly (readonly number[])[], rounded: number[][], margins: Margins): void {
  const lifts = rounded.map((row) => row.map(() => 0));
  const columnRoom = margins.columnTotals.map((total, column) => total - sum(rounded.map((row) => row[column] ?? 0)));
  rounded.forEach((row, index) => {
    for (let missing = (margins.rowTotals[index] ?? 0) - sum(row); missing > 0; missing--) {
      augment(index, { scaled, rounded, lifts, columnRoom, seen: new Set() });
    }
  });
  rounded.forEach((row, index) => {
    row.forEach((floor, column) => {
      row[column] = floor + (lifts[index]?.[column] ?? 0);
    });
  });
}

type Search = Readonly<{
  scaled: readonly (readonly number[])[];
  rounded: readonly (readonly number[])[];
  lifts: number[][];
  columnRoom: number[];
  seen: Set<number>;
}>;

function augment(row: number, search: Search): boolean {
  const lifts = search.lifts[row];
  if (!lifts) return false;
  const rest = (column: number) => (search.scaled[row]?.[column] ?? 0) - (search.rounded[row]?.[column] ?? 0);
  const order = columns(lifts.length).sort((left, right) => rest(right) - rest(left));
  for (const column of order) {
    if (lifts[column] || search.seen.has(column)) continue;
    search.seen.add(column);
    if ((search.columnRoom[column] ?? 0) > 0) {
      search.columnRoom[column] = (search.columnRoom[column] ?? 0) - 1;
      lifts[column] = 1;
      return true;
    }
    const giver = search.lifts.findIndex(
      (other, index) => index !== row && other[column] === 1 && augment(index, search),
    );
    if (giver >= 0) {
      const given = search.lifts[giver];
      if (given) given[column] = 0;
      lifts[column] = 1;
      return true;
    }
  }
  return false;
}

function columns(width: number): number[] {
  return Array.from({ length: width }, (_, index) => index);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
