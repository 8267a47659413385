import { useId, useRef, useState } from 'react';
import { useText } from '#web/text/use-text.ts';

type Props = Readonly<{ label: string; value: string; note: string; isSecret?: boolean }>;

/** A text to be read, selected and copied: an address to be carried elsewhere, or a secret that is shown this once. */
export function CopyField({ label, value, note, isSecret = true }: Props) {
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
          className={isSecret ? 'button' : 'button button-plain'}
          // A secret stands alone; addresses stand beside each other, and each button says which it copies.
          aria-label={isSecret ? undefined : `${t('settings.copy')} ${label}`}
          onClick={() => void copy()}
        >
          {t(state === 'copied' ? 'settings.copied' : 'settings.copy')}
        </button>
      </div>
      <p className={isSecret ? 't2' : 't3'} role="status">
        {state === 'failed' ? t('settings.copy_failed') : isSecret && t('settings.once')} {note}
      </p>
    </div>
  );
}
