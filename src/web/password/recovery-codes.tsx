import { useRef, useState } from 'react';
import { useText } from '#web/text/use-text.ts';
import './recovery-codes.css';

/** Recovery codes, which are shown this once: to copy, to save as a file, to write down. */
export function RecoveryCodes({ codes, account }: Readonly<{ codes: readonly string[]; account: string }>) {
  const { t } = useText();
  const list = useRef<HTMLOListElement>(null);
  const [state, setState] = useState<'ready' | 'copied' | 'failed'>('ready');
  const text = codes.join('\n');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setState('copied');
    } catch {
      // Without permission, or over plain http: the codes are selected, so that the keys copy them.
      if (list.current) getSelection()?.selectAllChildren(list.current);
      setState('failed');
    }
  };
  return (
    <div className="recovery-codes">
      <p>{t('factor.codes.what')}</p>
      <ol ref={list} aria-label={t('factor.codes')}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div className="recovery-codes-actions">
        <button type="button" className="button button-plain" onClick={() => void copy()}>
          {t(state === 'copied' ? 'settings.copied' : 'factor.codes.copy')}
        </button>
        <button
          type="button"
          className="button button-plain"
          onClick={() => save(`${t('factor.codes.file', { account })}\n\n${text}\n`)}
        >
          {t('factor.codes.save')}
        </button>
        <span role="status">{state === 'failed' && t('settings.copy_failed')}</span>
      </div>
    </div>
  );
}

function save(text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = 'salesboard-recovery-codes.txt';
  link.click();
  URL.revokeObjectURL(url);
}
