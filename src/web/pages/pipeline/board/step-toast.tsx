import { failureTitle } from '#web/api/failure.ts';
import { useText } from '#web/text/use-text.ts';
import type { BoardColumn } from './board-api.ts';
import { Toast } from './toast.tsx';
import type { Told } from './use-steps.ts';

type Props = Readonly<{
  told: Told;
  columns: readonly BoardColumn[];
  undo: () => void;
  onClose: () => void;
}>;

/** What became of a step: done, with the way back; taken back; or refused, and how the deal stands by now. */
export function StepToast({ told, columns, undo, onClose }: Props) {
  const { t, say } = useText();
  const name = told.card.customer?.name ?? told.card.name ?? t('deals.unnamed');
  if (told.kind === 'failed') {
    const detail = told.failure.details[0]?.detail;
    return (
      <Toast isBad onClose={onClose}>
        {t('deals.refused', { name, why: say(detail ?? failureTitle(told.failure)) })}
      </Toast>
    );
  }
  if (told.kind === 'undone') return <Toast onClose={onClose}>{t('deals.undone', { name })}</Toast>;
  const { place } = told;
  const stage = columns.find(({ stageId }) => place.kind === 'stage' && stageId === place.stageId)?.name ?? '';
  const text = place.kind === 'stage' ? t('deals.moved', { name, stage }) : t(`deals.ended.${place.kind}`, { name });
  return (
    <Toast onClose={onClose} action={{ label: t('deals.undo'), act: undo }}>
      {text}
    </Toast>
  );
}
