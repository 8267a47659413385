import type { Bilingual } from '#shared/bilingual.ts';
import { auditedEverywhere } from '#store/audit-everywhere.ts';
import { masterKeyId } from '#store/keys/data-keys.ts';
import { isWrappedByFirst, rewrapDataKeys } from '#store/keys/rewrap.ts';
import { beginRotation, continueRotation } from '#store/keys/rotation.ts';
import { addMasterKey } from '#store/master-key.ts';
import { listWorkspaces, type Workspace } from '#store/workspaces.ts';
import { type Command, type CommandContext, parsedArgs, UsageError } from './command.ts';

/** `rotate-keys`: new data keys, or a new master key over the data keys, while the server runs. */
export const rotateKeysCommand: Command = {
  name: 'rotate-keys',
  usage: '[--workspace W] [--master]',
  summary: {
    zh: '换数据密钥并重新加密全部内容；--master 换主密钥（只重新包裹数据密钥）；服务照常运行，可中断后再来',
    en: 'seal everything under new data keys; --master: change the master key that wraps them; while the server runs, and again after a stop',
  },
  run: async (context, args) => {
    const { values } = parsedArgs(args, { workspace: { type: 'string' }, master: { type: 'boolean' } });
    if (values.master && values.workspace !== undefined) {
      throw new UsageError('--master concerns every workspace: leave --workspace out');
    }
    if (values.master) return changeMasterKey(context);
    const all = await listWorkspaces(context.store);
    const chosen = values.workspace === undefined ? all : all.filter(({ slug }) => slug === values.workspace);
    if (values.workspace !== undefined && chosen.length === 0) {
      throw new UsageError(`there is no workspace ${values.workspace}`);
    }
    for (const workspace of chosen) await rotate(context, workspace);
    if (values.workspace === undefined) await rotate(context, null);
    return 0;
  },
};

const toldEvery = 5_000;

/** `null`: what belongs to the whole installation. */
async function rotate(context: CommandContext, workspace: Workspace | null): Promise<void> {
  const { store, keyring, locale, out, signal } = context;
  const name = workspace ? workspace.slug : words.installation[locale];
  const rotation = await beginRotation({ store, keyring }, workspace?.id ?? '');
  let [done, told] = [0, 0];
  const onProgress = (resealed: number) => {
    done += resealed;
    if (done - told < toldEvery) return;
    told = done;
    out(`${name}: ${done.toLocaleString('en')} …\n`);
  };
  const total = await continueRotation({ store, keyring, actor: commandActor, onProgress, signal }, rotation);
  const key = keyring.activeId(rotation.workspaceId);
  out(`${name}: ${words.rotated[locale](total.toLocaleString('en'), key)}\n`);
}

const commandActor = { actor: 'command', address: null };

/** The key file gets a new key in front; a key from the environment has to be changed there, by whoever set it. */
async function changeMasterKey(context: CommandContext): Promise<number> {
  const { store, keyring, hasKeyFile, dataDir, clock, locale, out, err } = context;
  if (await isWrappedByFirst({ store, keyring })) {
    if (!hasKeyFile) {
      err(`${words.inEnvironment[locale]}\n`);
      return 1;
    }
    addMasterKey(dataDir, clock().slice(0, 10));
  }
  const wrapped = await rewrapDataKeys({ store, keyring });
  const [master] = keyring.masters();
  const id = master ? masterKeyId(master) : '';
  const details = { key: id, dataKeys: wrapped };
  await store.transaction((tx) => auditedEverywhere(tx, { ...commandActor, action: 'master_key_changed', details }));
  out(`${words.rewrapped[locale](String(wrapped), id)}\n`);
  out(`${words.keepOld[locale]}\n`);
  return 0;
}

const words = {
  installation: { zh: '整个安装', en: 'the installation' },
  inEnvironment: {
    zh: '主密钥来自 SALESBOARD_KEY：请把新密钥写进 SALESBOARD_KEY，旧的写进 SALESBOARD_KEY_OLD，重启后再执行一次 rotate-keys --master',
    en: 'the master key comes from SALESBOARD_KEY: put the new key into SALESBOARD_KEY and the old one into SALESBOARD_KEY_OLD, restart, and run rotate-keys --master again',
  },
  keepOld: {
    zh: '旧主密钥仍可读取旧内容；doctor 会说明何时可以删掉它。请另存一份新的密钥',
    en: 'The former master key still opens what it sealed; doctor says when it may go. Keep a copy of the new key apart from the data',
  },
  rotated: {
    zh: (values: string, key: string) => `已重新加密 ${values} 个内容，数据密钥 ${key}`,
    en: (values: string, key: string) => `${values} values sealed anew, data key ${key}`,
  },
  rewrapped: {
    zh: (count: string, key: string) => `主密钥 ${key} 已重新包裹 ${count} 把数据密钥`,
    en: (count: string, key: string) => `master key ${key} now wraps ${count} data keys`,
  },
} as const satisfies Record<string, Bilingual | Record<'zh' | 'en', (...args: string[]) => string>>;
