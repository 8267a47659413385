import { readFile, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { SourceFile } from '#connectors/files/source-row.ts';
import type { RouteDeps } from '#features/route-deps.ts';
import type { Locale } from '#shared/bilingual.ts';
import { Problem } from '#shared/problem.ts';
import { createWorkspace, findWorkspace, listWorkspaces, type Workspace } from '#store/workspaces.ts';
import { checkFiles, type ImportProgress, startImport } from './import.ts';
import type { ImportReport } from './import-report.ts';
import { reportLines } from './report-text.ts';
import { type ImportMapping, importMappingSchema } from './table-mapping.ts';

export type ImportIo = Readonly<{
  /** Folder that relative file names start from. */
  cwd: string;
  locale: Locale;
  out: (text: string) => void;
  err: (text: string) => void;
  signal: AbortSignal;
}>;

type ImportDeps = Pick<RouteDeps, 'store' | 'keyring' | 'clock'>;

/** Arguments of the command, as the help shows them. */
export const importUsage = 'FILES… [--workspace W] [--mapping F] [--dry-run] [--allow-partial]';

/**
 * `import`: files into a workspace, which is made (CNY, Asia/Shanghai) when it does not exist and the files are sound. Returns the
 * exit code 0, or 2 when it was called wrongly. Throws a `Problem` naming file, row and column when the import fails.
 */
export async function importCommand(deps: ImportDeps, argv: readonly string[], io: ImportIo): Promise<number> {
  const args = argumentsOf(argv);
  if (typeof args === 'string') {
    io.err(`${args}\nimport ${importUsage}\n`);
    return 2;
  }
  const files = await sourceFiles(args.files, io.cwd);
  const mapping = args.mapping === null ? undefined : await mappingIn(resolve(io.cwd, args.mapping));
  const slug = args.workspace ?? (await usualWorkspace(deps));
  const onProgress = progressPrinter(io);
  const common = { files, mapping, signal: io.signal, onProgress };
  let workspace = await findWorkspace(deps.store, slug);
  if (!workspace) {
    const checked = await checkFiles({ ...common, zone: 'Asia/Shanghai', allowPartial: args.allowPartial });
    if (args.dryRun) return print(io, checked, { dryRun: true, workspace: slug });
    workspace = await newWorkspace(deps, slug);
  }
  const { dryRun, allowPartial } = args;
  const { report } = await startImport({
    ...deps,
    ...common,
    workspace,
    now: deps.clock(),
    startedBy: null,
    dryRun,
    allowPartial,
  });
  return print(io, report, { dryRun, workspace: slug });
}

type Arguments = Readonly<{
  files: readonly string[];
  workspace: string | null;
  mapping: string | null;
  dryRun: boolean;
  allowPartial: boolean;
}>;

/** The arguments, or what is wrong with them. */
function argumentsOf(argv: readonly string[]): Arguments | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        workspace: { type: 'string' },
        mapping: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        'allow-partial': { type: 'boolean', default: false },
      },
    });
    if (positionals.length === 0) return '没有给出文件 · no files were given';
    return {
      files: positionals,
      workspace: values.workspace ?? null,
      mapping: values.mapping ?? null,
      dryRun: values['dry-run'],
      allowPartial: values['allow-partial'],
    };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function sourceFiles(names: readonly string[], cwd: string): Promise<readonly SourceFile[]> {
  return Promise.all(
    names.map(async (given) => {
      const path = resolve(cwd, given);
      const found = await stat(path).catch(() => null);
      if (found?.isFile()) return { path, name: basename(path) };
      throw new Problem('unreadable_file', [
        { detail: { zh: '没有这个文件', en: 'There is no such file' }, place: { file: given } },
      ]);
    }),
  );
}

async function mappingIn(path: string): Promise<ImportMapping> {
  try {
    return importMappingSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const detail = { zh: `映射文件读不了：${reason}`, en: `The mapping cannot be read: ${reason}` };
    throw new Problem('invalid_request', [{ detail, place: { file: basename(path) } }], { cause });
  }
}

/** The only workspace besides the demo; `main` when there is none. */
async function usualWorkspace({ store }: ImportDeps): Promise<string> {
  const slugs = (await listWorkspaces(store)).map((each) => each.slug).filter((each) => each !== 'demo');
  const [only, another] = slugs;
  if (another === undefined) return only ?? 'main';
  const detail = {
    zh: `有几个工作区，请用 --workspace 指定：${slugs.join('、')}`,
    en: `There are several workspaces; choose one with --workspace: ${slugs.join(', ')}`,
  };
  throw new Problem('invalid_request', [{ detail }]);
}

function newWorkspace({ store, keyring }: ImportDeps, slug: string): Promise<Workspace> {
  return createWorkspace(store, keyring, { slug, name: slug, currency: 'CNY', zone: 'Asia/Shanghai' });
}

function print(io: ImportIo, report: ImportReport, about: { dryRun: boolean; workspace: string }): number {
  io.out(`${reportLines(report, { ...about, locale: io.locale }).join('\n')}\n`);
  return 0;
}

const rowsBetweenLines = 100_000;

function progressPrinter({ err, locale }: ImportIo): (progress: ImportProgress) => void {
  let printed = 0;
  return ({ phase, rows, total }) => {
    if (rows < printed) printed = 0;
    if (rows - printed < rowsBetweenLines) return;
    printed = rows;
    const doing = phase === 'surveying' ? { zh: '检查', en: 'checked' } : { zh: '写入', en: 'written' };
    err(`${doing[locale]} ${rows.toLocaleString('en')}${total === null ? '' : ` / ${total.toLocaleString('en')}`}\n`);
  };
}
