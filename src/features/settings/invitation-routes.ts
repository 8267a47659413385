import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { MailError } from '#connectors/mail/mailer.ts';
import type { Instant } from '#shared/day.ts';
import { Problem } from '#shared/problem.ts';
import { audited } from '#store/audit.ts';
import { actorOf } from '../audit-actor.ts';
import { type RouteDeps, viewerOf } from '../route-deps.ts';
import { invitationLetter } from './invitation-letter.ts';
import { invite, openInvitations, revokeInvitation } from './invitations.ts';
import { membersOf } from './members.ts';
import { placeIn, placeInput } from './place.ts';

const invitation = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  role: z.string(),
  dataScope: z.string(),
  personId: z.string().nullable(),
  createdAt: z.string(),
  expiresAt: z.string(),
});

const newInvitation = placeInput.extend({
  email: z.email().max(254).toLowerCase(),
  name: z.string().trim().max(100).default(''),
});

const made = z.object({
  id: z.string(),
  token: z.string(),
  expiresAt: z.string(),
  isMailed: z.boolean().describe('Whether the link also went to them by mail'),
});

const validMs = 7 * 86_400_000;
const config = { permission: 'members.write' };
const tags = ['settings'];

/** Inviting people by a link that works once and for a week. */
export const invitationRoutes: FastifyPluginAsyncZod<RouteDeps> = async (server, deps) => {
  const { store, keyring, clock } = deps;
  server.get(
    '/api/v1/invitations',
    {
      config,
      schema: {
        summary: 'Invitations that still work',
        tags,
        response: { 200: z.object({ invitations: z.array(invitation) }) },
      },
    },
    async (request) => {
      const { id: workspaceId } = viewerOf(request).workspace;
      return { invitations: [...(await openInvitations(store, keyring, { workspaceId, now: clock() }))] };
    },
  );

  server.post(
    '/api/v1/invitations',
    {
      config,
      schema: {
        summary: 'Invite somebody; the secret of the link is shown this once',
        tags,
        body: newInvitation,
        response: { 201: made },
      },
    },
    async (request, reply) => {
      const { email, name, ...given } = request.body;
      const viewer = viewerOf(request);
      const { workspace, name: invitedBy } = viewer;
      const place = await placeIn(store, viewer, given);
      const members = await membersOf(store, workspace.id);
      if (members.some((each) => each.email === email)) throw memberAlready(email);
      const expiresAt = new Date(Date.parse(clock()) + validMs).toISOString() as Instant;
      const invited = await store.transaction(async (tx) => {
        const { id, token } = await invite(tx, keyring, {
          workspaceId: workspace.id,
          email,
          name,
          invitedBy,
          expiresAt,
          ...place,
        });
        const note = { subject: { kind: 'invitation', id }, details: { email, ...place } };
        await audited(tx, { ...actorOf(request), action: 'member_invited', ...note });
        return { id, token, expiresAt };
      });
      const isMailed = await isSent(deps, request, { email, token: invited.token });
      return reply.code(201).send({ ...invited, isMailed });
    },
  );

  server.delete(
    '/api/v1/invitations/:id',
    {
      config,
      schema: {
        summary: 'Take an invitation back, at once',
        tags,
        params: z.object({ id: z.string() }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      await store.transaction(async (tx) => {
        const isRevoked = await revokeInvitation(tx, { workspaceId: viewerOf(request).workspace.id, id });
        if (!isRevoked) throw new Problem('not_found');
        await audited(tx, { ...actorOf(request), action: 'invitation_revoked', subject: { kind: 'invitation', id } });
      });
      return reply.code(204).send(null);
    },
  );
};

/** The invitation stands in any case: whoever made it still has the link to hand over. */
async function isSent(
  { mailer, publicAddress }: RouteDeps,
  request: FastifyRequest,
  { email, token }: Readonly<{ email: string; token: string }>,
): Promise<boolean> {
  const { workspace, name: by } = viewerOf(request);
  if (!mailer.isConfigured) return false;
  try {
    const link = `${publicAddress}/invitation#${token}`;
    await mailer.send(invitationLetter({ to: email, link, workspace: workspace.name, by }));
    return true;
  } catch (error) {
    request.log.error({ reason: error instanceof MailError ? error.message : 'unknown' }, 'an invitation was not sent');
    return false;
  }
}

function memberAlready(email: string): Problem {
  const detail = { zh: `${email} 已经是成员了`, en: `${email} is a member already` };
  return new Problem('conflict', [{ detail, place: { field: 'email' } }]);
}
