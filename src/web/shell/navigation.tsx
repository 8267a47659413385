import { Link } from '@tanstack/react-router';
import { useMe } from '#web/api/use-me.ts';
import { useText } from '#web/text/use-text.ts';
import { Brand } from './brand.tsx';
import { Icon } from './icon.tsx';
import { pages } from './pages.ts';
import { UserMenu } from './user-menu.tsx';
import './navigation.css';

/** The pages: a column on a desk, icons on a tablet, tabs on a phone. The filters travel along in the search. */
export function Navigation({ showKeys }: Readonly<{ showKeys: () => void }>) {
  const { t } = useText();
  const { permissions } = useMe().viewer;
  const shown = pages.filter(({ needs }) => needs === undefined || permissions.includes(needs));
  return (
    <nav className="navigation" aria-label={t('shell.nav')}>
      <div className="navigation-column">
        <Brand />
        <ul>
          {shown.map((page) => (
            <li key={page.id} data-page={page.id}>
              <Link
                to={page.path}
                search={(search: object) => search}
                activeOptions={{ includeSearch: false }}
                title={t(page.title)}
              >
                <Icon name={page.icon} />
                <span className={page.tab && 'long'}>{t(page.title)}</span>
                {page.tab && (
                  <span className="short" aria-hidden="true">
                    {t(page.tab)}
                  </span>
                )}
              </Link>
            </li>
          ))}
        </ul>
        <hr />
        <UserMenu showKeys={showKeys} />
      </div>
    </nav>
  );
}
