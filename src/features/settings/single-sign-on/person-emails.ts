import { Problem } from '#shared/problem.ts';
import { sql } from '#shared/sql.ts';
import type { Transaction } from '#store/store.ts';

type Querying = Pick<Transaction, 'query'>;
type ColleagueEmail = Readonly<{ email: string; personId: string }>;

/** The e-mails of colleagues in the data. */
export function colleagueEmails(tx: Querying, workspaceId: string): Promise<readonly ColleagueEmail[]> {
  return tx.query<ColleagueEmail>(sql`
    select email, person_id as "personId" from person_email where workspace_id = ${workspaceId} order by email`);
}

/** Writes them anew. Throws `invalid_request` for somebody who is not in the data, or an e-mail that is there twice. */
export async function putColleagueEmails(
  tx: Querying,
  workspaceId: string,
  colleagues: readonly ColleagueEmail[],
): Promise<void> {
  if (new Set(colleagues.map(({ email }) => email)).size < colleagues.length) {
    throw invalid('同一个邮箱出现了两次', 'An e-mail is there twice');
  }
  await tx.query(sql`delete from person_email where workspace_id = ${workspaceId}`);
  const written = await tx.query(sql`
    insert into person_email (workspace_id, email, person_id)
    select p.workspace_id, g.email, p.id
      from json_to_recordset(${JSON.stringify(colleagues)}::json) as g (email text, "personId" text)
      join person p on p.workspace_id = ${workspaceId} and p.id = g."personId"
    returning email`);
  if (written.length < colleagues.length) throw invalid('有的同事不在数据里', 'Some are no colleagues in the data');
}

/** The colleague with that e-mail; null when there is none. */
export async function personOfEmail(
  tx: Querying,
  { workspaceId, email }: Readonly<{ workspaceId: string; email: string }>,
): Promise<string | null> {
  const [found] = await tx.query<{ personId: string }>(sql`
    select person_id as "personId" from person_email where workspace_id = ${workspaceId} and email = ${email}`);
  return found?.personId ?? null;
}

function invalid(zh: string, en: string): Problem {
  return new Problem('invalid_request', [{ detail: { zh, en }, place: { field: 'colleagues' } }]);
}
