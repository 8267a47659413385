import { createReadStream } from 'node:fs';
import { mkdtemp, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Worker } from 'node:worker_threads';
import type { FileLimits } from './limits.ts';
import type { SheetReply, SheetTask, SpooledSheet } from './sheet-worker.ts';
import { type SourceCell, type SourceFile, type SourceRow, unreadable } from './source-row.ts';
import { zipDirectory } from './zip-directory.ts';

export type WorkbookKind = 'xlsx' | 'xls';

type Reading = Readonly<{ kind: WorkbookKind; limits: FileLimits; spoolFolder: string }>;

/** Reads a workbook in a thread of its own and lays its sheets down in the spool folder, so that nobody waits and memory returns. */
export async function spoolWorkbook(file: SourceFile, reading: Reading): Promise<readonly SpooledSheet[]> {
  await refuseUnfit(file, reading);
  const folder = await mkdtemp(join(reading.spoolFolder, 'sheets-'));
  const reply = await inThread({ path: file.path, folder }).catch((error: unknown) => {
    throw broken(file, error instanceof Error ? error.message : String(error));
  });
  if ('failure' in reply) throw broken(file, reply.failure);
  return reply.sheets;
}

/** The rows of a spooled sheet, in the batches in which they were written. */
export async function* spooledRows(sheet: SpooledSheet): AsyncGenerator<readonly SourceRow[]> {
  for await (const line of createInterface({
    input: createReadStream(sheet.path),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    const batch = JSON.parse(line) as [number, SourceCell[]][];
    yield batch.map(([row, cells]) => ({ row, cells }));
  }
}

function inThread(task: SheetTask): Promise<SheetReply> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./sheet-worker.ts', import.meta.url), {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: 2048 },
      execArgv: [],
    });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`reader stopped with code ${code}`)));
  });
}

async function refuseUnfit(file: SourceFile, { kind, limits }: Reading): Promise<void> {
  const { size } = await stat(file.path);
  if (size > limits.workbookBytes) {
    throw unreadable(
      {
        zh: `工作簿超过 ${megabytes(limits.workbookBytes)}；请另存为 CSV 再导入`,
        en: `The workbook is larger than ${megabytes(limits.workbookBytes)}; save it as CSV and import that`,
      },
      { file: file.name },
    );
  }
  if (kind === 'xlsx') await refuseUnfitZip(file, limits);
}

async function refuseUnfitZip(file: SourceFile, limits: FileLimits): Promise<void> {
  const directory = await zipDirectory(file.path);
  if (!directory) {
    throw unreadable(
      {
        zh: '工作簿不完整：文件被截断，请重新导出或上传',
        en: 'The workbook is incomplete: it was cut off; export or upload it again',
      },
      { file: file.name },
    );
  }
  if (!directory.names.some((name) => name.startsWith('xl/'))) {
    throw unreadable(
      {
        zh: '这是压缩包，不是 Excel 工作簿；请解压后导入里面的表格',
        en: 'This is an archive, not an Excel workbook; unpack it and import the tables inside',
      },
      { file: file.name },
    );
  }
  if (directory.unpackedBytes > limits.unpackedBytes) {
    throw unreadable(
      {
        zh: `工作簿展开后超过 ${megabytes(limits.unpackedBytes)}；请另存为 CSV 再导入`,
        en: `The workbook unpacks to more than ${megabytes(limits.unpackedBytes)}; save it as CSV and import that`,
      },
      { file: file.name },
    );
  }
}

function broken(file: SourceFile, reason: string) {
  const detail = /password|encrypt/i.test(reason)
    ? { zh: '工作簿有密码；请去掉密码后导入', en: 'The workbook has a password; remove it and import again' }
    : { zh: '工作簿读不了，可能损坏或被截断', en: 'The workbook cannot be read; it may be damaged or cut off' };
  return unreadable(detail, { file: file.name }, new Error(reason));
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1024 / 1024)} MB`;
}
