import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { type CellObject, read, SSF, set_cptable, type WorkBook, type WorkSheet } from '@e965/xlsx';
import * as codePages from '@e965/xlsx/dist/cpexcel.full.mjs';
import type { SourceCell } from './source-row.ts';

/** What the worker is asked: a workbook, and a folder for its sheets. */
export type SheetTask = Readonly<{ path: string; folder: string }>;

/** A sheet written as one JSON array of `[row, cells]` per batch line. */
export type SpooledSheet = Readonly<{ sheet: string; path: string; rows: number; hidden: boolean }>;

export type SheetReply = Readonly<{ sheets: readonly SpooledSheet[] } | { failure: string }>;

const batchRows = 1000;

if (parentPort) parentPort.postMessage(reply(workerData as SheetTask));

function reply(task: SheetTask): SheetReply {
  try {
    set_cptable(codePages);
    const book = read(readFileSync(task.path), {
      dense: true,
      cellNF: true,
      cellText: false,
      cellHTML: false,
      sheetStubs: true,
    });
    return { sheets: book.SheetNames.map((sheet, index) => spooled(book, { sheet, index, folder: task.folder })) };
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}

type Target = Readonly<{ sheet: string; index: number; folder: string }>;

function spooled(book: WorkBook, { sheet, index, folder }: Target): SpooledSheet {
  const path = join(folder, `${index}.ndjson`);
  const hidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  const rows = denseRows(book.Sheets[sheet]);
  const file = openSync(path, 'w', 0o600);
  try {
    for (let from = 0; from < rows.length; from += batchRows) {
      const batch = rows
        .slice(from, from + batchRows)
        .map((cells, offset) => [from + offset + 1, Array.from(cells ?? [], (cell) => sourceCell(cell, date1904))]);
      writeSync(file, `${JSON.stringify(batch)}\n`);
    }
  } finally {
    closeSync(file);
  }
  return { sheet, path, rows: rows.length, hidden };
}

function denseRows(sheet: WorkSheet | undefined): (CellObject | undefined)[][] {
  const cells: unknown = sheet?.['!data'];
  return Array.isArray(cells) ? cells : [];
}

function sourceCell(cell: CellObject | undefined, date1904: boolean): SourceCell {
  if (!cell) return '';
  if (isUncalculated(cell)) return { broken: 'formula', text: `=${cell.f}` };
  if (cell.t === 'e') return { broken: 'error', text: cell.w ?? errorNames[Number(cell.v)] ?? '#ERROR' };
  if (cell.v === undefined || cell.v === null) return '';
  if (typeof cell.v === 'number') return numberText(cell, cell.v, date1904);
  if (typeof cell.v === 'boolean') return cell.v ? 'TRUE' : 'FALSE';
  return String(cell.v);
}

const errorNames: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
};

function isUncalculated(cell: CellObject): boolean {
  if (!cell.f) return false;
  return cell.v === undefined || Number.isNaN(cell.v) || (cell.v === '' && cell.t !== 's');
}

function numberText(cell: CellObject, value: number, date1904: boolean): string {
  if (typeof cell.z !== 'string' || !SSF.is_date(cell.z)) return String(value);
  const parts = SSF.parse_date_code(value, { date1904 });
  if (!parts) return String(value);
  const two = (part: number) => String(part).padStart(2, '0');
  const time = `${two(parts.H)}:${two(parts.M)}`;
  if (value < 1) return time;
  const day = `${String(parts.y).padStart(4, '0')}-${two(parts.m)}-${two(parts.d)}`;
  return value % 1 === 0 ? day : `${day} ${time}`;
}
