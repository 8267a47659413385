import { type CSSProperties, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { usePlace } from './use-place.ts';
import { walkWithArrows } from './walk-with-arrows.ts';
import './popup.css';

type Props = Readonly<{
  /** What stands on the button. */
  trigger: ReactNode;
  /** The button's name when its content does not say it. */
  label?: string | undefined;
  className?: string | undefined;
  /** What opens: a menu of choices and actions, or anything else. */
  kind: 'menu' | 'dialog';
  /** The name of what opens. */
  name: string;
  width?: number | undefined;
  /** Which edges are aligned. */
  align?: 'start' | 'end' | undefined;
  children: (close: () => void) => ReactNode;
}>;

/**
 * A button with something that opens under it. The browser's own popover gives the top layer, Escape, closing by a click
 * elsewhere, and focus back on the button; we only place it.
 */
export function Popup({ trigger, label, className, kind, name, width, align = 'start', children }: Props) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  usePlace({ anchor: () => button.current, panel: () => panel.current, isOpen, align });
  useEffect(() => {
    if (isOpen) firstFocus(panel.current)?.focus({ preventScroll: true });
  }, [isOpen]);
  const close = () => {
    panel.current?.hidePopover();
    button.current?.focus({ preventScroll: true });
  };
  const style = width ? ({ '--popup-width': `${width}px` } as CSSProperties) : undefined;
  const shared = { ref: panel, id, popover: 'auto', className: 'popup', style, 'aria-label': name } as const;
  return (
    <>
      <button
        ref={button}
        type="button"
        className={className}
        popoverTarget={id}
        aria-label={label}
        title={label}
        aria-haspopup={kind}
        aria-expanded={isOpen}
      >
        {trigger}
      </button>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: its role is a menu or a dialog */}
      <div {...shared} role={kind} onToggle={(event) => setOpen(event.newState === 'open')} onKeyDown={walkWithArrows}>
        {isOpen && children(close)}
      </div>
    </>
  );
}

function firstFocus(panel: HTMLElement | null): HTMLElement | null {
  return (
    panel?.querySelector<HTMLElement>('[data-first-focus]') ??
    panel?.querySelector<HTMLElement>('[aria-selected="true"], [aria-checked="true"]') ??
    panel?.querySelector<HTMLElement>('input, button, a[href]') ??
    null
  );
}
