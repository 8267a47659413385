import { createContext, useContext } from 'react';
import type { CellQuestion } from '#web/api/types.ts';

/** What opens behind a number. */
export type Detail = Readonly<{
  /** The rows that add up to the number, in a drawer. */
  rows: (cell: CellQuestion, title: string) => void;
  /** Its 口径卡, under the figure or the tool that was pressed. */
  passport: (cell: CellQuestion, anchor: Element) => void;
}>;

/** Filled by `DetailProvider`, which the shell puts around every page. */
export const DetailContext = createContext<Detail | null>(null);

/** How a page opens the rows behind a mark, or the 口径卡 of a figure. */
export function useDetail(): Detail {
  const detail = useContext(DetailContext);
  if (!detail) throw new Error('useDetail needs a DetailProvider above it');
  return detail;
}
