import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { type ProviderKind, providerKinds } from '#connectors/sign-in/sign-in-connector.ts';
import { PublicLimit } from '#features/public-limit.ts';
import { sql } from '#shared/sql.ts';
import type { Store } from '#store/store.ts';
import type { SignInDeps } from '../sign-in-deps.ts';

const tags = ['sign-in'];
const way = z.object({ kind: z.enum(providerKinds), label: z.string().nullable() });

/** A workspace that somebody wants to enter, and the providers that it has turned on. */
export type Ways = Readonly<{
  workspaceId: string;
  slug: string;
  ways: readonly Readonly<{ kind: ProviderKind; label: string | null }>[];
}>;

/**
 * The providers of a workspace, or of the only one there is. Null alike for a workspace that does not exist and for one without
 * providers, so that nobody finds out which ones there are.
 */
export async function waysInto(store: Pick<Store, 'query'>, slug: string | undefined): Promise<Ways | null> {
  const rows = await store.query<{ id: string; slug: string; kind: ProviderKind; label: string | null }>(sql`
    select w.id, w.slug, p.kind, p.label
      from workspace w join sign_in_provider p on p.workspace_id = w.id and p.is_enabled
     where coalesce(w.slug = ${slug ?? null}, (select count(*) from workspace) = 1)
     order by case p.kind when 'oidc' then 1 when 'wecom' then 2 when 'dingtalk' then 3 else 4 end`);
  const [first] = rows;
  if (!first) return null;
  return { workspaceId: first.id, slug: first.slug, ways: rows.map(({ kind, label }) => ({ kind, label })) };
}

/** What the sign-in page asks before anybody is known. */
export const waysRoutes: FastifyPluginAsyncZod<SignInDeps> = async (server, deps) => {
  const { store, mailer, clock } = deps;
  const letters = new PublicLimit({ most: 3, windowMs: 3_600_000 });

  server.post(
    '/api/v1/sign-in/ways',
    {
      config: { permission: 'public', rateLimit: { max: 600, timeWindow: 60_000 } },
      bodyLimit: 4096,
      schema: {
        summary: 'Which providers a workspace signs in with; the same answer where there is none of that name',
        tags,
        body: z.object({ workspace: z.string().min(1).max(100).optional() }),
        response: {
          200: z.object({
            workspace: z.string().nullable(),
            ways: z.array(way),
            canMail: z.boolean().describe('Whether a letter can say which workspaces an address belongs to'),
          }),
        },
      },
    },
    async (request) => {
      const found = await waysInto(store, request.body.workspace?.trim().toLowerCase());
      const canMail = mailer.isConfigured;
      return found ? { workspace: found.slug, ways: [...found.ways], canMail } : { workspace: null, ways: [], canMail };
    },
  );

  server.post(
    '/api/v1/sign-in/ways/letter',
    {
      config: { permission: 'public', rateLimit: { max: 60, timeWindow: 60_000 } },
      bodyLimit: 4096,
      schema: {
        summary: 'Have the sign-in pages of one’s workspaces mailed; the same answer whoever asks',
        tags,
        body: z.object({ email: z.email().max(254).toLowerCase() }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const { email } = request.body;
      // After the answer: how long it takes must not tell whether there is such a person.
      if (letters.takes(email, clock()))
        setImmediate(() => void mailWays(deps, email).catch((error) => request.log.warn(error)));
      return reply.code(204).send(null);
    },
  );
};

async function mailWays({ store, mailer, publicAddress }: SignInDeps, email: string): Promise<void> {
  const workspaces = await store.query<{ slug: string; name: string }>(sql`
    select distinct w.slug, w.name
      from sign_in_user u
      join member m on m.user_id = u.id
      join workspace w on w.id = m.workspace_id
      join sign_in_provider p on p.workspace_id = w.id and p.is_enabled
     where u.email = ${email} order by w.slug limit 20`);
  if (workspaces.length === 0) return;
  const lines = workspaces.map(({ slug, name }) => `${name}\n${publicAddress}/sign-in?workspace=${slug}`);
  await mailer.send({
    to: email,
    subject: '你的 Salesboard 登录地址 · Where you sign in to Salesboard',
    text: [
      '有人（应该是你）想知道你的工作区从哪里登录：',
      'Somebody, presumably you, asked where your workspaces sign in:',
      '',
      ...lines,
      '',
      '如果不是你，不用理会这封信。',
      'If it was not you, nothing needs to be done.',
    ].join('\n'),
  });
}
