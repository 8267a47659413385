import { request } from '#web/api/request.ts';

/** TRAP: the page is loaded anew, so that nothing of the one before stays in memory. */
export async function enterWorkspace(slug: string): Promise<void> {
  await request('/api/v1/me/workspace', { method: 'PUT', body: { slug } });
  location.assign('/overview');
}
