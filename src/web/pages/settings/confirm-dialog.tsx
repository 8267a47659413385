import { useMutation } from '@tanstack/react-query';
import { Dialog } from '#web/shell/dialog.tsx';
import { useText } from '#web/text/use-text.ts';
import { Refused } from './refused.tsx';

type Props = Readonly<{
  title: string;
  /** What will happen. */
  what: string;
  verb: string;
  act: () => Promise<void>;
  onClose: () => void;
}>;

/** Asks before something that hurts, and says why it could not be done. */
export function ConfirmDialog({ title, what, verb, act, onClose }: Props) {
  const { t } = useText();
  const doing = useMutation({ mutationFn: act, onSuccess: onClose });
  return (
    <Dialog title={title} place="middle" onClose={onClose}>
      <p>{what}</p>
      <Refused error={doing.error} />
      <div className="settings-actions">
        <button
          type="button"
          className="button settings-danger"
          disabled={doing.isPending}
          onClick={() => doing.mutate()}
        >
          {verb}
        </button>
        <button type="button" className="button button-plain" onClick={onClose}>
          {t('settings.cancel')}
        </button>
      </div>
    </Dialog>
  );
}
