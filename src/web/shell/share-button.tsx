import { lazy, Suspense, useState } from 'react';
import { useText } from '#web/text/use-text.ts';
import { Icon } from './icon.tsx';

const ShareDialog = lazy(async () => ({ default: (await import('./share-dialog.tsx')).ShareDialog }));

/** Shares the present view: the address holds everything the reader chose. */
export function ShareButton() {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="icon-button share"
        aria-label={t('shell.share')}
        aria-haspopup="dialog"
        title={t('shell.share')}
        onClick={() => setOpen(true)}
      >
        <Icon name="share" />
      </button>
      {isOpen && (
        <Suspense fallback={null}>
          <ShareDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
