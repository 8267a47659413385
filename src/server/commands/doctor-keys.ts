import { dataKeys, masterKeyId, wrappedBy } from '#store/keys/data-keys.ts';
import { carriedKeys, unfinishedRotations } from '#store/keys/rotation.ts';
import { checkKeyring } from '#store/workspaces.ts';
import type { CommandContext } from './command.ts';
import type { Check } from './doctor-check.ts';

/** What `doctor` says about keys: nothing is in clear, every key that a value carries is there, and which master keys may go. */
export const keyChecks: readonly Check[] = [
  {
    name: { zh: '主密钥', en: 'master key' },
    run: async (context) => {
      await checkKeyring(context.store, context.keyring);
      const { first, idle } = await masterKeysInUse(context);
      const spare = idle.join(', ');
      return {
        zh: `${first}，能打开所有工作区${spare && `；不再需要：${spare}`}`,
        en: `${first} opens every workspace${spare && `; no longer needed: ${spare}`}`,
      };
    },
  },
  {
    name: { zh: '数据密钥', en: 'data keys' },
    run: async ({ store, locale }) => {
      const keys = await dataKeys(store);
      const carried = await carriedKeys(store);
      const known = new Set(keys.map(({ id }) => `v2.${id}`));
      const unknown = [...carried.keys()].filter((key) => key.startsWith('v2.') && !known.has(key));
      if (unknown.length > 0) throw new Error(unknownKeys[locale](unknown.map((key) => key.slice(3)).join(', ')));
      const clear = (carried.get('clear') ?? 0) + sum(carried, 'v1.');
      const waiting = clear > 0 ? await waitingFor(store) : null;
      if (clear > 0 && !waiting) throw new Error(leftOver[locale](clear));
      const [count, values] = [keys.length, sum(carried, 'v2.')];
      return {
        zh: `${count} 把，加密了 ${values} 个内容${waiting ? `；还有 ${clear} 个待重新加密` : ''}`,
        en: `${count}, ${values} values sealed${waiting ? `; ${clear} still to be sealed anew` : ''}`,
      };
    },
  },
];

/** The master key that wraps, and those that nothing needs any more. */
async function masterKeysInUse({ store, keyring }: CommandContext) {
  const [first = '', ...others] = keyring.masters().map(masterKeyId);
  const wrapping = new Set((await dataKeys(store)).map(wrappedBy));
  const carried = await carriedKeys(store);
  return { first, idle: others.filter((id) => id !== first && !wrapping.has(id) && !carried.has(`v1.${id}`)) };
}

async function waitingFor(store: CommandContext['store']): Promise<boolean> {
  return (await unfinishedRotations(store)).length > 0;
}

function sum(carried: ReadonlyMap<string, number>, prefix: string): number {
  return [...carried].reduce((total, [key, count]) => total + (key.startsWith(prefix) ? count : 0), 0);
}

const unknownKeys = {
  zh: (ids: string) => `有内容由数据密钥 ${ids} 加密，但 data_key 表里没有；请从备份恢复`,
  en: (ids: string) => `values are sealed with data key ${ids}, which the table data_key lacks: restore from a backup`,
};

const leftOver = {
  zh: (count: number) => `${count} 个内容没有用数据密钥加密；请执行 rotate-keys`,
  en: (count: number) => `${count} values are not sealed with a data key: run rotate-keys`,
};
