import { type PasswordFor, setPasswordFor } from '#features/settings/single-sign-on/providers.ts';
import { audited, byCommand } from '#store/audit.ts';
import { findWorkspace } from '#store/workspaces.ts';
import { type Command, oneOf, parsedArgs, required, UsageError } from './command.ts';

const allowed: readonly PasswordFor[] = ['everyone', 'admins'];

/** `workspace passwords`: who may come in by a password, for when a sign-in provider fails and nobody gets in. */
export const workspacePasswordsCommand: Command = {
  name: 'workspace passwords',
  usage: '--workspace W --for everyone|admins',
  summary: {
    zh: '单点登录出问题时，让所有人又能用密码登录',
    en: 'let everybody use a password again, when single sign-on fails',
  },
  run: async ({ store, err, locale }, args) => {
    const { values } = parsedArgs(args, { workspace: { type: 'string' }, for: { type: 'string' } });
    const slug = required(values.workspace, 'workspace');
    const passwordFor = oneOf(required(values.for, 'for'), allowed, 'for');
    const workspace = await findWorkspace(store, slug);
    if (!workspace) throw new UsageError(`there is no workspace "${slug}"`);
    await store.transaction(async (tx) => {
      const before = await setPasswordFor(tx, { workspaceId: workspace.id, passwordFor });
      const details = { before, after: passwordFor };
      await audited(tx, { ...byCommand(workspace.id), action: 'sign_in_password_changed', details });
    });
    const words = {
      everyone: { zh: `工作区 ${slug} 的所有人都可以用密码登录`, en: `everybody in ${slug} may use a password` },
      admins: { zh: `工作区 ${slug} 只有管理员可以用密码登录`, en: `only admins of ${slug} may use a password` },
    };
    err(`${words[passwordFor][locale]}\n`);
    return 0;
  },
};
