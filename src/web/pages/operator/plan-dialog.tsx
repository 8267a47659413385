import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Dialog } from '#web/shell/dialog.tsx';
import { useText } from '#web/text/use-text.ts';
import { Refused } from '../settings/refused.tsx';
import { changePlan, type OperatedWorkspace, type PlanChange } from './operator-queries.ts';

type Props = Readonly<{ workspace: OperatedWorkspace; onClose: () => void }>;

/** What an operator can do to a workspace. */
export function PlanDialog({ workspace, onClose }: Props) {
  const { t } = useText();
  const { slug, name, plan } = workspace;
  const [days, setDays] = useState(14);
  const change = useMutation({ mutationFn: (asked: PlanChange) => changePlan(slug, asked), onSuccess: onClose });
  const extend = (event: FormEvent) => {
    event.preventDefault();
    change.mutate({ change: 'extend', days });
  };
  const verbs = [
    ...(plan.endsAt === null ? [] : ['make_permanent' as const]),
    plan.kind === 'read_only' ? ('make_writable' as const) : ('make_read_only' as const),
  ];
  return (
    <Dialog title={t('operator.change.title', { name })} place="middle" onClose={onClose}>
      <p className="t2">{t('operator.change.what')}</p>
      <div className="operator-changes">
        {plan.endsAt !== null && (
          <form onSubmit={extend}>
            <label>
              {t('operator.extend.days')}
              <input
                type="number"
                min={1}
                max={3650}
                required
                value={days}
                onChange={(event) => setDays(event.target.valueAsNumber)}
              />
            </label>
            <button type="submit" className="button" disabled={change.isPending}>
              {t('operator.extend')}
            </button>
          </form>
        )}
        <div>
          {verbs.map((verb) => (
            <button
              key={verb}
              type="button"
              className="button button-plain"
              disabled={change.isPending}
              onClick={() => change.mutate({ change: verb })}
            >
              {t(`operator.${verb}`)}
            </button>
          ))}
        </div>
        <Refused error={change.error} />
      </div>
    </Dialog>
  );
}
