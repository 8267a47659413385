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
 * Controlled rounding (Cox 1987, by augmenting paths): cells and margins go to a neighbouring whole unit, and rows *and*
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
  // Once in some hundred thousand tables the margins cannot all be met; then what is printed still adds up.
  const back = (value: number) => value / factor;
  const printedRows = rounded.map(sum);
  return {
    cells: rounded.map((row) => row.map(back)),
    rowTotals: printedRows.map(back),
    columnTotals: columns(width).map((column) => back(sum(rounded.map((row) => row[column] ?? 0)))),
    total: back(sum(printedRows)),
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

/** Finds one more unit for a row: in a column with room, or in one that another row can give up for a third column. */
function augment(row: number, search: Search): boolean {
  const rest = (column: number) => (search.scaled[row]?.[column] ?? 0) - (search.rounded[row]?.[column] ?? 0);
  const free = columns(search.columnRoom.length).filter((column) => search.lifts[row]?.[column] === 0);
  return free
    .sort((left, right) => rest(right) - rest(left))
    .some((column) => {
      if (search.seen.has(column)) return false;
      search.seen.add(column);
      if (!takesRoom(column, search) && !takesFromAnother(column, row, search)) return false;
      lift(row, column, search);
      return true;
    });
}

function takesRoom(column: number, { columnRoom }: Search): boolean {
  const room = columnRoom[column] ?? 0;
  if (room > 0) columnRoom[column] = room - 1;
  return room > 0;
}

function takesFromAnother(column: number, row: number, search: Search): boolean {
  return search.lifts.some((other, index) => {
    if (index === row || other[column] !== 1 || !augment(index, search)) return false;
    other[column] = 0;
    return true;
  });
}

function lift(row: number, column: number, { lifts }: Search): void {
  const lifted = lifts[row];
  if (lifted) lifted[column] = 1;
}

function columns(width: number): number[] {
  return Array.from({ length: width }, (_, index) => index);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
