import type { SourceCell, SourceRow } from '#connectors/files/source-row.ts';
import { isDescription, isKnownHeader } from './recognise.ts';

/** The row with the names of the columns; a repeated or empty name is made unique. */
export type Header = Readonly<{ row: number; columns: readonly string[] }>;

/** The header among a table's first rows: the first that is mostly known names, else the one with the most. Null without any. */
export function headerOf(rows: readonly SourceRow[]): Header | null {
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell !== ''));
  const width = Math.max(0, ...filled.map(({ cells }) => filledCount(cells)));
  const candidates = filled.slice(0, 30).filter(({ cells }) => isNames(cells) && filledCount(cells) * 2 >= width);
  const [first] = candidates;
  if (!first) return null;
  const best = isClear(first)
    ? first
    : candidates.reduce((chosen, row) => (knownCount(row) > knownCount(chosen) ? row : chosen), first);
  return { row: best.row, columns: uniqueNames(best.cells) };
}

function isClear(row: SourceRow): boolean {
  return isDescription(uniqueNames(row.cells)) || knownCount(row) * 2 >= filledCount(row.cells);
}

/** The header that a person pointed at. */
export function headerAt(rows: readonly SourceRow[], row: number): Header | null {
  const chosen = rows.find((each) => each.row === row);
  return chosen ? { row, columns: uniqueNames(chosen.cells) } : null;
}

function uniqueNames(cells: readonly SourceCell[]): string[] {
  const last = cells.findLastIndex((cell) => cell !== '');
  const seen = new Map<string, number>();
  return cells.slice(0, last + 1).map((cell, index) => {
    const name = (typeof cell === 'string' ? cell.replace(/^\uFEFF/, '').trim() : '') || `#${index + 1}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}

function filledCount(cells: readonly SourceCell[]): number {
  return cells.filter((cell) => cell !== '').length;
}

function isNames(cells: readonly SourceCell[]): boolean {
  return cells.every((cell) => typeof cell === 'string' && !/^[-+¥$]?[\d.,/:%-]+$/.test(cell.trim()));
}

function knownCount({ cells }: SourceRow): number {
  return cells.filter((cell) => typeof cell === 'string' && isKnownHeader(cell)).length;
}
