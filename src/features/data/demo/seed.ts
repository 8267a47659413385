import { type Instant, localMoment } from '#shared/day.ts';
import { entities } from '#store/entities.ts';
import { upsertRows } from '#store/rows.ts';
import type { Keyring } from '#store/seal.ts';
import type { Store } from '#store/store.ts';
import { createWorkspace, findWorkspace, type Workspace } from '#store/workspaces.ts';
import { demoCompany, demoWorkspaceName } from './company.ts';

export type SeedOptions = Readonly<{ store: Store; keyring: Keyring; now: Instant; zone?: string; slug?: string }>;

/** Slug of the workspace that a fresh installation gets. */
export const demoSlug = 'demo';

/**
 * Fills the demo workspace with a made-up company that reaches up to `now`, in one transaction; makes the workspace when it is not
 * there. Writing again is harmless: rows that are there already stay, and an import into the demo is left alone.
 */
export async function seedDemo({
  store,
  keyring,
  now,
  zone = 'Asia/Shanghai',
  slug = demoSlug,
}: SeedOptions): Promise<Workspace> {
  const found = await findWorkspace(store, slug);
  const workspace = found ?? (await createWorkspace(store, keyring, { slug, name: demoWorkspaceName, zone }));
  const { day: today, minute: nowMinute } = localMoment(now, workspace.zone);
  const company = demoCompany({ today, nowMinute });
  await store.transaction(async (tx) => {
    for (const entity of entities) {
      await upsertRows(tx, keyring, { workspaceId: workspace.id, entity, rows: company[entity] });
    }
  });
  return workspace;
}
