import { randomBytes } from 'node:crypto';
import { Problem } from '#shared/problem.ts';
import { raw, sql } from '#shared/sql.ts';
import { type CalendarRange, seedCalendar } from './calendar.ts';
import { sqlState } from './retry.ts';
import { newRowId } from './row-id.ts';
import { type Keyring, KeyringError } from './seal.ts';
import type { Store, Transaction } from './store.ts';

type Colours = 'red_up' | 'green_up';

/** A company and how its numbers are shown. */
export type Workspace = Readonly<{
  id: string;
  slug: string;
  name: string;
  zone: string;
  currency: string;
  fiscalStartMonth: number;
  weekStart: number;
  colours: Colours;
}>;

export type NewWorkspace = Pick<Workspace, 'slug' | 'name'> &
  Partial<Omit<Workspace, 'id' | 'slug' | 'name'>> &
  Readonly<{ calendar?: CalendarRange }>;

const slugPattern = /^[a-z0-9][a-z0-9-]{0,62}$/;
const columns = raw(
  'id, slug, name, zone, currency, fiscal_start_month as "fiscalStartMonth", week_start as "weekStart", colours',
);

/** Makes a workspace with its calendar. Throws `Problem('conflict')` when the slug is taken. */
export async function createWorkspace(store: Store, keyring: Keyring, wanted: NewWorkspace): Promise<Workspace> {
  const workspace = withDefaults(wanted);
  refuseInvalid(workspace);
  try {
    await store.transaction(async (tx) => {
      await keyring.keyOfNewWorkspace(tx, workspace.id);
      await tx.query(sql`
        insert into workspace (id, slug, name, zone, currency, fiscal_start_month, week_start, colours, id_salt)
        values (${workspace.id}, ${workspace.slug}, ${workspace.name}, ${workspace.zone}, ${workspace.currency},
                ${workspace.fiscalStartMonth}, ${workspace.weekStart}, ${workspace.colours}, ${newSalt(keyring, workspace.id)})`);
      await seedCalendar(tx, { ...workspace, ...(wanted.calendar ? { range: wanted.calendar } : {}) });
    });
  } catch (error) {
    if (sqlState(error) === '23505') throw slugTaken(workspace.slug);
    throw error;
  }
  return workspace;
}

/** The workspace of a slug; null when there is none. */
export async function findWorkspace(tx: Transaction, slug: string): Promise<Workspace | null> {
  const [found] = await tx.query<Workspace>(sql`select ${columns} from workspace where slug = ${slug}`);
  return found ?? null;
}

/** The workspace of an id; null when there is none. */
export async function workspaceById(tx: Transaction, id: string): Promise<Workspace | null> {
  const [found] = await tx.query<Workspace>(sql`select ${columns} from workspace where id = ${id}`);
  return found ?? null;
}

/** What an admin may change of a workspace. */
export type WorkspaceSettings = Pick<Workspace, 'name' | 'colours' | 'fiscalStartMonth' | 'weekStart'>;

/**
 * Changes the settings and gives those before. TRAP: when fiscal or week start differ the calendar has to follow, in the same
 * transaction: `rebucketCalendar`. Throws `Problem('not_found')`.
 */
export async function changeWorkspace(
  tx: Transaction,
  { id, ...after }: WorkspaceSettings & Readonly<{ id: string }>,
): Promise<WorkspaceSettings> {
  const [before] = await tx.query<WorkspaceSettings>(sql`
    select name, colours, fiscal_start_month as "fiscalStartMonth", week_start as "weekStart"
      from workspace where id = ${id} for update`);
  if (!before) throw new Problem('not_found');
  await tx.query(sql`
    update workspace
       set name = ${after.name}, colours = ${after.colours}, fiscal_start_month = ${after.fiscalStartMonth},
           week_start = ${after.weekStart}
     where id = ${id}`);
  return before;
}

/** All workspaces by slug. */
export async function listWorkspaces(tx: Transaction): Promise<readonly Workspace[]> {
  return tx.query<Workspace>(sql`select ${columns} from workspace order by slug`);
}

/** The secret from which the workspace's row ids are derived. */
export async function workspaceSalt(tx: Transaction, keyring: Keyring, workspaceId: string): Promise<Uint8Array> {
  const [found] = await tx.query<{ id_salt: string }>(sql`select id_salt from workspace where id = ${workspaceId}`);
  if (!found) throw new Problem('not_found');
  return Buffer.from(keyring.open(found.id_salt), 'base64url');
}

/** Throws `KeyringError`, saying which key is missing, when the keyring does not open this store. */
export async function checkKeyring(tx: Transaction, keyring: Keyring): Promise<void> {
  const rows = await tx.query<{ slug: string; id_salt: string }>(
    sql`select slug, id_salt from workspace order by slug`,
  );
  for (const { slug, id_salt } of rows) {
    try {
      keyring.open(id_salt);
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new KeyringError(`工作区 ${slug} 的数据读不了 · the data of workspace ${slug} cannot be read: ${reason}`, {
        cause,
      });
    }
  }
}

function withDefaults(wanted: NewWorkspace): Workspace {
  return {
    id: newRowId(),
    slug: wanted.slug,
    name: wanted.name,
    zone: wanted.zone ?? 'Asia/Shanghai',
    currency: wanted.currency ?? 'CNY',
    fiscalStartMonth: wanted.fiscalStartMonth ?? 1,
    weekStart: wanted.weekStart ?? 1,
    colours: wanted.colours ?? 'red_up',
  };
}

function refuseInvalid(workspace: Workspace): void {
  if (!slugPattern.test(workspace.slug)) {
    throw invalid('slug', `标识只能用小写字母、数字和连字符：${workspace.slug}`, `Not a slug: ${workspace.slug}`);
  }
  if (!isZone(workspace.zone))
    throw invalid('zone', `没有这个时区：${workspace.zone}`, `No such zone: ${workspace.zone}`);
  if (!isWithin(workspace.fiscalStartMonth, 12)) throw invalid('fiscalStartMonth', '财年起始月应为 1–12', 'Month 1–12');
  if (!isWithin(workspace.weekStart, 7)) throw invalid('weekStart', '每周起始日应为 1–7', 'Weekday 1–7');
}

function invalid(field: string, zh: string, en: string): Problem {
  return new Problem('invalid_request', [{ detail: { zh, en }, place: { field } }]);
}

function isWithin(value: number, last: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= last;
}

function isZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}

function slugTaken(slug: string): Problem {
  return new Problem('conflict', [
    {
      detail: { zh: `已有名为 ${slug} 的工作区`, en: `A workspace called ${slug} exists already` },
      place: { field: 'slug' },
    },
  ]);
}

function newSalt(keyring: Keyring, workspaceId: string): string {
  const place = { workspaceId, entity: 'workspace', column: 'id_salt', rowId: workspaceId };
  return keyring.seal(randomBytes(32).toString('base64url'), place);
}
