import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { answered, client } from '#web/api/client.ts';
import { queryClient } from '#web/api/queries.ts';
import { useAsked } from '#web/api/use-asked.ts';
import { useMe } from '#web/api/use-me.ts';
import { writeKey } from '#web/api/write-key.ts';
import { Dialog } from '#web/shell/dialog.tsx';
import { useText } from '#web/text/use-text.ts';
import type { WrittenDeal } from './board/board-api.ts';
import { Refusal } from './board/refusal.tsx';
import { dealQuery } from './deal/deal-api.ts';
import { fetchReps } from './reps-query.ts';
import type { StuckDeal } from './stuck-query.ts';
import '#web/tasks/tasks.css';

/** The owner of a stuck deal: for who may assign deals a button that gives it to a colleague. */
export function Owner({ deal }: Readonly<{ deal: StuckDeal }>) {
  const { t } = useText();
  const { permissions } = useMe().viewer;
  const [isOpen, setOpen] = useState(false);
  const name = deal.rep ?? '—';
  if (!permissions.includes('pipeline.assign')) return name;
  return (
    <>
      <button
        type="button"
        className="plain"
        title={t('pipeline.give.button')}
        aria-label={t('pipeline.give.from', { name })}
        onClick={() => setOpen(true)}
      >
        {name}
      </button>
      {isOpen && <GiveDialog deal={deal} onClose={() => setOpen(false)} />}
    </>
  );
}

/** Whom to give it to, those with fewest open deals first, and why; the deal keeps both in its history. */
function GiveDialog({ deal, onClose }: Readonly<{ deal: StuckDeal; onClose: () => void }>) {
  const { t } = useText();
  const colleagues = useColleagues(deal.repId);
  const [ownerId, setOwnerId] = useState('');
  const [note, setNote] = useState('');
  const present = useQuery(dealQuery(deal.id)).data;
  const give = useMutation({
    mutationFn: (version: number) => giveDeal({ id: deal.id, version, ownerId, note: note.trim() }),
    onSuccess: onClose,
    onSettled: () => queryClient.invalidateQueries(),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (present) give.mutate(present.version);
  };
  return (
    <Dialog
      title={t('pipeline.give.title', { deal: deal.name ?? deal.customer ?? deal.id })}
      place="middle"
      onClose={onClose}
    >
      <form className="task-form" onSubmit={submit}>
        <label>
          {t('pipeline.give.to', { name: deal.rep ?? '—' })}
          <select required value={ownerId} onChange={(event) => setOwnerId(event.target.value)}>
            <option value="">{t('pipeline.give.choose')}</option>
            {colleagues.map(({ id, name, deals }) => (
              <option key={id} value={id}>
                {t('pipeline.give.colleague', { name, count: deals })}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('pipeline.give.why')}
          <textarea rows={2} maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />
        </label>
        {give.isError && <Refusal error={give.error} />}
        <div className="task-form-actions">
          <button type="submit" className="button" disabled={give.isPending || !present}>
            {t('pipeline.give.button')}
          </button>
          <button type="button" className="button button-plain" onClick={onClose}>
            {t('tasks.cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

const now = { period: { kind: 'last_days', days: 1 } } as const;

/** Every rep in service but the owner, with their open deals today, fewest first. */
function useColleagues(ownerId: string | null) {
  const asked = useAsked(['pipeline', 'reps', now.period, undefined], (signal) => fetchReps(now, signal));
  const reps = asked.state === 'answered' ? asked.data.reps : [];
  return reps.filter(({ id }) => id !== ownerId).toReversed();
}

type Gift = Readonly<{ id: string; version: number; ownerId: string; note: string }>;

function giveDeal({ id, version, ownerId, note }: Gift): Promise<WrittenDeal> {
  const params = { path: { id }, header: { 'idempotency-key': writeKey() } };
  const body = { version, ownerId, ...(note === '' ? {} : { note }) };
  return answered<WrittenDeal>(client.POST('/api/v1/opportunities/{id}/owner', { params, body }));
}
