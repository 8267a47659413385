import { useQuery } from '@tanstack/react-query';
import { type CSSProperties, useEffect, useRef, useState } from 'react';
import { failureOf, failureTitle } from '#web/api/failure.ts';
import { passportQuery } from '#web/api/queries.ts';
import type { CellQuestion } from '#web/api/types.ts';
import { usePlace } from '#web/shell/use-place.ts';
import { useText } from '#web/text/use-text.ts';
import { PassportCard } from './passport-card.tsx';
import './passport.css';

type Props = Readonly<{
  cell: CellQuestion;
  anchor: Element;
  onClose: () => void;
  showRows: (title: string) => void;
}>;

const widthPx = 420;

/** The 口径卡 of one number, 420 wide, its arrow on the figure it explains. */
export function PassportPopover({ cell, anchor, onClose, showRows }: Props) {
  const { t, say } = useText();
  const panel = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  const { data, error, refetch } = useQuery(passportQuery(cell));
  usePlace({ anchor: () => anchor, panel: () => panel.current, isOpen, align: alignOf(anchor) });
  useEffect(() => {
    const opened = panel.current;
    opened?.showPopover();
    opened?.focus({ preventScroll: true });
    return () => {
      if (opened?.contains(document.activeElement) && anchor instanceof HTMLElement)
        anchor.focus({ preventScroll: true });
    };
  }, [anchor]);
  return (
    <div
      ref={panel}
      popover="auto"
      role="dialog"
      tabIndex={-1}
      aria-label={t('panel.passport')}
      className="popup popup-arrow passport"
      style={{ '--popup-width': `${widthPx}px` } as CSSProperties}
      onToggle={(event) => {
        setOpen(event.newState === 'open');
        if (event.newState === 'closed') onClose();
      }}
    >
      {data && <PassportCard passport={data} close={onClose} showRows={showRows} />}
      {!data && !error && <p className="t3">{t('panel.loading')}</p>}
      {!data && error && (
        <p>
          {t('panel.failed', { why: say(failureTitle(failureOf(error))) })}{' '}
          <button type="button" className="link" onClick={() => void refetch()}>
            {t('panel.retry')}
          </button>
        </p>
      )}
    </div>
  );
}

/** A tool at the right of a panel opens to the left, a figure at the left to the right. */
function alignOf(anchor: Element): 'start' | 'end' {
  const { left } = anchor.getBoundingClientRect();
  return left + widthPx > document.documentElement.clientWidth ? 'end' : 'start';
}
