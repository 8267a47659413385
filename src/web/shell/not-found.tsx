import { Link } from '@tanstack/react-router';
import { useText } from '#web/text/use-text.ts';
import './notice.css';

/** There is no page at this address. */
export function NotFound() {
  const { t } = useText();
  return (
    <main className="notice" id="content" tabIndex={-1}>
      <h1>{t('shell.not_found')}</h1>
      <p>{t('shell.not_found.why')}</p>
      <p>
        <Link to="/">{t('shell.go_home')}</Link>
      </p>
    </main>
  );
}
