import { useText } from '#web/text/use-text.ts';
import { GivenPlaceFields } from './given-place-fields.tsx';
import type { GroupRow } from './provider-draft.ts';

type Props = Readonly<{ groups: readonly GroupRow[]; change: (groups: readonly GroupRow[]) => void }>;

/** Which group gives which role, in the order in which they count. */
export function GroupFields({ groups, change }: Props) {
  const { t } = useText();
  const put = (at: number, group: GroupRow) => change(groups.map((each, index) => (index === at ? group : each)));
  const add = () => {
    const key = Math.max(0, ...groups.map((each) => each.key)) + 1;
    change([...groups, { key, name: '', role: 'rep', dataScope: 'self' }]);
  };
  const up = (at: number) => {
    const moved = groups[at];
    if (moved) change([...groups.slice(0, at - 1), moved, ...groups.slice(at - 1, at), ...groups.slice(at + 1)]);
  };
  return (
    <fieldset className="sign-on-groups">
      <legend>{t('sign_on.groups')}</legend>
      <p className="settings-note">{t('sign_on.groups.note')}</p>
      {groups.map((group, index) => {
        const name = group.name || `${t('sign_on.groups.name')} ${index + 1}`;
        return (
          <div key={group.key} className="sign-on-group">
            <input
              required
              maxLength={300}
              aria-label={`${t('sign_on.groups.name')} ${index + 1}`}
              placeholder={t('sign_on.groups.name')}
              value={group.name}
              onChange={(event) => put(index, { ...group, name: event.target.value })}
            />
            <GivenPlaceFields of={name} place={group} choose={(place) => put(index, { ...group, ...place })} />
            <button
              type="button"
              className="link"
              disabled={index === 0}
              aria-label={t('sign_on.groups.up', { name })}
              onClick={() => up(index)}
            >
              ↑
            </button>
            <button
              type="button"
              className="link"
              aria-label={t('sign_on.groups.remove', { name })}
              onClick={() => change(groups.filter((each) => each.key !== group.key))}
            >
              ×
            </button>
          </div>
        );
      })}
      <button type="button" className="link" onClick={add}>
        {t('sign_on.groups.add')}
      </button>
    </fieldset>
  );
}
