import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { BackupError, type TableSums } from '#store/backup/backup-format.ts';
import type { BackupLock } from '#store/backup/backup-lock.ts';
import { writeBackup } from '#store/backup/write-backup.ts';
import { type Command, UsageError } from './command.ts';

/** `backup`: everything into one encrypted file, also while the server runs. */
export const backupCommand: Command = {
  name: 'backup',
  usage: 'FILE [--passphrase-stdin | --recipient age1…]',
  summary: {
    zh: '把全部数据和主密钥备份到一个加密文件；服务运行时也可以',
    en: 'write all data and the master key into one encrypted file; also while the server runs',
  },
  run: async ({ store, masterKeys, backupLock, clock, cwd, input, out, signal }, args) => {
    const { file, lock = backupLock } = argumentsOf(args, input);
    if (!lock) throw new UsageError(noLock);
    const target = resolve(cwd, file);
    const { tables, bytes } = await written({ store, keys: masterKeys(), lock, file: target, now: clock(), signal });
    out(`${target}\n${(bytes / 1_048_576).toFixed(1)} MB, ${rowsIn(tables).toLocaleString('en')} rows\n`);
    return 0;
  },
};

async function written(options: Parameters<typeof writeBackup>[0]) {
  try {
    return await writeBackup(options);
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST') {
      throw new BackupError(`${options.file} is there already; choose another name`, { cause });
    }
    throw cause;
  }
}

/** How many rows a backup holds. */
export function rowsIn(tables: TableSums): number {
  return Object.values(tables).reduce((sum, { rows }) => sum + rows, 0);
}

const noLock = 'a backup is always encrypted: set BACKUP_PASSPHRASE, or use --passphrase-stdin or --recipient';

function argumentsOf(args: readonly string[], input: string): { file: string; lock?: BackupLock } {
  const { values, positionals } = parsed(args);
  const [file, more] = positionals;
  if (file === undefined || more !== undefined) throw new UsageError('backup takes one file');
  if (values.recipient?.length) return { file, lock: { recipients: values.recipient } };
  return values['passphrase-stdin'] ? { file, lock: { passphrase: input.trim() } } : { file };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { 'passphrase-stdin': { type: 'boolean' }, recipient: { type: 'string', multiple: true } },
    });
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}
