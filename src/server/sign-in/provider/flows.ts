import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Journey, ProviderKind } from '#connectors/sign-in/sign-in-connector.ts';
import type { Instant } from '#shared/day.ts';
import { sql } from '#shared/sql.ts';
import { newSecret } from '#store/secret.ts';
import type { Transaction } from '#store/store.ts';

type Querying = Pick<Transaction, 'query'>;

/** Somebody on the way to a provider and back. */
export type Flow = Readonly<{
  workspaceId: string;
  slug: string;
  kind: ProviderKind;
  returnTo: string;
  browserHash: string;
}>;

/** How long somebody may take at the provider. */
export const flowSeconds = 600;

/** Remembers that somebody leaves; `state` goes with them, `browser` stays in a cookie. */
export async function openFlow(
  tx: Querying,
  { now, ...flow }: Pick<Flow, 'workspaceId' | 'kind' | 'returnTo'> & Readonly<{ now: Instant }>,
): Promise<{ state: string; browser: string }> {
  const [state, browser] = [newSecret(), newSecret()];
  await tx.query(sql`
    delete from sign_in_flow where workspace_id = ${flow.workspaceId} and expires_at <= ${now}::timestamptz`);
  await tx.query(sql`
    insert into sign_in_flow (workspace_id, state_hash, kind, browser_hash, return_to, expires_at)
    values (${flow.workspaceId}, ${hashOf(state)}, ${flow.kind}, ${hashOf(browser)}, ${flow.returnTo},
            ${now}::timestamptz + ${flowSeconds} * interval '1 second')`);
  return { state, browser };
}

/** Uses a flow up: null when it is unknown, used or over. */
export async function takeFlow(
  tx: Querying,
  { state, now }: Readonly<{ state: string; now: Instant }>,
): Promise<Flow | null> {
  const [flow] = await tx.query<Flow>(sql`
    delete from sign_in_flow f using workspace w
     where f.state_hash = ${hashOf(state)} and w.id = f.workspace_id and f.expires_at > ${now}::timestamptz
    returning f.workspace_id as "workspaceId", w.slug, f.kind, f.return_to as "returnTo", f.browser_hash as "browserHash"`);
  return flow ?? null;
}

/** Whether it is the browser that was sent. */
export function isBrowserOf({ browserHash }: Flow, browser: string | undefined): browser is string {
  return browser !== undefined && timingSafeEqual(Buffer.from(hashOf(browser)), Buffer.from(browserHash));
}

/** One cookie a flow, so that two tabs do not get into each other's way. */
export function flowCookie(state: string): string {
  return `salesboard.flow.${hashOf(state).slice(0, 12)}`;
}

/**
 * What must match when somebody comes back. Verifier and nonce are functions of the browser's secret under a key of ours: nothing of
 * them is kept, and who reads the database or the cookie alone cannot make them.
 */
export function journeyOf(
  flow: Readonly<{ redirectUri: string; state: string; browser: string; secret: string }>,
): Journey {
  const { redirectUri, state, browser, secret } = flow;
  const derived = (use: string) =>
    createHmac('sha256', secret).update(`sign-in ${use} ${browser} ${state}`).digest('base64url');
  return { redirectUri, state, codeVerifier: derived('verifier'), nonce: derived('nonce') };
}

/** The path to land on; what would lead to another site is the start page instead. */
export function ownPath(given: string | undefined): string {
  const here = 'http://salesboard.invalid';
  if (given === undefined || !given.startsWith('/') || !URL.canParse(given, here)) return '/';
  const url = new URL(given, here);
  return url.origin === here && !url.pathname.startsWith('//') ? `${url.pathname}${url.search}${url.hash}` : '/';
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
