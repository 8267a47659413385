import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { isReadOnly, planOf } from '#features/installation/plan.ts';
import { type Invited, invitationOf, takeInvitation } from '#features/settings/invitations.ts';
import { putMember } from '#features/settings/members.ts';
import { maxPasswordLength } from '#shared/password-strength.ts';
import { Problem } from '#shared/problem.ts';
import { audited } from '#store/audit.ts';
import { AfterAnswer } from './after-answer.ts';
import { sendVerification } from './email-verification-routes.ts';
import { firstStepAnswers, passFirstStep } from './first-step.ts';
import { workspaceCookie } from './identify.ts';
import { isPasswordOf } from './password.ts';
import type { SignInDeps } from './sign-in-deps.ts';
import { createUser, type Login, passwordHashOf, preparedLogin, userIdOf } from './users.ts';

const tags = ['sign-in'];
const config = { permission: 'public', rateLimit: { max: 600, timeWindow: 60_000 } };
const token = z.string().min(1).max(100);

const invited = z.object({
  workspace: z.string(),
  email: z.string(),
  name: z.string(),
  role: z.string(),
  roleName: z.object({ zh: z.string(), en: z.string() }).nullable().describe('Of a role of the workspace’s own'),
  invitedBy: z.string(),
  expiresAt: z.string(),
  hasAccount: z.boolean().describe('Whether they prove themselves by the password they have, or choose one'),
});

/** Accepting an invitation: the holder of the link chooses a password, or gives the one they have, and is signed in. */
export const acceptRoutes: FastifyPluginAsyncZod<SignInDeps> = async (server, deps) => {
  const { store } = deps;
  const later = new AfterAnswer(server.log);
  server.addHook('onClose', () => later.done());

  server.post(
    '/api/v1/invitations/look',
    {
      config,
      bodyLimit: 4096,
      schema: { summary: 'What a link invites to', tags, body: z.object({ token }), response: { 200: invited } },
    },
    async (request) => {
      // TRAP: looking must not count as a success of the account: it would wipe out failed guesses at its password.
      const { workspaceName, email, name, role, roleName, invitedBy, expiresAt } = await invitation(deps, request);
      const hasAccount = (await userIdOf(store, email)) !== null;
      return { workspace: workspaceName, email, name, role, roleName, invitedBy, expiresAt, hasAccount };
    },
  );

  server.post(
    '/api/v1/invitations/accept',
    {
      config,
      bodyLimit: 4096,
      schema: {
        summary: 'Accept an invitation: it works once, and signs in',
        tags,
        body: z.object({
          token,
          name: z.string().trim().max(100).default(''),
          password: z.string().min(1).max(maxPasswordLength),
        }),
        response: firstStepAnswers,
      },
    },
    async (request, reply) => {
      const { name, password } = request.body;
      const found = await invitation(deps, request);
      const attempt = deps.attempts.begin({ account: found.email, address: request.ip, now: deps.clock() });
      const knownId = await userIdOf(store, found.email);
      if (knownId !== null) await refuseWrongPassword(deps, knownId, password);
      const login =
        knownId === null ? await preparedLogin({ email: found.email, name: name || found.name, password }) : null;
      attempt.succeeded();
      const userId = await join(deps, { found, knownId, login, address: request.ip });
      reply.setCookie(workspaceCookie, found.workspaceSlug, { path: '/', httpOnly: true, sameSite: 'lax' });
      const next = await passFirstStep(deps, userId, { request, reply });
      // The link came by whatever way the admin chose, so it does not prove the address.
      if (knownId === null && deps.mailer.isConfigured) {
        later.begin('a letter to confirm an address was not sent', () =>
          sendVerification(deps, { userId, email: found.email }),
        );
      }
      return next === 'totp' ? reply.code(200).send({ next }) : reply.code(204).send(null);
    },
  );
};

/**
 * What the link invites to. Throws `not_found`, or `rate_limited` after too many unknown links from one address: each is counted by
 * itself, so that nobody's guesses lock anybody else out.
 */
async function invitation(
  { store, keyring, attempts, clock }: SignInDeps,
  request: FastifyRequest<{ Body: { token: string } }>,
): Promise<Invited> {
  const secret = request.body.token;
  const now = clock();
  const found = await invitationOf(store, keyring, { token: secret, now });
  if (found) return found;
  const account = `invitation ${createHash('sha256').update(secret).digest('base64url')}`;
  attempts.begin({ account, address: request.ip, now });
  throw noInvitation();
}

type Joining = Readonly<{ found: Invited; knownId: string | null; login: Login | null; address: string }>;

async function join({ store, clock }: SignInDeps, { found, knownId, login, address }: Joining): Promise<string> {
  const now = clock();
  return await store.transaction(async (tx) => {
    if (isReadOnly(await planOf(tx, found.workspaceId, now))) throw new Problem('workspace_expired');
    if (!(await takeInvitation(tx, { ...found, now }))) throw noInvitation();
    const userId = knownId ?? (await createUser(tx, login ?? noLogin()));
    const { workspaceId, role, dataScope, personId } = found;
    await putMember(tx, { workspaceId, userId, role, dataScope, personId });
    const subject = { kind: 'user', id: userId };
    const details = { invitation: found.id, role, dataScope, personId };
    await audited(tx, { workspaceId, actor: userId, address, action: 'invitation_accepted', subject, details });
    return userId;
  });
}

async function refuseWrongPassword({ store }: SignInDeps, userId: string, password: string): Promise<void> {
  const hash = await passwordHashOf(store, userId);
  if (!hash || !(await isPasswordOf({ hash, password }))) throw new Problem('wrong_credentials');
}

function noLogin(): never {
  throw new Error('somebody without an account needs a login');
}

function noInvitation(): Problem {
  const detail = {
    zh: '这个邀请链接无效、已经用过或已经过期；请让管理员再发一个',
    en: 'This invitation is unknown, used or over; ask an admin for another one',
  };
  return new Problem('not_found', [{ detail }]);
}
