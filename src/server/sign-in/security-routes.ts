import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { viewerOf } from '#features/route-deps.ts';
import { Problem } from '#shared/problem.ts';
import { sql } from '#shared/sql.ts';
import { recoveryCodesLeft } from './second-factor/recovery-codes.ts';
import { lacksSecondFactor } from './second-factor/second-factor-rule.ts';
import { secondFactorSince } from './second-factor/second-factors.ts';
import type { SignInDeps } from './sign-in-deps.ts';
import { passwordHashOf } from './users.ts';

const security = z.object({
  hasPassword: z.boolean().describe('False for somebody who comes in through a provider only'),
  isEmailVerified: z.boolean(),
  canSendMail: z.boolean(),
  secondFactorSince: z.string().nullable(),
  recoveryCodesLeft: z.number(),
  mustSetUp: z.boolean().describe('The workspace asks for a second factor, and until then nothing else answers'),
});

/** How well one's own sign-in is guarded. */
export const securityRoutes: FastifyPluginAsyncZod<SignInDeps> = async (server, { store, mailer }) => {
  server.get(
    '/api/v1/me/security',
    {
      config: { permission: 'signed-in', withoutSecondFactor: true },
      schema: { summary: 'How one’s own sign-in is guarded', tags: ['sign-in'], response: { 200: security } },
    },
    async (request) => {
      const { userId, workspace } = viewerOf(request);
      if (userId === null) throw new Problem('not_allowed');
      const [user] = await store.query<{ isVerified: boolean }>(
        sql`select email_verified as "isVerified" from sign_in_user where id = ${userId}`,
      );
      return {
        hasPassword: (await passwordHashOf(store, userId)) !== null,
        isEmailVerified: user?.isVerified ?? false,
        canSendMail: mailer.isConfigured,
        secondFactorSince: await secondFactorSince(store, userId),
        recoveryCodesLeft: await recoveryCodesLeft(store, userId),
        mustSetUp: await lacksSecondFactor(store, { workspaceId: workspace.id, userId }),
      };
    },
  );
};
