import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Dialog } from '#web/shell/dialog.tsx';
import { useText } from '#web/text/use-text.ts';
import { Refused } from './refused.tsx';
import { deleteRole, rolesQuery } from './settings-queries.ts';
import { type CustomRole, roles } from './settings-types.ts';
import { usePlaceWords } from './use-place-words.ts';

/** Deletes a role; whoever holds it gets another one first. */
export function DeleteRoleDialog({ deleted: role, onClose }: Readonly<{ deleted: CustomRole; onClose: () => void }>) {
  const { t, say } = useText();
  const { roleName } = usePlaceWords();
  const [target, setTarget] = useState('viewer');
  const custom = useQuery(rolesQuery).data?.custom ?? [];
  const moveTo = role.holders > 0 ? target : null;
  const doing = useMutation({ mutationFn: () => deleteRole(role.id, moveTo), onSuccess: onClose });
  const targets = [...roles, ...custom.filter(({ id }) => id !== role.id).map(({ id }) => id)];
  return (
    <Dialog title={t('access.role.delete.title', { name: say(role.name) })} place="middle" onClose={onClose}>
      <div className="settings-form">
        {moveTo === null ? (
          <p>{t('access.role.delete.unused')}</p>
        ) : (
          <label>
            {t('access.role.move_to', { count: role.holders })}
            <select value={moveTo} onChange={(event) => setTarget(event.target.value)}>
              {targets.map((each) => (
                <option key={each} value={each}>
                  {roleName(each)}
                </option>
              ))}
            </select>
          </label>
        )}
        <Refused error={doing.error} />
        <div className="settings-actions">
          <button
            type="button"
            className="button settings-danger"
            disabled={doing.isPending}
            onClick={() => doing.mutate()}
          >
            {t('access.role.delete')}
          </button>
          <button type="button" className="button button-plain" onClick={onClose}>
            {t('settings.cancel')}
          </button>
        </div>
      </div>
    </Dialog>
  );
}
