import { Link } from '@tanstack/react-router';
import { useMe } from '#web/api/use-me.ts';
import { useText } from '#web/text/use-text.ts';
import './trial-banner.css';

/** Above every page of a workspace on trial: how long it lasts, or that nothing can be written any more. */
export function TrialBanner() {
  const { t } = useText();
  const { workspace, viewer } = useMe();
  const { plan } = workspace;
  if (plan.kind === 'permanent') return null;
  const isOver = plan.kind !== 'trial';
  const days = plan.daysLeft ?? 0;
  const text = isOver
    ? t(`trial.banner.${plan.kind}`)
    : days <= 1
      ? t('trial.banner.last')
      : t('trial.banner', { count: days });
  return (
    <p className="trial-banner" data-over={isOver} role="status">
      <span>{text}</span>
      {viewer.permissions.includes('workspace.export') && (
        <Link to="/settings" search={{ section: 'plan' } as never}>
          {t('trial.banner.more')}
        </Link>
      )}
    </p>
  );
}
