import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Bilingual, Locale } from '#shared/bilingual.ts';
import type { BackupOpener } from '#store/backup/backup-lock.ts';
import { rowsIn } from '#store/backup/backup-runs.ts';
import { type BackupFile, restoreFolder, restoreServer, verifyBackup } from '#store/backup/restore-backup.ts';
import { keepKeys } from '#store/master-key.ts';
import type { Config } from '../config.ts';
import { UsageError } from './command.ts';

/** What a command works with that must not open the data, because it replaces them or does without. */
type OfflineContext = Readonly<{
  config: Config;
  cwd: string;
  locale: Locale;
  input: string;
  out: (text: string) => void;
}>;

/** A command that runs before anything is opened, in a process of its own. */
export type OfflineCommand = Readonly<{
  name: string;
  usage: string;
  summary: Bilingual;
  run: (context: OfflineContext, args: readonly string[]) => Promise<number>;
}>;

/** `restore` and `verify-backup`. */
export const offlineCommands: readonly OfflineCommand[] = [
  {
    name: 'restore',
    usage: 'FILE [--passphrase-stdin | --identity FILE] [--overwrite]',
    summary: {
      zh: '从备份恢复全部数据；服务要先停下，已有数据时要加 --overwrite',
      en: 'restore all data from a backup; stop the server first; where data is, add --overwrite',
    },
    run: async (context, args) => {
      const { backup, overwrite } = await argumentsOf(context, args);
      const dataDir = resolve(context.config.DATA_DIR);
      const { DATABASE_URL: databaseUrl } = context.config;
      const restored = databaseUrl
        ? { ...(await restoreServer(backup, { databaseUrl, overwrite })), putAside: null }
        : await restoreFolder(backup, { dataDir, overwrite });
      keepKeys(
        dataDir,
        restored.head.keys.map((key) => Buffer.from(key, 'base64')),
      );
      context.out(`${words.restored[context.locale]} ${figures(restored)}\n`);
      if (restored.putAside) context.out(`${words.putAside[context.locale]} ${restored.putAside}\n`);
      return 0;
    },
  },
  {
    name: 'verify-backup',
    usage: 'FILE [--passphrase-stdin | --identity FILE]',
    summary: {
      zh: '把备份恢复到一个临时库，逐表核对行数和校验和；不动现有数据',
      en: 'restore a backup into a scratch store and compare rows and checksums of every table; touches no data',
    },
    run: async (context, args) => {
      const { backup } = await argumentsOf(context, args);
      context.out(`${words.verified[context.locale]} ${figures(await verifyBackup(backup))}\n`);
      return 0;
    },
  },
];

const words = {
  restored: { zh: '已恢复，逐表核对无误：', en: 'Restored; every table is as it was:' },
  verified: { zh: '备份可以恢复，逐表核对无误：', en: 'The backup restores; every table is as it was:' },
  putAside: { zh: '原来的数据留在', en: 'The data that was there is kept in' },
} as const satisfies Record<string, Bilingual>;

function figures({ head, tables }: Awaited<ReturnType<typeof verifyBackup>>): string {
  return `${head.madeAt}, ${Object.keys(tables).length} tables, ${rowsIn(tables).toLocaleString('en')} rows`;
}

async function argumentsOf(
  { config, cwd, input }: OfflineContext,
  args: readonly string[],
): Promise<{ backup: BackupFile; overwrite: boolean }> {
  const { values, positionals } = parsed(args);
  const [file, more] = positionals;
  if (file === undefined || more !== undefined) throw new UsageError('one backup file is needed');
  const opener = async (): Promise<BackupOpener> => {
    if (values.identity !== undefined) return { identity: await identityIn(resolve(cwd, values.identity)) };
    const passphrase = values['passphrase-stdin'] ? input.trim() : config.BACKUP_PASSPHRASE;
    if (!passphrase) throw new UsageError('set BACKUP_PASSPHRASE, or use --passphrase-stdin or --identity');
    return { passphrase };
  };
  return { backup: { file: resolve(cwd, file), opener: await opener() }, overwrite: values.overwrite ?? false };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        'passphrase-stdin': { type: 'boolean' },
        identity: { type: 'string' },
        overwrite: { type: 'boolean' },
      },
    });
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

/** The secret key in an identity file, as `age-keygen` writes it. */
async function identityIn(file: string): Promise<string> {
  const found = /AGE-SECRET-KEY-\S+/.exec(await readFile(file, 'utf8'));
  if (!found) throw new UsageError(`no age identity in ${file}`);
  return found[0];
}
