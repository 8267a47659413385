import { useMutation, useQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { meQuery } from '#web/api/queries.ts';
import { request } from '#web/api/request.ts';
import { securityQuery } from '#web/password/factor-queries.ts';
import { SetUpFactor } from '#web/password/set-up-factor.tsx';
import { useText } from '#web/text/use-text.ts';
import { Door } from './door.tsx';

/** Where members without a second factor are led in a workspace that asks for one. */
export function SecondFactorPage() {
  const { t } = useText();
  const { data: me, isError } = useQuery(meQuery);
  const mustSetUp = useQuery(securityQuery).data?.mustSetUp ?? false;
  const leave = useMutation({
    mutationFn: () => request('/api/v1/sign-out', { method: 'POST' }),
    onSuccess: () => location.assign('/sign-in'),
  });
  if (isError) return <Navigate to="/sign-in" />;
  const title = t(mustSetUp ? 'factor.required' : 'factor.set_up');
  if (!me?.viewer.email) return <Door title={title}>{null}</Door>;
  return (
    <Door title={title}>
      {mustSetUp && <p className="sign-in-hint">{t('factor.required.why', { workspace: me.workspace.name })}</p>}
      {/* The page is loaded anew: everything that was refused before is asked again. */}
      <SetUpFactor email={me.viewer.email} done={() => location.assign('/')} />
      <p className="sign-in-other">
        <button type="button" className="link" disabled={leave.isPending} onClick={() => leave.mutate()}>
          {t('shell.sign_out')}
        </button>
      </p>
    </Door>
  );
}
