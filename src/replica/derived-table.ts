/** What a derived table is refreshed for: every step fills `roots_<kind>` with the ids that changed rows belong to. */
export const rootKinds = ['buyer', 'order', 'opportunity', 'lead', 'interaction', 'customer'] as const;

export type RootKind = (typeof rootKinds)[number];

/** Narrows a statement to the roots of a step; to nothing when the table is made whole. */
export type Only = (column: string) => string;

/** A table that the replica makes from the raw ones, and may refresh for a few roots. */
export type DerivedTable = Readonly<{
  name: string;
  /** The kind of root and the column that holds it; null for a small table that is always made whole. */
  root: Readonly<{ kind: RootKind; column: string }> | null;
  /** Entities whose change makes the whole table anew. */
  wholeFor: readonly string[];
  /** The rows, by column name. */
  select: (only: Only) => string;
  /** Other roots to refresh because of this table's rows, looked up before and after its refresh. */
  spreads?: Readonly<{ kind: RootKind; select: string }>;
}>;

/** How rows of a changed entity lead to roots; `ids` is the list of the rows' ids. */
export type RootSource = Readonly<{ kind: RootKind; entity: string; select: (ids: string) => string }>;

/** Open bounds of dated rows closed with the first and the last day. */
export const closedRange = `
  coalesce(from_on, date '0001-01-01') as from_on, coalesce(before_on, date '9999-12-31') as before_on`;

/** An amount in the workspace's currency, rounded once per row. */
export function inWorkspaceCurrency(amount: string, rate: string): string {
  // Dividing wide decimals takes DuckDB microseconds a row: most amounts are in the workspace's currency and need none.
  // TRAP: a product of two decimal(18) stays 18 digits wide in DuckDB, which a million at a rate of 1.00000000 overflows.
  return `case when ${rate} = 1 then cast(${amount} as decimal(18,4))
    else cast(cast(${amount} as decimal(20,4)) * ${rate} as decimal(18,4)) end`;
}
