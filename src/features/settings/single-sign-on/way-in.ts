import type { Bilingual } from '#shared/bilingual.ts';
import { Problem } from '#shared/problem.ts';
import type { Transaction } from '#store/store.ts';
import { adminsWithPassword, passwordForOf, providersOf } from './providers.ts';

/** So that nobody is locked out: who has no password needs a provider, and if that fails an admin with a password. Throws `conflict`. */
export async function refuseNoWayIn(tx: Pick<Transaction, 'query'>, workspaceId: string): Promise<void> {
  if ((await passwordForOf(tx, workspaceId)) === 'everyone') return;
  const providers = await providersOf(tx, workspaceId);
  if (!providers.some(({ isEnabled }) => isEnabled)) throw lockedOut(noProvider);
  if ((await adminsWithPassword(tx, workspaceId)) === 0) throw lockedOut(noAdmin);
}

function lockedOut(detail: Bilingual): Problem {
  return new Problem('conflict', [{ detail, place: { field: 'passwordFor' } }]);
}

const noProvider = {
  zh: '只有管理员能用密码时，至少要有一个启用的登录服务；请先启用一个，或先让所有人用密码',
  en: 'While only admins may use a password, a provider must be on: turn one on first, or let everybody use a password',
};
const noAdmin = {
  zh: '至少要有一位管理员有密码，登录服务出问题时才进得来',
  en: 'At least one admin must have a password, to come in when the provider fails',
};
