import { createWorkspace } from '#store/workspaces.ts';
import { type Command, parsedArgs, required, UsageError } from './command.ts';

/** `workspace create`: an empty workspace with its calendar. An import makes one by itself. */
export const workspaceCreateCommand: Command = {
  name: 'workspace create',
  usage: '--slug S [--name N] [--zone Asia/Shanghai] [--currency CNY] [--fiscal-start-month 1]',
  summary: { zh: '新建空工作区（导入时会自动新建）', en: 'make an empty workspace (an import makes one by itself)' },
  run: async ({ store, keyring, err, locale }, args) => {
    const { values } = parsedArgs(args, {
      slug: { type: 'string' },
      name: { type: 'string' },
      zone: { type: 'string' },
      currency: { type: 'string' },
      'fiscal-start-month': { type: 'string' },
    });
    const slug = required(values.slug, 'slug');
    const workspace = await createWorkspace(store, keyring, {
      slug,
      name: values.name ?? slug,
      ...(values.zone === undefined ? {} : { zone: values.zone }),
      currency: currency(values.currency ?? 'CNY'),
      fiscalStartMonth: month(values['fiscal-start-month'] ?? '1'),
    });
    err(locale === 'zh' ? `已新建工作区 ${workspace.slug}\n` : `made the workspace ${workspace.slug}\n`);
    return 0;
  },
};

function currency(text: string): string {
  if (!/^[A-Z]{3}$/.test(text)) throw new UsageError(`--currency must be a code such as CNY, not "${text}"`);
  return text;
}

function month(text: string): number {
  if (!/^([1-9]|1[0-2])$/.test(text)) throw new UsageError(`--fiscal-start-month must be 1 to 12, not "${text}"`);
  return Number(text);
}
