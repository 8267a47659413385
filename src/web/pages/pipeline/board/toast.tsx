import { type ReactNode, useEffect } from 'react';
import { Icon } from '#web/shell/icon.tsx';
import { useText } from '#web/text/use-text.ts';
import './toast.css';

type Props = Readonly<{
  children: ReactNode;
  /** Something went wrong: it stays until it is closed. */
  isBad?: boolean | undefined;
  action?: Readonly<{ label: string; act: () => void }> | undefined;
  onClose: () => void;
}>;

const shownForMs = 10_000;

/** A short word about what just happened, at the lower edge, with one thing to do about it. */
export function Toast({ children, isBad = false, action, onClose }: Props) {
  const { t } = useText();
  useEffect(() => {
    if (isBad) return;
    const timer = setTimeout(onClose, shownForMs);
    return () => clearTimeout(timer);
  }, [isBad, onClose]);
  return (
    <div className="toast" role={isBad ? 'alert' : 'status'} data-bad={isBad}>
      <p>{children}</p>
      {action && (
        <button type="button" className="link" onClick={action.act}>
          {action.label}
        </button>
      )}
      <button type="button" className="tool" aria-label={t('shell.close')} onClick={onClose}>
        <Icon name="close" size={12} />
      </button>
    </div>
  );
}
