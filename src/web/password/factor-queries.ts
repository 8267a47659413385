import { queryOptions } from '@tanstack/react-query';
import { answered, client } from '#web/api/client.ts';
import { queryClient } from '#web/api/queries.ts';

/** How one's own sign-in is guarded. */
export type Security = Readonly<{
  hasPassword: boolean;
  isEmailVerified: boolean;
  canSendMail: boolean;
  secondFactorSince: string | null;
  recoveryCodesLeft: number;
  mustSetUp: boolean;
}>;

type Codes = Readonly<{ recoveryCodes: readonly string[] }>;

/** Password and code together: what switches a second factor off. */
export type Proof = Readonly<{ password: string; code: string }>;

export const securityQuery = queryOptions({
  queryKey: ['security'],
  queryFn: ({ signal }) => answered<Security>(client.GET('/api/v1/me/security', { signal })),
});

/** Begins to set up an authenticator. */
export function beginFactor(password: string): Promise<Readonly<{ secret: string; uri: string }>> {
  return answered(client.POST('/api/v1/me/second-factor', { body: { password } }));
}

/** Switches the second factor on; the recovery codes come this once. The pages are not asked again before they are put away. */
export async function confirmFactor(code: string): Promise<readonly string[]> {
  const { recoveryCodes } = await answered<Codes>(client.POST('/api/v1/me/second-factor/confirm', { body: { code } }));
  return recoveryCodes;
}

export async function switchFactorOff(proof: Proof): Promise<void> {
  await answered(client.POST('/api/v1/me/second-factor/off', { body: proof }));
  await askAgain();
}

export async function renewCodes(proof: Proof): Promise<readonly string[]> {
  const { recoveryCodes } = await answered<Codes>(
    client.POST('/api/v1/me/second-factor/recovery-codes', { body: proof }),
  );
  await askAgain();
  return recoveryCodes;
}

export async function sendVerification(): Promise<void> {
  await answered(client.POST('/api/v1/me/email/verification'));
}

/** Asks again how the sign-in is guarded. */
export async function askAgain(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: securityQuery.queryKey });
}
