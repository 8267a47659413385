import { useMe } from '#web/api/use-me.ts';
import { useMoment } from '#web/numbers/use-moment.ts';
import { useText } from '#web/text/use-text.ts';
import { SettingsPanel } from './settings-panel.tsx';

/** On what terms the workspace is there, and taking everything along. */
export function PlanSection() {
  const { t } = useText();
  const moment = useMoment();
  const { plan } = useMe().workspace;
  const when = plan.endsAt === null ? '' : moment(plan.endsAt);
  return (
    <>
      <SettingsPanel id="plan" title={t(`plan.${plan.kind}`, { count: plan.daysLeft ?? 0, when })}>
        <p className="settings-mine">{t('plan.what')}</p>
      </SettingsPanel>
      <SettingsPanel id="export" title={t('plan.export')}>
        <p className="settings-mine">{t('plan.export.what')}</p>
        <div className="settings-actions">
          <a className="button" href="/api/v1/workspace/export" download>
            {t('plan.export.do')}
          </a>
        </div>
      </SettingsPanel>
    </>
  );
}
