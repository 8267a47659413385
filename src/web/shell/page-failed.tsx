import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { useCallback, useEffect } from 'react';
import { type FailureCode, failureOf, failureTitle } from '#web/api/failure.ts';
import { useText } from '#web/text/use-text.ts';
import './notice.css';

/** A page that could not be drawn: what failed, how to go on, the code to tell support. The frame around it stays. */
export function PageFailed({ error, reset }: ErrorComponentProps) {
  const { t, say } = useText();
  const router = useRouter();
  const failure = failureOf(error);
  const again = useCallback(() => {
    reset();
    void router.invalidate();
  }, [reset, router]);
  useRetry(failure.code, again);
  return (
    <main className="notice" role="alert">
      <h1>{t('shell.page_failed')}</h1>
      <p>{failure.code === 'internal' ? t('shell.page_failed.why') : say(failureTitle(failure))}</p>
      <p>
        <button type="button" className="link" onClick={again}>
          {t('panel.retry')}
        </button>
        <button type="button" className="link" onClick={() => location.reload()}>
          {t('shell.reload')}
        </button>
        <span className="t3">{t('panel.code', { code: failure.code })}</span>
      </p>
    </main>
  );
}

const retryMs = 2500;

/** A server that is starting or out of reach comes back by itself, and so does the page. */
function useRetry(code: FailureCode, again: () => void): void {
  const comesBack = code === 'starting_up' || code === 'offline';
  useEffect(() => {
    if (!comesBack) return;
    const timer = setTimeout(again, retryMs);
    return () => clearTimeout(timer);
  }, [comesBack, again]);
}
