import { createApiKey } from '#features/settings/api-keys.ts';
import { audited, byCommand } from '#store/audit.ts';
import { type Command, parsedArgs } from './command.ts';
import { membershipOptions, namedMembership } from './membership-args.ts';

/** `api-key create`: prints the key alone on stdout, this once. */
export const apiKeyCreateCommand: Command = {
  name: 'api-key create',
  usage: '--workspace W --role R [--scope S] [--person P] [--name N]',
  summary: { zh: '给程序发一个 API 密钥（只显示这一次）', en: 'make an API key for a program (shown only once)' },
  run: async ({ store, out }, args) => {
    const { values } = parsedArgs(args, { ...membershipOptions, name: { type: 'string' } });
    const { workspace, ...membership } = await namedMembership(store, values);
    const name = values.name ?? `${membership.role} (command)`;
    const { key } = await store.transaction(async (tx) => {
      const made = await createApiKey(tx, { workspaceId: workspace.id, name, ...membership });
      const subject = { kind: 'api_key', id: made.id };
      const details = { name, ...membership };
      await audited(tx, { ...byCommand(workspace.id), action: 'api_key_created', subject, details });
      return made;
    });
    out(`${key}\n`);
    return 0;
  },
};
