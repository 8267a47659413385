import { useText } from '#web/text/use-text.ts';
import { Freshness } from './freshness.tsx';

/** For those who may not see imports: how fresh the data are, and who looks after them. */
export function NoAccess() {
  const { t } = useText();
  return (
    <>
      <Freshness />
      <p className="data-calm">{t('data.no_access')}</p>
    </>
  );
}
