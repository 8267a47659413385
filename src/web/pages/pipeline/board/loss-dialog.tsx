import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { membersQuery } from '#web/api/queries.ts';
import { Dialog } from '#web/shell/dialog.tsx';
import { useText } from '#web/text/use-text.ts';
import type { Loss } from './use-steps.ts';
import './form.css';

type Props = Readonly<{ name: string; onLose: (loss: Loss) => void; onClose: () => void }>;

const usual = ['price', 'rival', 'budget', 'need', 'decider', 'silence'] as const;

/** Asks why a deal was lost before it is: a reason must be, a rival and a note may be. */
export function LossDialog({ name, onLose, onClose }: Props) {
  const { t } = useText();
  const id = useId();
  const [reason, setReason] = useState<string | null>(null);
  const [other, setOther] = useState('');
  const [competitor, setCompetitor] = useState('');
  const [note, setNote] = useState('');
  const reasons = useReasons();
  const rivals = useQuery(membersQuery('competitor', '')).data ?? [];
  const said = (reason === otherReason ? other : (reason ?? '')).trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (said !== '') onLose({ reason: said, competitor: competitor.trim() || null, note: note.trim() });
  };
  return (
    <Dialog title={t('deals.loss.title', { name })} place="middle" onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <fieldset>
          <legend>{t('deals.loss.reason')}</legend>
          <div className="form-choices">
            {[...reasons, otherReason].map((each, index) => (
              <label key={each}>
                <input
                  type="radio"
                  name={`${id}-reason`}
                  required
                  autoFocus={index === 0}
                  checked={reason === each}
                  onChange={() => setReason(each)}
                />
                {each === otherReason ? t('deals.loss.other') : each}
              </label>
            ))}
          </div>
        </fieldset>
        {reason === otherReason && (
          <label className="form-field">
            <span>{t('deals.loss.which')}</span>
            <input value={other} maxLength={200} required onChange={(event) => setOther(event.target.value)} />
          </label>
        )}
        <label className="form-field">
          <span>{t('deals.loss.competitor')}</span>
          <input
            value={competitor}
            maxLength={200}
            list={`${id}-rivals`}
            onChange={(event) => setCompetitor(event.target.value)}
          />
        </label>
        <datalist id={`${id}-rivals`}>
          {rivals.map(({ key, name: rival }) => (
            <option key={key} value={rival} />
          ))}
        </datalist>
        <label className="form-field">
          <span>{t('deals.loss.note')}</span>
          <textarea rows={2} maxLength={2000} value={note} onChange={(event) => setNote(event.target.value)} />
        </label>
        <div className="form-end">
          <button type="submit" className="button" disabled={said === ''}>
            {t('deals.loss.confirm')}
          </button>
          <button type="button" className="button button-plain" onClick={onClose}>
            {t('deals.cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** TRAP: no reason of a company is the empty text, so it can stand for “another one”. */
const otherReason = '';

/** The reasons that the company uses; the usual ones when it has none yet. */
function useReasons(): readonly string[] {
  const { t } = useText();
  const used = useQuery(membersQuery('lost_reason', '')).data ?? [];
  const names = used.map(({ name }) => name).filter((name) => name !== otherReason);
  return names.length > 0 ? names.slice(0, 12) : usual.map((each) => t(`deals.loss.usual.${each}`));
}
