import { Link } from '@tanstack/react-router';
import { type ComponentType, useEffect, useRef } from 'react';
import { useText } from '#web/text/use-text.ts';
import { AccountSection } from './account-section.tsx';
import { AuditSection } from './audit-section.tsx';
import { BackupSection } from './backup-section.tsx';
import { CalendarSection } from './calendar-section.tsx';
import { KeysSection } from './keys-section.tsx';
import { LinksSection } from './links-section.tsx';
import { PeopleSection } from './people-section.tsx';
import { PlanSection } from './plan-section.tsx';
import { RolesSection } from './roles-section.tsx';
import { SignOnSection } from './single-sign-on/sign-on-section.tsx';
import { type SectionId, useSection } from './use-section.ts';
import { WorkspaceSection } from './workspace-section.tsx';
import '../lead/lead.css';
import './settings.css';
import './phone.css';

const contents: Readonly<Record<SectionId, ComponentType>> = {
  people: PeopleSection,
  sign_on: SignOnSection,
  roles: RolesSection,
  links: LinksSection,
  keys: KeysSection,
  calendar: CalendarSection,
  workspace: WorkspaceSection,
  plan: PlanSection,
  account: AccountSection,
  audit: AuditSection,
  backup: BackupSection,
};

/** Settings: people and access, keys, calendar, workspace, one's own account, and the audit log. */
export function SettingsPage() {
  const { t } = useText();
  const { open, section } = useSection();
  const Content = contents[section];
  const tabs = useRef<HTMLElement>(null);
  // On a phone the tabs are wider than the window. Follows the chosen one, which the effect reads from the page.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    tabs.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [section]);
  return (
    <>
      {open.length > 1 && (
        <nav ref={tabs} className="settings-tabs" aria-label={t('settings.sections')}>
          {open.map((id) => (
            <Link
              key={id}
              to="."
              search={((before: object) => ({ ...before, section: id })) as never}
              aria-current={id === section ? 'page' : undefined}
            >
              {t(`settings.section.${id}`)}
            </Link>
          ))}
        </nav>
      )}
      <div className="settings">
        <Content />
      </div>
    </>
  );
}
