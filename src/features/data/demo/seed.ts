import { addDays, type Day, epochDay, type Instant, isDay, localMoment } from '#shared/day.ts';
import { sql } from '#shared/sql.ts';
import { upsertRows } from '#store/rows.ts';
import type { Keyring } from '#store/seal.ts';
import type { Store, Transaction } from '#store/store.ts';
import { createWorkspace, findWorkspace, type Workspace } from '#store/workspaces.ts';
import { demoCompany, demoWorkspaceName } from './company.ts';
import { type ToldRows, toldRows } from './news.ts';
import { tell } from './tell.ts';

/** Where and when to seed; the zone is the new workspace's. */
export type SeedOptions = Readonly<{ store: Store; keyring: Keyring; now: Instant; zone?: string; slug?: string }>;

/** Slug of the workspace that a fresh installation gets. */
export const demoSlug = 'demo';

/** How far a demo workspace has been told: its story was laid out for `anchor` and is written up to minute `minute` of `day`. */
type Told = Readonly<{ anchor: Day; day: Day; minute: number }>;

/** A company older than this would have used up its story; it stays as it is. */
const storyDays = 700;

const dayMinutes = 1440;

/**
 * Makes the demo workspace and fills it with a made-up company that reaches up to `now`, in one transaction. A workspace of that
 * slug which holds data already is left alone, but for what happened in the company since: see `advanceDemo`.
 */
export async function seedDemo(options: SeedOptions): Promise<Workspace> {
  const { store, keyring, now, zone = 'Asia/Shanghai', slug = demoSlug } = options;
  const found = await findWorkspace(store, slug);
  if (found && (await hasPeople(store, found.id))) {
    await advanceDemo(options);
    return found;
  }
  const workspace = found ?? (await createWorkspace(store, keyring, { slug, name: demoWorkspaceName, zone }));
  const { day, minute } = localMoment(now, workspace.zone);
  const company = demoCompany({ today: day, nowMinute: minute });
  await store.transaction(async (tx) => {
    await writeRows(tx, { keyring, workspaceId: workspace.id, told: toldRows(company, null) });
    await remember(tx, workspace.id, { anchor: day, day, minute });
  });
  return workspace;
}

/**
 * Lets the demo company live on until `now`: writes what happened since it was last written, and says how many rows that were.
 * Rows of an import, and what people changed by hand, stay. 0 for a workspace that is no demo, and while not more than
 * `restMinutes` have passed since.
 */
export async function advanceDemo({
  store,
  keyring,
  now,
  slug = demoSlug,
  restMinutes = 0,
}: SeedOptions & Readonly<{ restMinutes?: number }>): Promise<number> {
  const workspace = await findWorkspace(store, slug);
  const told = workspace && (await toldSoFar(store, workspace.id));
  if (!workspace || !told) return 0;
  const { day, minute } = localMoment(now, workspace.zone);
  const passedMinutes = (epochDay(day) - epochDay(told.day)) * dayMinutes + minute - told.minute;
  if (passedMinutes <= restMinutes || day > addDays(told.anchor, storyDays)) return 0;
  const known = { anchor: told.anchor, today: told.day, nowMinute: told.minute };
  const news = await tell({ known, now: { anchor: told.anchor, today: day, nowMinute: minute } });
  return store.transaction(async (tx) => {
    const written = await writeRows(tx, { keyring, workspaceId: workspace.id, told: news });
    await remember(tx, workspace.id, { anchor: told.anchor, day, minute });
    return written;
  });
}

type Writing = Readonly<{ keyring: Keyring; workspaceId: string; told: readonly ToldRows[] }>;

async function writeRows(tx: Transaction, { keyring, workspaceId, told }: Writing): Promise<number> {
  let written = 0;
  for (const { entity, rows } of told) {
    await upsertRows(tx, keyring, { workspaceId, entity, rows });
    written += rows.length;
  }
  return written;
}

/** Whether somebody is in the workspace: false when its making was interrupted. */
async function hasPeople(tx: Transaction, workspaceId: string): Promise<boolean> {
  const [found] = await tx.query(sql`select 1 from person where workspace_id = ${workspaceId} limit 1`);
  return found !== undefined;
}

async function toldSoFar(tx: Transaction, workspaceId: string): Promise<Told | null> {
  const [found] = await tx.query<{ demo: Partial<Told> | null }>(
    sql`select settings -> 'demo' as demo from workspace where id = ${workspaceId}`,
  );
  const { anchor, day, minute } = found?.demo ?? {};
  return anchor && day && isDay(anchor) && isDay(day) && minute !== undefined ? { anchor, day, minute } : null;
}

/** Notes how far the story is written. */
export async function remember(tx: Transaction, workspaceId: string, told: Told): Promise<void> {
  await tx.query(sql`
    update workspace set settings = settings || ${JSON.stringify({ demo: told })}::jsonb where id = ${workspaceId}`);
}
