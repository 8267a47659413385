import { addOperator, removeOperator } from '#features/installation/operators.ts';
import { putMember } from '#features/settings/members.ts';
import { Problem } from '#shared/problem.ts';
import { audited, byCommand } from '#store/audit.ts';
import { newSecret } from '#store/secret.ts';
import { auditedForUser } from '../sign-in/audited-for-user.ts';
import { removeSecondFactor } from '../sign-in/second-factor/second-factors.ts';
import { createUser, preparedLogin, setPassword, userIdOf } from '../sign-in/users.ts';
import { type Command, type CommandContext, parsedArgs, required, UsageError } from './command.ts';
import { membershipOptions, namedMembership } from './membership-args.ts';

const generatedLength = 16;

/** `user create`: lets somebody sign in to a workspace; a user who exists already gets a further workspace or another role. */
export const userCreateCommand: Command = {
  name: 'user create',
  usage: '--workspace W --email E --role R [--name N] [--scope S] [--person P] [--operator] [--password-stdin]',
  summary: {
    zh: '新建登录用户；密码从标准输入读，不给就生成一个并打印',
    en: 'let somebody sign in; the password comes from stdin, or is made and printed',
  },
  run: async (context, args) => {
    const { values } = parsedArgs(args, {
      ...membershipOptions,
      email: { type: 'string' },
      name: { type: 'string' },
      operator: { type: 'boolean' },
      'password-stdin': { type: 'boolean' },
    });
    const email = required(values.email, 'email');
    const { workspace, ...membership } = await namedMembership(context.store, values);
    const typed = values['password-stdin'] ? firstLine(context.input) : null;
    const known = await userIdOf(context.store, email);
    if (known && typed !== null)
      throw new UsageError(`${email} exists already and keeps their password: leave --password-stdin out`);
    const password = typed ?? newSecret().slice(0, generatedLength);
    const login = known ? null : await preparedLogin({ email, name: values.name ?? '', password });
    await context.store.transaction(async (tx) => {
      const userId = known ?? (login ? await createUser(tx, login) : '');
      await putMember(tx, { workspaceId: workspace.id, userId, ...membership });
      if (values.operator) await addOperator(tx, userId);
      const subject = { kind: 'user', id: userId };
      const details = { ...membership, ...(values.operator ? { operator: true } : {}) };
      await audited(tx, { ...byCommand(workspace.id), action: 'member_added', subject, details });
    });
    told(context, { email, workspace: workspace.slug, role: membership.role });
    if (!known && typed === null) context.out(`${password}\n`);
    return 0;
  },
};

/** `user operator`: makes somebody who can sign in one who runs the installation, or takes that away again. */
export const userOperatorCommand: Command = {
  name: 'user operator',
  usage: '--email E [--revoke]',
  summary: {
    zh: '让用户成为运营者（管理工作区、试用和演示预约），或用 --revoke 取消',
    en: 'let somebody run the installation (workspaces, trials, demo requests), or no longer with --revoke',
  },
  run: async ({ store, err, locale }, args) => {
    const { values } = parsedArgs(args, { email: { type: 'string' }, revoke: { type: 'boolean' } });
    const email = required(values.email, 'email');
    const id = await knownUser(store, email);
    const isRevoked = values.revoke === true;
    await store.transaction(async (tx) => {
      await (isRevoked ? removeOperator(tx, id) : addOperator(tx, id));
      const details = { operator: !isRevoked };
      await auditedForUser(tx, { userId: id, actor: 'command', address: null, action: 'operator_changed', details });
    });
    const zh = isRevoked ? '不再是运营者' : '现在是运营者';
    const en = isRevoked ? 'no longer runs the installation' : 'now runs the installation';
    err(locale === 'zh' ? `${email} ${zh}\n` : `${email} ${en}\n`);
    return 0;
  },
};

/** `user set-password`: for somebody who forgot theirs; ends all their sessions. */
export const userSetPasswordCommand: Command = {
  name: 'user set-password',
  usage: '--email E [--password-stdin]',
  summary: {
    zh: '重设密码并退出该用户的所有登录；不从标准输入给就生成一个并打印',
    en: 'give somebody another password and end their sessions; it comes from stdin, or is made and printed',
  },
  run: async ({ store, input, out }, args) => {
    const { values } = parsedArgs(args, { email: { type: 'string' }, 'password-stdin': { type: 'boolean' } });
    const email = required(values.email, 'email');
    const id = await knownUser(store, email);
    const typed = values['password-stdin'] ? firstLine(input) : null;
    const password = typed ?? newSecret().slice(0, generatedLength);
    const { passwordHash } = await preparedLogin({ email, name: '', password });
    await store.transaction(async (tx) => {
      await setPassword(tx, { id, passwordHash });
      await auditedForUser(tx, { userId: id, actor: 'command', address: null, action: 'password_changed' });
    });
    if (typed === null) out(`${password}\n`);
    return 0;
  },
};

/** `user reset-second-factor`: for somebody who lost authenticator and recovery codes; the password alone then opens the account. */
export const userResetSecondFactorCommand: Command = {
  name: 'user reset-second-factor',
  usage: '--email E',
  summary: {
    zh: '关闭某人的两步验证：他的验证器和恢复码都丢了；请先确认是本人',
    en: 'switch off the second factor of somebody who lost authenticator and recovery codes; be sure that it is them',
  },
  run: async ({ store, locale, err }, args) => {
    const { values } = parsedArgs(args, { email: { type: 'string' } });
    const email = required(values.email, 'email');
    const userId = await knownUser(store, email);
    const wasOn = await store.transaction(async (tx) => {
      const removed = await removeSecondFactor(tx, userId);
      if (removed) {
        await auditedForUser(tx, { userId, actor: 'command', address: null, action: 'second_factor_reset' });
      }
      return removed;
    });
    if (!wasOn) {
      const detail = { zh: `${email} 没有开启两步验证`, en: `${email} has no second factor` };
      throw new Problem('not_found', [{ detail }]);
    }
    err(
      locale === 'zh'
        ? `${email} 的两步验证已关闭，恢复码已作废\n`
        : `The second factor of ${email} is off and their recovery codes are void\n`,
    );
    return 0;
  },
};

async function knownUser(store: CommandContext['store'], email: string): Promise<string> {
  const id = await userIdOf(store, email);
  if (id !== null) return id;
  throw new Problem('not_found', [{ detail: { zh: `没有用户 ${email}`, en: `There is no user ${email}` } }]);
}

function told({ locale, err }: CommandContext, made: { email: string; workspace: string; role: string }): void {
  err(
    locale === 'zh'
      ? `${made.email} 现在可以登录工作区 ${made.workspace}，角色 ${made.role}\n`
      : `${made.email} may now sign in to the workspace ${made.workspace} as ${made.role}\n`,
  );
}

function firstLine(input: string): string {
  const [line = ''] = input.split(/\r?\n/, 1);
  if (line === '') throw new UsageError('--password-stdin was given, but nothing came on stdin');
  return line;
}
