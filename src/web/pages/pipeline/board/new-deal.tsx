import { useMutation, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useMe } from '#web/api/use-me.ts';
import { useText } from '#web/text/use-text.ts';
import { type NewDeal, openDeal } from './board-api.ts';

const NewDealDialog = lazy(async () => ({ default: (await import('./new-deal-dialog.tsx')).NewDealDialog }));

/** The button that opens a deal by hand, for teams without a CRM; not there for who may not. */
export function NewDealButton({ pipelineId }: Readonly<{ pipelineId?: string | undefined }>) {
  const { t } = useText();
  const { viewer } = useMe();
  const client = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const write = useMutation({
    mutationFn: (deal: NewDeal) => openDeal(deal),
    onSuccess: () => {
      setOpen(false);
      void client.invalidateQueries();
    },
  });
  if (!viewer.permissions.includes('pipeline.write')) return null;
  return (
    <>
      <button type="button" className="button" onClick={() => setOpen(true)}>
        {t('deals.new')}
      </button>
      {isOpen && (
        <Suspense fallback={null}>
          <NewDealDialog
            pipelineId={pipelineId}
            isBusy={write.isPending}
            error={write.error}
            save={(deal) => write.mutate(deal)}
            onClose={() => {
              write.reset();
              setOpen(false);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
