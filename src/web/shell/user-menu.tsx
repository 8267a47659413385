import { Link } from '@tanstack/react-router';
import type { Locale } from '#shared/bilingual.ts';
import { request } from '#web/api/request.ts';
import { useMe } from '#web/api/use-me.ts';
import { switchLocale } from '#web/text/start-text.ts';
import { useText } from '#web/text/use-text.ts';
import { type SchemeChoice, useAppearance } from '#web/theme/appearance.tsx';
import type { ChangeColours } from '#web/theme/tokens.ts';
import { TourItem } from '#web/tour/tour-item.tsx';
import { useWorkspaceDialogs, WorkspaceItems } from '#web/trial/workspace-items.tsx';
import { Choices } from './choices.tsx';
import { Popup } from './popup.tsx';
import { useRoleName } from './use-role-name.ts';
import './user-menu.css';

/** Who is signed in, and what they can set for themselves: language, appearance, colours, workspace; sign out. */
export function UserMenu({ showKeys }: Readonly<{ showKeys: () => void }>) {
  const { t } = useText();
  const { viewer } = useMe();
  const roleName = useRoleName();
  const name = viewer.personName ?? viewer.name;
  const { open, dialogs } = useWorkspaceDialogs();
  const menu = (
    <Popup
      kind="dialog"
      name={t('shell.me')}
      width={232}
      className="user"
      trigger={
        <>
          <span className="avatar">{name.slice(0, 1)}</span>
          <span className="user-name">
            <b>{name}</b>
            {viewer.teamName ?? roleName(viewer.role, viewer.roleName)}
          </span>
          <span className="user-tab">{t('shell.me')}</span>
        </>
      }
    >
      {(close) => (
        <>
          <p className="user-card">
            <b>{name}</b>
            <span>{[roleName(viewer.role, viewer.roleName), viewer.email].filter(Boolean).join(' · ')}</span>
          </p>
          <WorkspaceItems
            open={(dialog) => {
              close();
              open(dialog);
            }}
          />
          <LanguageChoice />
          <AppearanceChoice />
          <ColoursChoice />
          <hr />
          <TourItem onClick={close} />
          <OperatorItem onClick={close} />
          <Link to="/settings" search={(search: object) => search} data-item className="popup-item" onClick={close}>
            {t('shell.page.settings')}
          </Link>
          <button
            type="button"
            data-item
            className="popup-item keys-item"
            onClick={() => {
              close();
              showKeys();
            }}
          >
            {t('shell.keys')}
            <em>?</em>
          </button>
          <button type="button" data-item className="popup-item" onClick={() => void signOut()}>
            {t('shell.sign_out')}
          </button>
        </>
      )}
    </Popup>
  );
  return (
    <>
      {menu}
      {dialogs}
    </>
  );
}

/** The way to the operator's page, which has no tab on a phone. */
function OperatorItem({ onClick }: Readonly<{ onClick: () => void }>) {
  const { t } = useText();
  if (!useMe().viewer.permissions.includes('operator')) return null;
  return (
    <Link to="/operator" data-item className="popup-item" onClick={onClick}>
      {t('shell.page.operator')}
    </Link>
  );
}

function LanguageChoice() {
  const { t, locale } = useText();
  const options: readonly Locale[] = ['zh', 'en'];
  return (
    <Choices
      name={t('shell.language')}
      options={options.map((value) => ({ value, label: t(`shell.language.${value}`) }))}
      chosen={locale}
      choose={(next) => void switchLocale(next)}
    />
  );
}

function AppearanceChoice() {
  const { t } = useText();
  const { choice, chooseScheme } = useAppearance();
  const options: readonly SchemeChoice[] = ['system', 'light', 'dark'];
  return (
    <Choices
      name={t('shell.scheme')}
      options={options.map((value) => ({ value, label: t(`shell.scheme.${value}`) }))}
      chosen={choice}
      choose={chooseScheme}
    />
  );
}

function ColoursChoice() {
  const { t } = useText();
  const { workspace } = useMe();
  const { colours, chooseColours } = useAppearance();
  const options: readonly ChangeColours[] = ['red_up', 'green_up'];
  return (
    <Choices
      name={t('shell.colours')}
      options={options.map((value) => ({ value, label: t(`shell.colours.${value}`) }))}
      chosen={colours}
      choose={(next) => chooseColours(next === workspace.colours ? null : next)}
    />
  );
}

async function signOut(): Promise<void> {
  await request('/api/v1/sign-out', { method: 'POST' });
  location.assign('/sign-in');
}
