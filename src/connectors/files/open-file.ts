import { open, stat } from 'node:fs/promises';
import type { Bilingual } from '#shared/bilingual.ts';
import { csvRows, type Delimiter, detectDelimiter } from './csv-rows.ts';
import { detectEncoding, type Encoding, verified } from './encoding.ts';
import type { FileLimits } from './limits.ts';
import { contentKind } from './signature.ts';
import { type SourceFile, type SourceRow, unreadable } from './source-row.ts';
import { spooledRows, spoolWorkbook, type WorkbookKind } from './workbook.ts';

/** A table of a file: a text file has one without a name, a workbook one per visible sheet. */
export type SourceTable = Readonly<{
  file: string;
  sheet: string | null;
  /** Reads from the start each time it is called. */
  rows: () => AsyncIterable<readonly SourceRow[]>;
}>;

export type OpenedFile = Readonly<{
  name: string;
  kind: 'csv' | WorkbookKind;
  bytes: number;
  encoding: Encoding | null;
  delimiter: Delimiter | null;
  tables: readonly SourceTable[];
  notes: readonly Bilingual[];
}>;

/** `encoding` and `delimiter` are a person's choice; detected when absent. */
export type OpenOptions = Readonly<{
  limits: FileLimits;
  spoolFolder: string;
  encoding?: Encoding | undefined;
  delimiter?: Delimiter | undefined;
}>;

/** Opens a file by what it contains, whatever its name says. Throws a `Problem` naming the file, and the row where it can. */
export async function openFile(file: SourceFile, options: OpenOptions): Promise<OpenedFile> {
  const kind = await contentKind(file.path, file.name);
  return kind === 'text' ? openText(file, options) : openWorkbook(file, kind, options);
}

async function openText(file: SourceFile, options: OpenOptions): Promise<OpenedFile> {
  const { limits } = options;
  const { size } = await stat(file.path);
  if (size > limits.textBytes) throw tooLarge(file, limits.textBytes);
  const encoding = options.encoding ? await verified(file, options.encoding) : await detectEncoding(file);
  const delimiter = options.delimiter ?? (await detectDelimiter(file.path, encoding));
  const rows = () => csvRows(file, { encoding, delimiter }, limits);
  const notes = [
    ...(isNamed(file, ['xlsx', 'xls', 'xlsm']) ? [misnamed] : []),
    ...((await endsWithNewline(file.path, size)) ? [] : [openEnd]),
  ];
  return {
    name: file.name,
    kind: 'csv',
    bytes: size,
    encoding,
    delimiter,
    tables: [{ file: file.name, sheet: null, rows }],
    notes,
  };
}

const misnamed = {
  zh: '文件名像 Excel，内容是文本，按文本读取',
  en: 'Named like a workbook, but it is text and was read as text',
};

const openEnd = {
  zh: '最后一行没有换行；如果文件是被截断的，最后一个值可能不完整',
  en: 'The last row has no line end; if the file was cut off, its last value may be incomplete',
};

/** A line feed is 0A in every encoding, in UTF-16 next to a zero byte. */
async function endsWithNewline(path: string, size: number): Promise<boolean> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, Math.max(0, size - 2));
    return buffer.subarray(0, bytesRead).some((byte) => byte === 0x0a || byte === 0x0d);
  } finally {
    await handle.close();
  }
}

async function openWorkbook(file: SourceFile, kind: WorkbookKind, options: OpenOptions): Promise<OpenedFile> {
  if (isNamed(file, ['csv', 'txt', 'tsv'])) {
    throw unreadable(
      {
        zh: `文件名说是文本，内容却是 Excel 工作簿；请把扩展名改成 .${kind} 再导入`,
        en: `Named like a text file, but it is an Excel workbook; rename it to .${kind} and import again`,
      },
      { file: file.name },
    );
  }
  const { size } = await stat(file.path);
  const sheets = await spoolWorkbook(file, { kind, limits: options.limits, spoolFolder: options.spoolFolder });
  const notes = sheets
    .filter((sheet) => sheet.hidden && sheet.rows > 0)
    .map(({ sheet }) => ({ zh: `隐藏的工作表“${sheet}”没有读`, en: `The hidden sheet “${sheet}” was not read` }));
  const tables = sheets
    .filter((sheet) => !sheet.hidden && sheet.rows > 0)
    .map((sheet) => ({ file: file.name, sheet: sheet.sheet, rows: () => spooledRows(sheet) }));
  if (tables.length === 0) {
    throw unreadable({ zh: '工作簿里没有数据', en: 'The workbook has no data' }, { file: file.name });
  }
  return { name: file.name, kind, bytes: size, encoding: null, delimiter: null, tables, notes };
}

function isNamed(file: SourceFile, extensions: readonly string[]): boolean {
  return extensions.includes(file.name.split('.').at(-1)?.toLowerCase() ?? '');
}

function tooLarge(file: SourceFile, limit: number) {
  const size = `${Math.round(limit / 1024 / 1024)} MB`;
  return unreadable({ zh: `文件超过 ${size}`, en: `The file is larger than ${size}` }, { file: file.name });
}
