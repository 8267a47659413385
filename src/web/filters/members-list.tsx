import { useState } from 'react';
import type { Member } from '#web/api/types.ts';
import { Icon } from '#web/shell/icon.tsx';
import { useText } from '#web/text/use-text.ts';
import type { FilterDimension } from './filters.ts';
import { treeOrder } from './tree-order.ts';
import { useMembers } from './use-members.ts';

type Props = Readonly<{
  dimension: FilterDimension;
  chosen: readonly string[];
  choose: (keys: readonly string[]) => void;
}>;

const searchFrom = 9;

/** The values of a dimension to tick, in their tree, with a search when there are many. */
export function MembersList({ dimension, chosen, choose }: Props) {
  const { t } = useText();
  const [search, setSearch] = useState('');
  const all = useMembers(dimension).members;
  const { members, failed } = useMembers(dimension, search);
  const toggle = (key: string) =>
    choose(chosen.includes(key) ? chosen.filter((each) => each !== key) : [...chosen, key]);
  return (
    <>
      {(all?.length ?? 0) >= searchFrom && (
        <label className="member-search">
          <Icon name="search" size={12} />
          <input
            data-first-focus
            type="search"
            value={search}
            placeholder={t('filters.search')}
            aria-label={t('filters.search')}
            onChange={(event) => setSearch(event.target.value)}
          />
        </label>
      )}
      <div
        className="member-list"
        role="listbox"
        aria-multiselectable
        aria-label={t(`filters.${dimension}`)}
        tabIndex={-1}
      >
        {treeOrder(members ?? []).map(({ member, depth }) => (
          <MemberItem key={member.key} {...{ member, depth }} isChosen={chosen.includes(member.key)} toggle={toggle} />
        ))}
      </div>
      {members?.length === 0 && <p className="member-note">{t('filters.no_match')}</p>}
      {!members && <p className="member-note">{t(failed ? 'filters.failed' : 'panel.loading')}</p>}
      {chosen.length > 0 && (
        <button type="button" className="popup-item member-clear" data-item onClick={() => choose([])}>
          {t('filters.clear')}
        </button>
      )}
    </>
  );
}

type ItemProps = Readonly<{ member: Member; depth: number; isChosen: boolean; toggle: (key: string) => void }>;

function MemberItem({ member, depth, isChosen, toggle }: ItemProps) {
  return (
    <button
      type="button"
      role="option"
      data-item
      className="popup-item"
      aria-selected={isChosen}
      style={{ paddingLeft: 10 + depth * 14 }}
      onClick={() => toggle(member.key)}
    >
      {member.name}
      {isChosen && (
        <em>
          <Icon name="check" size={11} />
        </em>
      )}
    </button>
  );
}
