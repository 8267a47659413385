import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { Encoding } from './encoding.ts';
import type { FileLimits } from './limits.ts';
import { firstBytes } from './signature.ts';
import { type SourceFile, type SourceRow, unreadable } from './source-row.ts';

export const delimiters = [',', ';', '\t', '|'] as const;

export type Delimiter = (typeof delimiters)[number];

export type Dialect = Readonly<{ encoding: Encoding; delimiter: Delimiter }>;

const batchRows = 1000;

/** The delimiter under which the first lines have the most equal, widest rows. */
export async function detectDelimiter(path: string, encoding: Encoding): Promise<Delimiter> {
  const head = await firstBytes(path, 256 * 1024);
  const text = new TextDecoder(encoding).decode(head, { stream: true });
  const lines = outsideQuotes(text)
    .split(/\r\n|\n|\r/)
    .slice(0, 50)
    .filter((line) => line.trim() !== '');
  const scores = delimiters.map((delimiter) => ({ delimiter, score: evenness(lines, delimiter) }));
  return scores.reduce((best, each) => (each.score > best.score ? each : best)).delimiter;
}

/** The records of a text file in batches, decoded and parsed as it is read: memory does not grow with the file. */
export async function* csvRows(
  file: SourceFile,
  dialect: Dialect,
  limits: FileLimits,
): AsyncGenerator<readonly SourceRow[]> {
  const parser = Readable.from(decoded(file.path, dialect.encoding), { objectMode: false }).pipe(
    parse({
      delimiter: dialect.delimiter,
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      max_record_size: limits.recordBytes,
    }),
  );
  let row = 0;
  let batch: SourceRow[] = [];
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      row += 1;
      batch.push({ row, cells });
      if (batch.length < batchRows) continue;
      yield batch;
      batch = [];
    }
  } catch (error) {
    if (error instanceof CsvError) throw csvProblem(error, file, row + 1);
    throw error;
  }
  if (batch.length > 0) yield batch;
}

async function* decoded(path: string, encoding: Encoding): AsyncGenerator<Buffer | string> {
  const chunks = createReadStream(path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>;
  if (encoding === 'utf-8') {
    yield* chunks;
    return;
  }
  const decoder = new TextDecoder(encoding, { fatal: true });
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

function csvProblem(error: CsvError, file: SourceFile, row: number) {
  const place = { file: file.name, row, ...columnOf(error) };
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') {
    return unreadable(
      { zh: '引号没有闭合，文件可能被截断', en: 'A quote is never closed: the file may have been cut off' },
      place,
      error,
    );
  }
  if (error.code === 'CSV_MAX_RECORD_SIZE') {
    return unreadable(
      {
        zh: '这一行太长（超过上限），或引号没有闭合',
        en: 'This row is longer than the limit, or a quote is never closed',
      },
      place,
      error,
    );
  }
  return unreadable(
    { zh: `这一行不合 CSV 的写法：${error.code}`, en: `This row is not CSV: ${error.code}` },
    place,
    error,
  );
}

function columnOf(error: CsvError): { column?: string } {
  const column: unknown = error.column;
  return typeof column === 'number' ? { column: String(column + 1) } : typeof column === 'string' ? { column } : {};
}

function outsideQuotes(text: string): string {
  return text.replace(/"(?:[^"]|"")*"/g, '');
}

function evenness(lines: readonly string[], delimiter: Delimiter): number {
  const counts = lines.map((line) => line.split(delimiter).length - 1);
  const usual = mode(counts.filter((count) => count > 0));
  if (usual === null) return 0;
  const even = counts.filter((count) => count === usual).length / Math.max(1, counts.length);
  return even * (1 + Math.log2(1 + usual));
}

function mode(values: readonly number[]): number | null {
  const tally = new Map<number, number>();
  for (const value of values) tally.set(value, (tally.get(value) ?? 0) + 1);
  return (
    [...tally].reduce<readonly [number, number] | null>(
      (best, each) => (best && best[1] >= each[1] ? best : each),
      null,
    )?.[0] ?? null
  );
}
