import { Link, useLocation } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { Tour } from '#web/api/types.ts';
import { useMe } from '#web/api/use-me.ts';
import { Icon } from '#web/shell/icon.tsx';
import { useText } from '#web/text/use-text.ts';
import { tourSteps } from './tour-steps.ts';
import { usePanel } from './use-panel.ts';
import { useTour } from './use-tour.ts';
import './tour-card.css';

/** The guided tour: a card in the corner that leads from page to page and leaves the page to the reader. */
export function TourCard() {
  const { tour, move, goTo } = useTour();
  if (tour?.status !== 'open') return null;
  return <OpenCard tour={tour} move={move} goTo={goTo} />;
}

type Props = Pick<ReturnType<typeof useTour>, 'move' | 'goTo'> & Readonly<{ tour: Tour }>;

function OpenCard({ tour, move, goTo }: Props) {
  const { t } = useText();
  const { workspace } = useMe();
  const title = useRef<HTMLHeadingElement>(null);
  const at = Math.min(tour.step, tourSteps.length - 1);
  const step = tourSteps[at];
  // A new step is read out; the first one does not take the focus away from the page.
  useEffect(() => {
    if (at > 0) title.current?.focus({ preventScroll: true });
  }, [at]);
  if (!step) return null;
  const close = () => move({ step: at, status: 'dismissed' });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    close();
  };
  return (
    <section className="tour" aria-label={t('tour.name')} onKeyDown={onKeyDown}>
      <header>
        <span>{t('tour.progress', { step: at + 1, steps: tourSteps.length })}</span>
        <button type="button" className="tool" aria-label={t('tour.close')} title={t('tour.closed')} onClick={close}>
          <Icon name="close" size={13} />
        </button>
      </header>
      <h2 ref={title} tabIndex={-1}>
        {t(step.title)}
      </h2>
      <p>{t(step.text, { workspace: workspace.name })}</p>
      <Said at={at} goBack={() => void goTo(step)} />
      {at === tourSteps.length - 1 && <OwnNumbers done={() => move({ step: at, status: 'done' })} />}
      <footer>
        {at > 0 && (
          <button type="button" className="button button-plain" onClick={() => move({ step: at - 1, status: 'open' })}>
            {t('tour.back')}
          </button>
        )}
        {at < tourSteps.length - 1 ? (
          <button type="button" className="button" onClick={() => move({ step: at + 1, status: 'open' })}>
            {t(at === 0 ? 'tour.begin' : 'tour.next')}
          </button>
        ) : (
          <button type="button" className="button" onClick={() => move({ step: at, status: 'done' })}>
            {t('tour.finish')}
          </button>
        )}
      </footer>
    </section>
  );
}

/** The page's own sentence, or the way back to it for whoever looked elsewhere. */
function Said({ at, goBack }: Readonly<{ at: number; goBack: () => void }>) {
  const { t } = useText();
  const { pathname } = useLocation();
  const step = tourSteps[at];
  const isThere = step?.path === null || pathname === step?.path;
  const said = usePanel(isThere ? step?.panel : undefined);
  if (!step?.panel) return null;
  if (!isThere) {
    return (
      <button type="button" className="link" onClick={goBack}>
        {t('tour.here')}
      </button>
    );
  }
  return (
    <blockquote aria-live="polite">
      <span>{t(said ? 'tour.says' : 'tour.reading')}</span>
      {said}
    </blockquote>
  );
}

function OwnNumbers({ done }: Readonly<{ done: () => void }>) {
  const { t } = useText();
  const { permissions } = useMe().viewer;
  return (
    <ul className="tour-next">
      {permissions.includes('imports.write') && (
        <li>
          <Link to="/data" onClick={done}>
            {t('tour.end.import')}
          </Link>
        </li>
      )}
      {permissions.includes('members.write') && (
        <li>
          <Link to="/settings" search={{ section: 'people' } as never} onClick={done}>
            {t('tour.end.invite')}
          </Link>
        </li>
      )}
    </ul>
  );
}
