import { useText } from '#web/text/use-text.ts';
import { GivenPlaceFields } from './given-place-fields.tsx';
import type { Draft } from './provider-draft.ts';
import type { ProviderKind } from './sign-on-queries.ts';

type Props = Readonly<{ kind: ProviderKind; draft: Draft; change: (changed: Partial<Draft>) => void }>;

/** Who comes in although no group names them, and whether newcomers do. */
export function DefaultPlaceFields({ kind, draft, change }: Props) {
  const { t } = useText();
  const byGroups = kind === 'oidc' && draft.groupsClaim !== null && draft.groups.length > 0;
  const legend = t(byGroups ? 'sign_on.default.oidc' : 'sign_on.default.other');
  const place = draft.defaultPlace;
  return (
    <>
      <label className="sign-on-check">
        <input
          type="checkbox"
          checked={draft.createsMembers}
          onChange={(event) => change({ createsMembers: event.target.checked })}
        />
        <span>
          {t('sign_on.form.newcomers')}
          <span className="settings-note">{t('sign_on.form.newcomers.note')}</span>
        </span>
      </label>
      {(byGroups || draft.createsMembers) && (
        <fieldset className="settings-choice">
          <legend>{legend}</legend>
          <label>
            <input
              type="radio"
              name="default-place"
              checked={place === null}
              onChange={() => change({ defaultPlace: null })}
            />
            {t('sign_on.default.refuse')}
          </label>
          <label>
            <input
              type="radio"
              name="default-place"
              checked={place !== null}
              onChange={() => change({ defaultPlace: { role: 'viewer', dataScope: 'all' } })}
            />
            {t('sign_on.default.place')}
          </label>
          {place && (
            <div className="sign-on-default">
              <GivenPlaceFields of={legend} place={place} choose={(defaultPlace) => change({ defaultPlace })} />
            </div>
          )}
          {byGroups && place === null && <p className="t3">{t('sign_on.default.lost')}</p>}
        </fieldset>
      )}
    </>
  );
}
