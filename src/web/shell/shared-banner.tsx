import { useMe } from '#web/api/use-me.ts';
import { useMoment } from '#web/numbers/use-moment.ts';
import { useText } from '#web/text/use-text.ts';
import { Brand } from './brand.tsx';
import './shared-banner.css';

/** Above a view that was shared: by whom, until when, and that it can only be looked at. */
export function SharedBanner() {
  const { t } = useText();
  const moment = useMoment();
  const { sharedLink, workspace } = useMe();
  if (!sharedLink) return null;
  return (
    <aside className="shared-banner" aria-label={t('share.banner')}>
      <Brand />
      <p>
        {t('share.by', { by: sharedLink.by, workspace: workspace.name, until: moment(sharedLink.until) })}
        {sharedLink.note && <span>{sharedLink.note}</span>}
      </p>
    </aside>
  );
}
