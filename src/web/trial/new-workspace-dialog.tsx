import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { request } from '#web/api/request.ts';
import { FormRefused } from '#web/password/form-refused.tsx';
import { Dialog } from '#web/shell/dialog.tsx';
import { useText } from '#web/text/use-text.ts';
import './dialog-form.css';

/** Makes a further workspace and goes there. */
export function NewWorkspaceDialog({ onClose }: Readonly<{ onClose: () => void }>) {
  const { t } = useText();
  const [company, setCompany] = useState('');
  const [data, setData] = useState<'demo' | 'empty'>('empty');
  const make = useMutation({
    mutationFn: () => request('/api/v1/workspaces', { body: { company, data } }),
    onSuccess: () => location.assign('/overview'),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    make.mutate();
  };
  return (
    <Dialog title={t('workspaces.new')} place="middle" onClose={onClose}>
      <form className="dialog-form" onSubmit={submit}>
        <p className="t2">{t('workspaces.new.what')}</p>
        <label>
          {t('sign_up.company')}
          <input required maxLength={100} value={company} onChange={(event) => setCompany(event.target.value)} />
        </label>
        <label>
          {t('sign_up.data')}
          <select value={data} onChange={(event) => setData(event.target.value === 'demo' ? 'demo' : 'empty')}>
            <option value="empty">{t('sign_up.data.empty.text')}</option>
            <option value="demo">{t('sign_up.data.demo.text')}</option>
          </select>
        </label>
        <FormRefused error={make.error} />
        <button type="submit" className="button" disabled={make.isPending}>
          {t('workspaces.new.make')}
        </button>
      </form>
    </Dialog>
  );
}
