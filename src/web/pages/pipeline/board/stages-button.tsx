import { lazy, Suspense, useState } from 'react';
import { useMe } from '#web/api/use-me.ts';
import { useText } from '#web/text/use-text.ts';

const StagesDialog = lazy(async () => ({ default: (await import('./stages-dialog.tsx')).StagesDialog }));

/** Opens the pipelines with their stages; not there for who may not change them. */
export function StagesButton({ pipelineId }: Readonly<{ pipelineId: string | null }>) {
  const { t } = useText();
  const { viewer } = useMe();
  const [isOpen, setOpen] = useState(false);
  if (!viewer.permissions.includes('pipeline.settings')) return null;
  return (
    <>
      <button type="button" className="button button-plain" onClick={() => setOpen(true)}>
        {t('deals.stages_and_templates')}
      </button>
      {isOpen && (
        <Suspense fallback={null}>
          <StagesDialog pipelineId={pipelineId} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
