import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { request } from '#web/api/request.ts';
import { FormRefused } from '#web/password/form-refused.tsx';
import { useText } from '#web/text/use-text.ts';
import { Trap, typedIn } from './form-parts.tsx';
import { bookingQuery, notTooQuick } from './form-stamp.ts';
import { OutsideFrame } from './outside-frame.tsx';

const teamSizes = ['1-5', '6-20', '21-100', '101-500', '500+'] as const;

/** Asking to be shown the product. */
export function BookDemoPage() {
  const { t } = useText();
  const [isDone, setDone] = useState(false);
  return (
    <OutsideFrame title={t('book.title')}>
      <main className="outside-form" id="content">
        {isDone ? (
          <div role="status">
            <h1>{t('book.done')}</h1>
            <p className="t2">{t('book.done.why')}</p>
            <p className="outside-other">
              <Link to="/welcome">{t('book.home')}</Link>
            </p>
          </div>
        ) : (
          <>
            <h1>{t('book.title')}</h1>
            <p>{t('book.what')}</p>
            <BookingForm done={() => setDone(true)} />
          </>
        )}
      </main>
    </OutsideFrame>
  );
}

function BookingForm({ done }: Readonly<{ done: () => void }>) {
  const { t, locale } = useText();
  const { data, dataUpdatedAt } = useQuery(bookingQuery);
  const stamp = data?.stamp ?? null;
  const send = useMutation({
    mutationFn: async (form: HTMLFormElement) => {
      await notTooQuick(dataUpdatedAt);
      const typed = typedIn(form);
      const fields = ['name', 'company', 'contact', 'teamSize', 'wish', 'website'];
      const body = Object.fromEntries(fields.map((name) => [name, typed(name)]));
      await book({ ...body, agrees: typed('agrees') === 'on', stamp, locale });
    },
    onSuccess: done,
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    send.mutate(event.currentTarget);
  };
  return (
    <form onSubmit={submit}>
      <label>
        {t('book.name')}
        <input name="name" autoComplete="name" required maxLength={100} />
      </label>
      <label>
        {t('book.company')}
        <input name="company" autoComplete="organization" required maxLength={100} />
      </label>
      <label>
        {t('book.contact')}
        <input name="contact" required minLength={6} maxLength={254} autoComplete="email" />
      </label>
      <label>
        {t('book.team')}
        <select name="teamSize" defaultValue="6-20">
          {teamSizes.map((size) => (
            <option key={size} value={size}>
              {t(`book.team.${size}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('book.wish')}
        <textarea name="wish" rows={3} maxLength={1000} />
      </label>
      <Trap />
      <label className="outside-agree">
        <input name="agrees" type="checkbox" required />
        <span>{t('book.agrees')}</span>
      </label>
      <FormRefused error={send.error} />
      <button type="submit" className="button" disabled={send.isPending || stamp === null}>
        {t(send.isPending ? 'book.submitting' : 'book.submit')}
      </button>
    </form>
  );
}

async function book(body: object): Promise<void> {
  await request('/api/v1/demo-requests', { body });
}
