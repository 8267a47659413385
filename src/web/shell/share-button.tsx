import { useState } from 'react';
import { useText } from '#web/text/use-text.ts';
import { Icon } from './icon.tsx';

const saidForMs = 2000;

/** Copies the address: it holds everything the reader chose, so that a colleague sees the same view (in their own scope). */
export function ShareButton() {
  const { t } = useText();
  const [outcome, setOutcome] = useState<'copied' | 'failed' | null>(null);
  const copy = async () => {
    const done = await navigator.clipboard.writeText(location.href).then(
      () => 'copied' as const,
      () => 'failed' as const,
    );
    setOutcome(done);
    setTimeout(() => setOutcome(null), saidForMs);
  };
  return (
    <button
      type="button"
      className="icon-button share"
      aria-label={t('shell.share')}
      title={t('shell.share')}
      onClick={() => void copy()}
    >
      <Icon name={outcome === 'copied' ? 'check' : 'share'} />
      <span role="status">{outcome && t(`shell.share.${outcome}`)}</span>
    </button>
  );
}
