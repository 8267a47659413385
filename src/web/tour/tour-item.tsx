import { useMe } from '#web/api/use-me.ts';
import { useText } from '#web/text/use-text.ts';
import { useTour } from './use-tour.ts';

/** Starts the guided tour again, from the menu of a person. */
export function TourItem({ onClick }: Readonly<{ onClick: () => void }>) {
  const { t } = useText();
  const { workspace, viewer } = useMe();
  const { tour, move } = useTour();
  if (!workspace.isDemo || !viewer.permissions.includes('data.read')) return null;
  const step = tour?.status === 'dismissed' ? tour.step : 0;
  return (
    <button
      type="button"
      data-item
      className="popup-item"
      onClick={() => {
        onClick();
        move({ step, status: 'open' });
      }}
    >
      {t('tour.start')}
    </button>
  );
}
