import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMoment } from '#web/numbers/use-moment.ts';
import { type TextKey, useText } from '#web/text/use-text.ts';
import { ConfirmDialog } from '../settings/confirm-dialog.tsx';
import { Refused } from '../settings/refused.tsx';
import { AskedContent, SettingsPanel } from '../settings/settings-panel.tsx';
import { type DemoRequest, deleteRequest, requestStates, requestsQuery, setRequestState } from './operator-queries.ts';

/** Who wants to be shown the product, and how far one is with them. */
export function RequestsPanel() {
  const { t } = useText();
  const asked = useQuery(requestsQuery);
  const [leaving, setLeaving] = useState<DemoRequest | null>(null);
  const note = useMutation({
    mutationFn: ({ id, status }: Pick<DemoRequest, 'id' | 'status'>) => setRequestState(id, status),
  });
  return (
    <SettingsPanel
      id="requests"
      title={t('operator.requests', { count: asked.data?.length ?? 0 })}
      subtitle={t('operator.requests.what')}
    >
      <Refused error={note.error} />
      <AskedContent asked={asked} empty={asked.data?.length === 0 ? t('operator.requests.none') : null}>
        {(requests) => (
          <table className="table settings-stack operator-stack">
            <Head />
            <tbody>
              {requests.map((each) => (
                <RequestRow
                  key={each.id}
                  request={each}
                  note={(status) => note.mutate({ id: each.id, status })}
                  remove={() => setLeaving(each)}
                />
              ))}
            </tbody>
          </table>
        )}
      </AskedContent>
      {leaving && (
        <ConfirmDialog
          title={t('operator.request.delete.title', { name: leaving.name })}
          what={t('operator.request.delete.what')}
          verb={t('operator.request.delete')}
          act={() => deleteRequest(leaving.id)}
          onClose={() => setLeaving(null)}
        />
      )}
    </SettingsPanel>
  );
}

const columns = ['who', 'reach', 'team', 'wish', 'when', 'status'] as const;

function Head() {
  const { t } = useText();
  return (
    <thead>
      <tr>
        {columns.map((each) => (
          <th key={each} scope="col">
            {t(`operator.request.${each}`)}
          </th>
        ))}
        <th scope="col" aria-label={t('settings.actions')} />
      </tr>
    </thead>
  );
}

type RowProps = Readonly<{
  request: DemoRequest;
  note: (status: DemoRequest['status']) => void;
  remove: () => void;
}>;

function RequestRow({ request, note, remove }: RowProps) {
  const { t } = useText();
  const moment = useMoment();
  const { name, company, contact, teamSize, wish, status, createdAt } = request;
  return (
    <tr className="operator-request">
      <th scope="row" className="operator-workspace">
        {name}
        <small>{company}</small>
      </th>
      <td>{contact}</td>
      {/* as: the form offers only sizes that have a text. */}
      <td>{t(`book.team.${teamSize}` as TextKey)}</td>
      <td className="operator-wish">{wish}</td>
      <td>{moment(createdAt)}</td>
      <td>
        <select
          aria-label={t('operator.request.status')}
          value={status}
          onChange={(event) => note(requestStates.find((each) => each === event.target.value) ?? status)}
        >
          {requestStates.map((each) => (
            <option key={each} value={each}>
              {t(`operator.status.${each}`)}
            </option>
          ))}
        </select>
      </td>
      <td className="settings-row-actions">
        <button type="button" className="link" onClick={remove}>
          {t('operator.request.delete')}
        </button>
      </td>
    </tr>
  );
}
