import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultLimits, type FileLimits } from '#connectors/files/limits.ts';
import type { SourceFile } from '#connectors/files/source-row.ts';
import { type Instant, localMoment } from '#shared/day.ts';
import { type AuditActor, type AuditNote, audited, byCommand } from '#store/audit.ts';
import { newRowId } from '#store/row-id.ts';
import type { Keyring } from '#store/seal.ts';
import type { Store, Transaction } from '#store/store.ts';
import { type Workspace, workspaceSalt } from '#store/workspaces.ts';
import { openBooks } from './company-books.ts';
import { Findings } from './findings.ts';
import { finishBatch, openBatch } from './import-batches.ts';
import { ImportRejected, type ImportReport, importReport, noTotals } from './import-report.ts';
import { inReadingOrder, type PlannedFile, type Planning, planFiles } from './plan-files.ts';
import { RowWriter } from './row-writer.ts';
import { givenFor, type ImportMapping, rememberedMapping, rememberMapping } from './table-mapping.ts';
import type { TablePlan } from './table-plan.ts';
import { checkTables, type Reading, writeTables } from './write-tables.ts';

export type ImportProgress = Readonly<{
  /** `surveying`: every file is read once to decide how; `writing`: read again and written. */
  phase: 'surveying' | 'writing';
  rows: number;
  /** Rows of all tables; null while they are not yet counted. */
  total: number | null;
}>;

/** What is read, wherever it goes. */
export type CheckRequest = Readonly<{
  files: readonly SourceFile[];
  mapping?: ImportMapping | undefined;
  zone: string;
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: ImportProgress) => void) | undefined;
  limits?: FileLimits | undefined;
  /** Go on without the rows that are rejected. */
  allowPartial?: boolean | undefined;
}>;

export type ImportRequest = Omit<CheckRequest, 'zone'> &
  Readonly<{
    store: Store;
    keyring: Keyring;
    workspace: Workspace;
    now: Instant;
    /** Name of the member or program; null for a command. */
    startedBy: string | null;
    /** For the audit log; the command line when left out. */
    actor?: AuditActor | undefined;
    batchId?: string | undefined;
    /** Do everything and keep nothing. */
    dryRun?: boolean | undefined;
  }>;

export type ImportOutcome = Readonly<{ batchId: string; report: ImportReport }>;

/**
 * Imports files into a workspace: all in one transaction or, when a file or a row is at fault, nothing (`ImportRejected` with the
 * report). Files that belong together are one import. A second import of the same files changes nothing.
 */
export async function startImport(request: ImportRequest): Promise<ImportOutcome> {
  const batchId = request.batchId ?? newRowId();
  const batch = { workspaceId: request.workspace.id, batchId };
  const { files, mapping, startedBy } = request;
  if (!request.dryRun) await openBatch(request.store, { ...batch, files, mapping, startedBy });
  try {
    const report = await withSpool((spoolFolder) => imported(request, { batchId, spoolFolder }));
    return { batchId, report };
  } catch (error) {
    if (!request.dryRun) {
      await finishBatch(request.store, batch, { ...failureOf(error, request.signal), keyring: request.keyring });
    }
    throw error;
  }
}

/** Reads files as an import would and says what is at fault, without a store. Throws `ImportRejected`. */
export async function checkFiles(request: CheckRequest): Promise<ImportReport> {
  return checked(
    request,
    async () => null,
    async (planned, findings) => {
      const report = importReport({ planned, findings });
      const isRejected = findings.fatalCount > 0 || (findings.blockingCount > 0 && !request.allowPartial);
      if (isRejected) throw new ImportRejected(report);
      return report;
    },
  );
}

/** Surveys files and reads every row of them, writes nothing, and hands what was found to `use` while the files are still open. */
export async function checked<T>(
  request: CheckRequest,
  remembered: Planning['remembered'],
  use: (planned: readonly PlannedFile[], findings: Findings) => Promise<T>,
): Promise<T> {
  return withSpool(async (spoolFolder) => {
    const findings = new Findings();
    const planned = await plan(request, { spoolFolder, findings, remembered });
    await checkTables(inReadingOrder(planned), readingOf(request, planned, findings));
    return use(planned, findings);
  });
}

type Place = Readonly<{ batchId: string; spoolFolder: string }>;

async function imported(request: ImportRequest, { batchId, spoolFolder }: Place): Promise<ImportReport> {
  const { store, workspace } = request;
  const found = new Findings();
  const remembered = (columns: readonly string[]) => rememberedMapping(store, workspace.id, columns);
  const planned = await plan(request, { spoolFolder, findings: found, remembered });
  if (found.fatalCount > 0) throw new ImportRejected(importReport({ planned, findings: found }));
  try {
    return await store.transaction(async (tx) => {
      // A fresh start each time, because the transaction may run again.
      const report = await written(request, tx, { batchId, planned, findings: found.copy() });
      if (report.blockingCount > 0 && !request.allowPartial) throw new ImportRejected(report);
      if (request.dryRun) throw new DryRun(report);
      await rememberAll(tx, { workspaceId: workspace.id, plans: inReadingOrder(planned), mapping: request.mapping });
      await finishBatch(
        tx,
        { workspaceId: workspace.id, batchId },
        { state: 'done', report, keyring: request.keyring },
      );
      await audited(tx, importFinished(request, { batchId, report }));
      return report;
    });
  } catch (error) {
    if (error instanceof DryRun) return error.report;
    throw error;
  }
}

/** What the audit log says of an import: how many rows of each kind, none of their words. */
function importFinished(
  { actor, workspace }: ImportRequest,
  { batchId, report }: Readonly<{ batchId: string; report: ImportReport }>,
): AuditNote {
  const rows = Object.fromEntries(
    Object.entries(report.entities).map(([entity, { inserted, updated }]) => [entity, { inserted, updated }]),
  );
  return {
    ...(actor ?? byCommand(workspace.id)),
    action: 'import_finished',
    subject: { kind: 'import', id: batchId },
    details: { rows },
  };
}

/** Takes a dry run's transaction back and carries its report out. */
class DryRun extends Error {
  readonly report: ImportReport;

  constructor(report: ImportReport) {
    super('dry run');
    this.report = report;
  }
}

type Planned = Readonly<{ batchId: string; planned: readonly PlannedFile[]; findings: Findings }>;

async function written(
  request: ImportRequest,
  tx: Transaction,
  { batchId, planned, findings }: Planned,
): Promise<ImportReport> {
  const { workspace, keyring } = request;
  const writing = { tx, keyring, workspaceId: workspace.id, batchId };
  const writer = new RowWriter(writing);
  const salt = await workspaceSalt(tx, keyring, workspace.id);
  const books = await openBooks({ ...writing, salt, writer, findings });
  const totals = noTotals();
  const today = localMoment(request.now, workspace.zone).day;
  const run = {
    tx,
    workspaceId: workspace.id,
    currency: workspace.currency,
    today,
    salt,
    books,
    writer,
    findings,
    totals,
  };
  const reading = readingOf({ ...request, zone: workspace.zone }, planned, findings);
  await writeTables(run, inReadingOrder(planned), reading);
  return importReport({ planned, findings, entities: writer.counts, totals });
}

type PlanningParts = Readonly<{
  spoolFolder: string;
  findings: Findings;
  remembered: Planning['remembered'];
}>;

async function plan(request: Omit<CheckRequest, 'zone'>, parts: PlanningParts): Promise<readonly PlannedFile[]> {
  let rows = 0;
  const planned = await planFiles({
    ...parts,
    files: request.files,
    mapping: request.mapping,
    limits: request.limits ?? defaultLimits,
    signal: request.signal ?? neverAborted,
    onRows: (count) => {
      rows += count;
      request.signal?.throwIfAborted();
      request.onProgress?.({ phase: 'surveying', rows, total: null });
    },
  });
  for (const each of inReadingOrder(planned)) noteUnmapped(parts.findings, each);
  return planned;
}

function readingOf(request: CheckRequest, planned: readonly PlannedFile[], findings: Findings): Reading {
  const total = inReadingOrder(planned).reduce((sum, each) => sum + each.rowCount, 0);
  let rows = 0;
  return {
    findings,
    zone: request.zone,
    signal: request.signal ?? neverAborted,
    onRows: (count) => {
      rows += count;
      request.onProgress?.({ phase: 'writing', rows: Math.min(rows, total), total });
    },
    isFailing: () => !request.allowPartial && findings.blockingCount > 0,
  };
}

const neverAborted = new AbortController().signal;

function noteUnmapped(findings: Findings, { table, unmapped }: TablePlan): void {
  if (unmapped.length === 0) return;
  const some = unmapped.slice(0, 12).join(', ');
  const more = unmapped.length > 12 ? ` … (${unmapped.length})` : '';
  findings.note({
    code: 'unmapped_columns',
    text: { zh: `没有用到的列：${some}${more}`, en: `Columns not used: ${some}${more}` },
    place: { file: table.file, sheet: table.sheet },
  });
}

type Used = Readonly<{ workspaceId: string; plans: readonly TablePlan[]; mapping: ImportMapping | undefined }>;

async function rememberAll(tx: Transaction, { workspaceId, plans, mapping: given }: Used): Promise<void> {
  for (const each of plans) {
    // What a person said of dates no file can tell; what was found in this file the next one tells again.
    const { dateOrder } = givenFor(given, each.table.file, each.table.sheet);
    const columns = Object.fromEntries(each.columns.map(({ column, field }) => [column, field]));
    const orderKey = each.orderKeyIsWide ? ({ orderKey: 'number_customer_date' } as const) : {};
    await rememberMapping(tx, workspaceId, {
      columns: each.header.columns,
      mapping: { kind: each.kind, columns, ...orderKey, ...(dateOrder && { dateOrder }) },
    });
  }
}

function failureOf(error: unknown, signal: AbortSignal | undefined) {
  if (signal?.aborted) return { state: 'cancelled', report: null } as const;
  return { state: 'failed', report: error instanceof ImportRejected ? error.report : null } as const;
}

async function withSpool<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'salesboard-import-'));
  try {
    return await work(folder);
  } finally {
    // At once, so that the import is over when its promise is.
    rmSync(folder, { recursive: true, force: true });
  }
}
