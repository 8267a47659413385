import { type ReactNode, useEffect, useState } from 'react';
import { type Failure, failureTitle } from '#web/api/failure.ts';
import { useText } from '#web/text/use-text.ts';
import { LoadingShape } from './loading-shape.tsx';
import type { Emptiness, PanelShape } from './panel-props.ts';

/** The shape of this panel in `track`; after three seconds it says how long it has been and can be cancelled. */
export function PanelLoading({
  shape,
  height,
  cancel,
}: Readonly<{ shape: PanelShape; height: number; cancel: () => void }>) {
  const { t } = useText();
  const seconds = useSecondsWaited();
  return (
    <div className="panel-loading" style={{ height }}>
      <LoadingShape shape={shape} />
      <span className="visually-hidden" role="status">
        {t('panel.loading')}
      </span>
      {seconds >= 3 && (
        <p className="panel-wait">
          {t('panel.loading')} <span className="t3">{t('panel.waited', { seconds })}</span>
          <button type="button" className="link" onClick={cancel}>
            {t('panel.cancel')}
          </button>
        </p>
      )}
    </div>
  );
}

/** What failed, how to try again, and the code to tell support. */
export function PanelFailed({
  height,
  failure,
  retry,
}: Readonly<{ height: number; failure: Failure; retry: () => void }>) {
  const { t, say } = useText();
  const detail = failure.details[0]?.detail;
  return (
    <div className="panel-note" role="alert" style={{ minHeight: Math.min(height, 160) }}>
      <p>{t('panel.failed', { why: say(failureTitle(failure)) })}</p>
      {detail && <p className="t2">{say(detail)}</p>}
      <p>
        <button type="button" className="link" onClick={retry}>
          {t('panel.retry')}
        </button>
        <span className="t3">{t('panel.code', { code: failure.code })}</span>
      </p>
    </div>
  );
}

/** Nothing to show: one line says why, one link fixes it. */
export function PanelEmpty({ why, fix, height }: Emptiness & Readonly<{ height: number }>): ReactNode {
  const { t } = useText();
  return (
    <div className="panel-note panel-empty" style={{ minHeight: Math.min(height, 160) }}>
      <p>
        {why ?? t('panel.empty')}
        {fix && (
          <button type="button" className="link" onClick={fix.act}>
            {fix.label}
          </button>
        )}
      </p>
    </div>
  );
}

function useSecondsWaited(): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const tick = setInterval(() => setSeconds((past) => past + 1), 1000);
    return () => clearInterval(tick);
  }, []);
  return seconds;
}
