import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { TaskRefused } from '#web/tasks/new-task-dialog.tsx';
import { useText } from '#web/text/use-text.ts';
import { type Contact, type OneCustomer, revealContact } from './one-queries.ts';

type Props = Readonly<{ customer: OneCustomer }>;

/** The people at the customer, masked; each can be shown by who may, which is written down. */
export function ContactsPanel({ customer }: Props) {
  const { t } = useText();
  const { contacts, mayReveal } = customer;
  return (
    <section className="panel" aria-labelledby="contacts-title">
      <div className="panel-head">
        <div>
          <h2 id="contacts-title">{t('customer.contacts', { count: contacts.length })}</h2>
          <p>{t(mayReveal ? 'customer.contacts_audited' : 'customer.contacts_masked')}</p>
        </div>
      </div>
      {contacts.length === 0 && <p className="t2">{t('customer.contacts_none')}</p>}
      <ul className="contacts">
        {contacts.map((contact) => (
          <ContactRow key={contact.id} contact={contact} customer={customer} />
        ))}
      </ul>
    </section>
  );
}

function ContactRow({ contact, customer }: Props & Readonly<{ contact: Contact }>) {
  const { t } = useText();
  const [clear, setClear] = useState<Contact | null>(null);
  const reveal = useMutation({
    mutationFn: () => revealContact(customer.id, contact.id),
    onSuccess: setClear,
  });
  const { name, title, phone, email } = clear ?? contact;
  return (
    <li data-contact={contact.id}>
      <p>
        <b>{name}</b> {title && <span className="t2">{title}</span>}
      </p>
      <p className="contact-ways">
        {phone && (clear ? <a href={`tel:${phone}`}>{phone}</a> : <span>{phone}</span>)}
        {email && (clear ? <a href={`mailto:${email}`}>{email}</a> : <span>{email}</span>)}
      </p>
      {customer.mayReveal && clear === null && (
        <button type="button" className="link" disabled={reveal.isPending} onClick={() => reveal.mutate()}>
          {t('customer.reveal')}
        </button>
      )}
      {reveal.isError && <TaskRefused error={reveal.error} />}
    </li>
  );
}
