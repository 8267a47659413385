import { queryOptions, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answered, client } from '#web/api/client.ts';
import { queryClient } from '#web/api/queries.ts';
import { useMe } from '#web/api/use-me.ts';
import { useText } from '#web/text/use-text.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { Refused } from './refused.tsx';
import { AskedContent, SettingsPanel } from './settings-panel.tsx';
import type { Member } from './settings-types.ts';

type Factors = Readonly<{ isRequired: boolean; userIds: readonly string[] }>;

const factorsQuery = queryOptions({
  queryKey: ['settings', 'second-factors'],
  queryFn: ({ signal }) => answered<Factors>(client.GET('/api/v1/members/second-factors', { signal })),
});

/** Whether a member has a second factor, and taking it away when they lost it. */
export function MemberFactor({ member }: Readonly<{ member: Member }>) {
  const { t } = useText();
  const [asks, setAsks] = useState(false);
  const factors = useQuery(factorsQuery).data;
  const isOneself = useMe().viewer.email === member.email;
  if (!factors) return null;
  if (!factors.userIds.includes(member.userId)) return <span className="t3">{t('factor.member.off')}</span>;
  return (
    <>
      {t('factor.member.on')}
      {!isOneself && (
        <button
          type="button"
          className="link settings-inline"
          aria-label={t('factor.reset_named', { name: member.name })}
          onClick={() => setAsks(true)}
        >
          {t('factor.reset')}
        </button>
      )}
      {asks && (
        <ConfirmDialog
          title={t('factor.reset.title', { name: member.name })}
          what={t('factor.reset.what')}
          verb={t('factor.reset')}
          act={() => resetFactor(member.userId)}
          onClose={() => setAsks(false)}
        />
      )}
    </>
  );
}

/** Whether the workspace asks everybody for a second factor. */
export function FactorRulePanel({ members }: Readonly<{ members: number }>) {
  const { t } = useText();
  const factors = useQuery(factorsQuery);
  const canChange = useMe().viewer.permissions.includes('workspace.write');
  const change = useMutation({ mutationFn: setRule });
  return (
    <SettingsPanel
      id="second-factors"
      title={t('factor.rule.count', { on: factors.data?.userIds.length ?? 0, members })}
      subtitle={t('factor.rule.subtitle')}
      busy={factors.isPending}
    >
      <AskedContent asked={factors}>
        {({ isRequired }) => (
          <label className="settings-rule">
            <input
              type="checkbox"
              checked={isRequired}
              disabled={!canChange || change.isPending}
              onChange={(event) => change.mutate(event.target.checked)}
            />
            {t('factor.rule')}
          </label>
        )}
      </AskedContent>
      <Refused error={change.error} />
    </SettingsPanel>
  );
}

async function setRule(isRequired: boolean): Promise<void> {
  await answered(client.PUT('/api/v1/workspace/second-factor', { body: { isRequired } }));
  await queryClient.invalidateQueries({ queryKey: ['settings'] });
}

async function resetFactor(userId: string): Promise<void> {
  await answered(client.DELETE('/api/v1/members/{userId}/second-factor', { params: { path: { userId } } }));
  await queryClient.invalidateQueries({ queryKey: ['settings'] });
}
