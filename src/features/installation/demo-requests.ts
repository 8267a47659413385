import type { Instant } from '#shared/day.ts';
import { sql } from '#shared/sql.ts';
import { newRowId } from '#store/row-id.ts';
import type { Keyring } from '#store/seal.ts';
import type { Transaction } from '#store/store.ts';

type Querying = Pick<Transaction, 'query'>;

/** How large the team is of somebody who wants to be shown the product. */
export const teamSizes = ['1-5', '6-20', '21-100', '101-500', '500+'] as const;

/** How far the operator is with a request. */
export const requestStates = ['new', 'contacted', 'done'] as const;

/** What somebody who wants to be shown the product says of themselves. */
export type DemoWish = Readonly<{
  name: string;
  company: string;
  /** E-mail or phone. */
  contact: string;
  teamSize: (typeof teamSizes)[number];
  wish: string;
  locale: 'zh' | 'en';
}>;

export type DemoRequest = DemoWish &
  Readonly<{ id: string; status: (typeof requestStates)[number]; createdAt: string; changedAt: string }>;

const sealedColumns = ['name', 'company', 'contact', 'wish'] as const;

/** Keeps a request; the person's words are sealed. */
export async function keepRequest(
  tx: Querying,
  keyring: Keyring,
  { now, ...given }: DemoWish & Readonly<{ now: Instant }>,
): Promise<string> {
  const id = newRowId();
  const seal = (column: (typeof sealedColumns)[number]) =>
    keyring.seal(given[column], { workspaceId: '', entity: 'demo_request', column, rowId: id });
  await tx.query(sql`
    insert into demo_request (id, name, company, contact, wish, team_size, locale, consent_at, created_at, changed_at)
    values (${id}, ${seal('name')}, ${seal('company')}, ${seal('contact')}, ${given.wish === '' ? null : seal('wish')},
            ${given.teamSize}, ${given.locale}, ${now}::timestamptz, ${now}::timestamptz, ${now}::timestamptz)`);
  return id;
}

const mostListed = 500;

/** The requests, the latest first. */
export async function listedRequests(tx: Querying, keyring: Keyring): Promise<readonly DemoRequest[]> {
  const rows = await tx.query<Omit<DemoRequest, 'wish'> & { wish: string | null }>(sql`
    select id, name, company, contact, wish, team_size as "teamSize", locale, status, created_at as "createdAt",
           changed_at as "changedAt"
      from demo_request order by created_at desc, id limit ${mostListed}`);
  return rows.map(({ name, company, contact, wish, ...rest }) => ({
    ...rest,
    name: keyring.open(name),
    company: keyring.open(company),
    contact: keyring.open(contact),
    wish: wish === null ? '' : keyring.open(wish),
  }));
}

/** Notes how far the operator is; false when there is no such request. */
export async function setRequestState(
  tx: Querying,
  { id, status, now }: Readonly<{ id: string; status: DemoRequest['status']; now: Instant }>,
): Promise<boolean> {
  const found = await tx.query(sql`
    update demo_request set status = ${status}, changed_at = ${now}::timestamptz where id = ${id} returning id`);
  return found.length > 0;
}

/** Deletes a request with everything the person said; false when there is none. */
export async function deleteRequest(tx: Querying, id: string): Promise<boolean> {
  return (await tx.query(sql`delete from demo_request where id = ${id} returning id`)).length > 0;
}
