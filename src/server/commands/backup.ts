import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { BackupError } from '#store/backup/backup-format.ts';
import type { BackupLock } from '#store/backup/backup-lock.ts';
import { beginRun, failRun, finishRun, rowsIn } from '#store/backup/backup-runs.ts';
import { writeBackup } from '#store/backup/write-backup.ts';
import { type Command, type CommandContext, UsageError } from './command.ts';

/** `backup`: everything into one encrypted file, also while the server runs. */
export const backupCommand: Command = {
  name: 'backup',
  usage: 'FILE [--passphrase-stdin | --recipient age1…]',
  summary: {
    zh: '把全部数据和主密钥备份到一个加密文件；服务运行时也可以',
    en: 'write all data and the master key into one encrypted file; also while the server runs',
  },
  run: async (context, args) => {
    const { backupLock, cwd, input, out } = context;
    const { file, lock = backupLock } = argumentsOf(args, input);
    if (!lock) throw new UsageError(noLock);
    const target = resolve(cwd, file);
    const { tables, bytes } = await written(context, lock, target);
    out(`${target}\n${(bytes / 1_048_576).toFixed(1)} MB, ${rowsIn(tables).toLocaleString('en')} rows\n`);
    return 0;
  },
};

const by = { actor: 'command', address: null };

/** Notes what came of it, for the settings page. */
async function written({ store, masterKeys, clock, signal }: CommandContext, lock: BackupLock, file: string) {
  const kind = 'passphrase' in lock ? 'passphrase' : 'recipient';
  const begun = { kind: 'backup', startedBy: 'command', file, lock: kind, now: clock() } as const;
  const id = await beginRun(store, begun);
  try {
    const result = await writeBackup({ store, keys: masterKeys(), lock, file, now: clock(), signal });
    await finishRun(store, { id, now: clock(), by }, result);
    return result;
  } catch (cause) {
    await failRun(store, { id, now: clock(), by }, cause instanceof Error ? cause.message : String(cause));
    if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST') {
      throw new BackupError(`${file} is there already; choose another name`, { cause });
    }
    throw cause;
  }
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
