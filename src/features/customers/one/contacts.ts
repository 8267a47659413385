import type { RouteDeps } from '#features/route-deps.ts';
import { Problem } from '#shared/problem.ts';
import { sql } from '#shared/sql.ts';
import { type AuditActor, audited } from '#store/audit.ts';
import { openedRows } from '#store/rows.ts';
import type { Transaction } from '#store/store.ts';
import { masked } from './masked.ts';

/** A person at a customer. */
export type Contact = Readonly<{
  id: string;
  name: string;
  title: string | null;
  phone: string | null;
  email: string | null;
}>;

type Where = Readonly<{ workspaceId: string; customerId: string }>;
type Reading = Pick<RouteDeps, 'keyring'>;

/** The contacts of a customer, masked. */
export async function maskedContacts(deps: RouteDeps, where: Where): Promise<readonly Contact[]> {
  const contacts = await contactsOf(deps.store, deps, where);
  return contacts.map(({ id, title, ...words }) => ({
    id,
    title,
    name: masked.name(words.name),
    phone: masked.phone(words.phone),
    email: masked.email(words.email),
  }));
}

type Revealed = Where & Readonly<{ contactId: string }>;

/** One contact in clear; that it was looked at is written down in the same transaction. Throws `not_found`. */
export async function revealedContact(deps: RouteDeps, actor: AuditActor, revealed: Revealed): Promise<Contact> {
  const { customerId, contactId } = revealed;
  return deps.store.transaction(async (tx) => {
    const contact = (await contactsOf(tx, deps, revealed)).find(({ id }) => id === contactId);
    if (!contact) throw new Problem('not_found');
    await audited(tx, {
      ...actor,
      action: 'contact_revealed',
      subject: { kind: 'contact', id: contactId },
      details: { customerId },
    });
    return contact;
  });
}

async function contactsOf(tx: Pick<Transaction, 'query'>, { keyring }: Reading, { workspaceId, customerId }: Where) {
  const rows = await tx.query<Contact>(sql`
    select id, name, title, phone, email from contact
     where workspace_id = ${workspaceId} and customer_id = ${customerId}
     order by id limit 100`);
  return openedRows(keyring, 'contact', rows);
}
