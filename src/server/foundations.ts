import { resolve } from 'node:path';
import type { RouteDeps } from '#features/route-deps.ts';
import { createReplicas } from '#replica/replicas.ts';
import type { Instant } from '#shared/day.ts';
import type { BackupLock } from '#store/backup/backup-lock.ts';
import { FolderInUse } from '#store/folder-lock.ts';
import { KeyFileError } from '#store/key-file-error.ts';
import { type DataKeyring, openDataKeyring } from '#store/keys/data-keyring.ts';
import { hasSealedData } from '#store/keys/has-sealed-data.ts';
import { type KeyFileOptions, masterKeys } from '#store/master-key.ts';
import { openStore } from '#store/open-store.ts';
import { KeyringError } from '#store/seal.ts';
import type { Store } from '#store/store.ts';
import { BackupKeeper } from './backups/backup-keeper.ts';
import type { Config } from './config.ts';
import { configuredInstallation } from './configured-installation.ts';
import { configuredMailer, publicAddress } from './configured-mailer.ts';
import { startError } from './start-error.ts';

/** Store, keyring and replicas, open. */
export type Foundations = RouteDeps &
  Readonly<{
    keyring: DataKeyring;
    backups: BackupKeeper;
    /** The key file may be given another key: no key is set in the environment. */
    hasKeyFile: boolean;
    /** The master keys, which a backup must hold. */
    masterKeys: () => readonly Uint8Array[];
    /** What backups are locked with unless told; null: nothing is configured. */
    backupLock: BackupLock | null;
    close: () => Promise<void>;
  }>;

/** Opens everything that the server and commands stand on. Throws `FolderInUse`, or `StartError` for the person who started it. */
export async function openFoundations(config: Config, clock: () => Instant): Promise<Foundations> {
  const dataDir = resolve(config.DATA_DIR);
  const store = await openedStore(config, dataDir);
  try {
    const keyPlaces = {
      dataDir,
      environmentKey: config.SALESBOARD_KEY ?? undefined,
      environmentOldKeys: config.SALESBOARD_KEY_OLD ?? undefined,
    };
    const keyring = await openDataKeyring({ store, masters: givenKeys(keyPlaces, await hasSealedData(store)) });
    const replicas = createReplicas({
      store,
      keyring,
      clock,
      memoryLimitMb: config.REPLICA_MEMORY_MB,
      most: config.MAX_REPLICAS,
      questions: { timeoutMs: config.QUESTION_TIMEOUT_S * 1000, maxRows: config.QUESTION_MAX_ROWS },
      ...(config.REPLICA_THREADS === null ? {} : { threads: config.REPLICA_THREADS }),
    });
    const backupLock = configuredLock(config);
    const backups = new BackupKeeper({ store, masterKeys: keyring.masters, backupLock, clock }, config);
    const close = async () => {
      await backups.close();
      await replicas.close();
      await store.close();
    };
    return {
      store,
      keyring,
      replicas,
      clock,
      dataDir,
      mailer: configuredMailer(config),
      publicAddress: publicAddress(config),
      installation: configuredInstallation(config),
      uploadLimitMb: config.UPLOAD_LIMIT_MB,
      masterKeys: keyring.masters,
      hasKeyFile: config.SALESBOARD_KEY === null,
      backupLock,
      backups,
      close,
    };
  } catch (error) {
    await store.close();
    if (error instanceof KeyFileError || error instanceof KeyringError) {
      throw startError('主密钥打不开数据 · the master key does not open the data', error);
    }
    throw startError('数据库打不开 · cannot open the store', error);
  }
}

/** The keys as they are given now. Only the very first time may one be made: from then on there are data that it seals. */
function givenKeys(places: Omit<KeyFileOptions, 'mustExist'>, hasData: boolean): () => readonly Uint8Array[] {
  let mustExist = hasData;
  return () => {
    const keys = masterKeys({ ...places, mustExist });
    mustExist = true;
    return keys;
  };
}

function configuredLock({ BACKUP_PASSPHRASE: passphrase, BACKUP_RECIPIENT: recipient }: Config): BackupLock | null {
  if (passphrase !== null) return { passphrase };
  return recipient === null ? null : { recipients: [recipient] };
}

async function openedStore(config: Config, dataDir: string): Promise<Store> {
  try {
    return await openStore(config.DATABASE_URL ? { databaseUrl: config.DATABASE_URL } : { dataDir });
  } catch (error) {
    if (error instanceof FolderInUse) throw error;
    const where = config.DATABASE_URL ? 'DATABASE_URL' : dataDir;
    throw startError(`数据库打不开 · cannot open the store (${where})`, error);
  }
}
