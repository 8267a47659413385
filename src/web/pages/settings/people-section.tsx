import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '#web/text/use-text.ts';
import { FactorRulePanel } from './factors-of-members.tsx';
import { InvitationsTable } from './invitations-table.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { MembersTable } from './members-table.tsx';
import { AskedContent, SettingsPanel } from './settings-panel.tsx';
import { invitationsQuery, membersQuery } from './settings-queries.ts';

/** Who may come in, as what, and whose data they see. */
export function PeopleSection() {
  const { t } = useText();
  const members = useQuery(membersQuery);
  const invitations = useQuery(invitationsQuery);
  const [isInviting, setInviting] = useState(false);
  const admins = members.data?.filter(({ role }) => role === 'admin').length ?? 0;
  return (
    <>
      <SettingsPanel
        id="members"
        title={
          members.data ? t('settings.members.count', { count: members.data.length, admins }) : t('settings.members')
        }
        subtitle={t('settings.members.subtitle')}
        busy={members.isPending}
        tools={
          <button type="button" className="button" onClick={() => setInviting(true)}>
            {t('settings.invite')}
          </button>
        }
      >
        <AskedContent asked={members}>{(all) => <MembersTable members={all} />}</AskedContent>
      </SettingsPanel>
      <SettingsPanel
        id="invitations"
        title={t('settings.invitations')}
        subtitle={t('settings.invitations.subtitle')}
        busy={invitations.isPending}
      >
        <AskedContent
          asked={invitations}
          empty={invitations.data?.length === 0 ? t('settings.invitations.empty') : null}
        >
          {(open) => <InvitationsTable invitations={open} />}
        </AskedContent>
      </SettingsPanel>
      <FactorRulePanel members={members.data?.length ?? 0} />
      {isInviting && <InviteDialog onClose={() => setInviting(false)} />}
    </>
  );
}
