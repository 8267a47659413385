import {
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import './popup.css';

type Props = Readonly<{
  /** What stands on the button. */
  trigger: ReactNode;
  /** The button's name when its content does not say it. */
  label?: string | undefined;
  className?: string | undefined;
  /** What opens: a list to choose from, a menu of actions, or anything else. */
  kind: 'listbox' | 'menu' | 'dialog';
  /** The name of what opens. */
  name: string;
  width?: number | undefined;
  /** Which edges are aligned. */
  align?: 'start' | 'end' | undefined;
  /** A little arrow points at the button. */
  arrow?: boolean | undefined;
  children: (close: () => void) => ReactNode;
}>;

/**
 * A button with something that opens under it. The browser's own popover gives the top layer, Escape, closing by a click
 * elsewhere, and focus back on the button; we only place it.
 */
export function Popup({ trigger, label, className, kind, name, width, align = 'start', arrow, children }: Props) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  usePlace({ button, panel, isOpen, align });
  useEffect(() => {
    if (isOpen) firstFocus(panel.current)?.focus({ preventScroll: true });
  }, [isOpen]);
  const close = () => {
    panel.current?.hidePopover();
    button.current?.focus({ preventScroll: true });
  };
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
        aria-controls={id}
      >
        {trigger}
      </button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        role={kind === 'listbox' ? 'dialog' : kind}
        aria-label={name}
        className={arrow ? 'popup popup-arrow' : 'popup'}
        style={width ? ({ '--popup-width': `${width}px` } as CSSProperties) : undefined}
        onToggle={(event) => setOpen(event.newState === 'open')}
        onKeyDown={walkWithArrows}
      >
        {isOpen && children(close)}
      </div>
    </>
  );
}

type Placing = Readonly<{
  button: { readonly current: HTMLElement | null };
  panel: { readonly current: HTMLElement | null };
  isOpen: boolean;
  align: 'start' | 'end';
}>;

const gap = 7;
const margin = 12;

function usePlace({ button, panel, isOpen, align }: Placing): void {
  useLayoutEffect(() => {
    if (!isOpen) return;
    const place = () => {
      if (!button.current || !panel.current) return;
      const anchor = button.current.getBoundingClientRect();
      const { offsetWidth, offsetHeight, style } = panel.current;
      const wanted = align === 'end' ? anchor.right - offsetWidth : anchor.left;
      const left = Math.max(margin, Math.min(wanted, document.documentElement.clientWidth - offsetWidth - margin));
      const below = anchor.bottom + gap;
      const fits = below + offsetHeight <= innerHeight - margin || anchor.top < offsetHeight;
      const top = fits
        ? Math.min(below, Math.max(margin, innerHeight - offsetHeight - margin))
        : anchor.top - gap - offsetHeight;
      style.left = `${left}px`;
      style.top = `${top}px`;
      style.setProperty('--arrow-left', `${anchor.left + anchor.width / 2 - left}px`);
      panel.current.dataset.side = fits ? 'below' : 'above';
    };
    place();
    const sizes = new ResizeObserver(place);
    if (panel.current) sizes.observe(panel.current);
    addEventListener('scroll', place, { capture: true, passive: true });
    addEventListener('resize', place);
    return () => {
      sizes.disconnect();
      removeEventListener('scroll', place, { capture: true });
      removeEventListener('resize', place);
    };
  }, [button, panel, isOpen, align]);
}

function firstFocus(panel: HTMLElement | null): HTMLElement | null {
  return (
    panel?.querySelector<HTMLElement>('[data-first-focus]') ??
    panel?.querySelector<HTMLElement>('[aria-selected="true"], [aria-checked="true"]') ??
    panel?.querySelector<HTMLElement>('input, button, a[href]') ??
    null
  );
}

/** Arrow keys walk through the items of a list or menu, Home and End go to its ends. */
function walkWithArrows(event: KeyboardEvent<HTMLElement>): void {
  const keys: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-item]:not([disabled])')];
  const at = items.indexOf(document.activeElement as HTMLElement);
  const step = keys[event.key];
  const isText = event.target instanceof HTMLInputElement && event.target.type !== 'checkbox';
  const target =
    step !== undefined
      ? items[at < 0 ? (step > 0 ? 0 : items.length - 1) : (at + step + items.length) % items.length]
      : isText
        ? undefined
        : { Home: items[0], End: items.at(-1) }[event.key];
  if (!target) return;
  event.preventDefault();
  target.focus();
}
