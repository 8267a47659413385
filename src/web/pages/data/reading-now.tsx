import { useEffect, useState } from 'react';
import { useText } from '#web/text/use-text.ts';
import { ProgressLine } from './progress-line.tsx';

const secondMs = 1000;

/** Every row is being read; how long it has been, and cancel. */
export function ReadingNow({ cancel }: Readonly<{ cancel: () => void }>) {
  const { t } = useText();
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const tick = setInterval(() => setSeconds((past) => past + 1), secondMs);
    return () => clearInterval(tick);
  }, []);
  return (
    <div className="data-reading">
      <ProgressLine
        label={t('data.preview.reading')}
        part={null}
        amount={seconds > 2 ? t('panel.waited', { seconds }) : ''}
      >
        <button type="button" className="link" onClick={cancel}>
          {t('panel.cancel')}
        </button>
      </ProgressLine>
    </div>
  );
}
