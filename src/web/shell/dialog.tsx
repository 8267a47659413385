import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useText } from '#web/text/use-text.ts';
import './dialog.css';
import { Icon } from './icon.tsx';

type Props = Readonly<{
  title: ReactNode;
  /** In the middle, from the right, or from below. */
  place: 'middle' | 'right' | 'below';
  onClose: () => void;
  /** Beside the title: downloads and the like. */
  tools?: ReactNode;
  children: ReactNode;
}>;

/** A modal of the browser's own: the rest of the page is out of reach, Escape closes, focus goes back where it was. */
export function Dialog({ title, place, onClose, tools, children }: Props) {
  const { t } = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (before instanceof HTMLElement || before instanceof SVGElement) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click beside the dialog closes it, Escape does the same
    <dialog
      ref={dialog}
      className={`dialog dialog-${place}`}
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) dialog.current.close();
      }}
    >
      <div className="dialog-box">
        <header>
          <h2 id={titleId}>{title}</h2>
          {tools}
          <button type="button" className="tool" aria-label={t('shell.close')} onClick={() => dialog.current?.close()}>
            <Icon name="close" size={13} />
          </button>
        </header>
        <div className="dialog-body">{children}</div>
      </div>
    </dialog>
  );
}
