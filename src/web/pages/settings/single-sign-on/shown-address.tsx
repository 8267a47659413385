import { useId, useRef, useState } from 'react';
import { useText } from '#web/text/use-text.ts';

/** An address that is to be carried elsewhere: to be read, selected and copied. */
export function ShownAddress({ label, value, note }: Readonly<{ label: string; value: string; note: string }>) {
  const { t } = useText();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [state, setState] = useState<'ready' | 'copied' | 'failed'>('ready');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      setState('copied');
    } catch {
      // Without permission, or over plain http: the text is selected, so that the keys copy it.
      field.current?.select();
      setState('failed');
    }
  };
  return (
    <div className="settings-copy">
      <label htmlFor={id}>{label}</label>
      <div>
        <input id={id} ref={field} readOnly value={value} onFocus={(event) => event.target.select()} />
        <button
          type="button"
          className="button button-plain"
          aria-label={`${t('settings.copy')} ${label}`}
          onClick={() => void copy()}
        >
          {t(state === 'copied' ? 'settings.copied' : 'settings.copy')}
        </button>
      </div>
      <p className="t3" role="status">
        {state === 'failed' ? t('settings.copy_failed') : note}
      </p>
    </div>
  );
}
