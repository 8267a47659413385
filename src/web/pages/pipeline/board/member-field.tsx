import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { membersQuery } from '#web/api/queries.ts';
import type { Member } from '#web/api/types.ts';
import { useText } from '#web/text/use-text.ts';

type Props = Readonly<{
  dimension: 'customer' | 'product' | 'source' | 'rep';
  label: string;
  chosen: Readonly<{ id: string; name: string }> | null;
  choose: (member: Readonly<{ id: string; name: string }> | null) => void;
}>;

/** A customer, product … chosen by name: typing searches, only what there is can be chosen, empty means none. */
export function MemberField({ dimension, label, chosen, choose }: Props) {
  const { t } = useText();
  const id = useId();
  const [text, setText] = useState(chosen?.name ?? '');
  const members = useQuery(membersQuery(dimension, text)).data;
  const isKnown = text.trim() === '' || chosen?.name === text;
  const type = (input: HTMLInputElement) => {
    setText(input.value);
    const found = known(members ?? [], input.value);
    input.setCustomValidity(found || input.value.trim() === '' ? '' : t('deals.form.unknown', { name: input.value }));
    choose(found ? { id: found.key, name: found.name } : null);
  };
  return (
    <label className="form-field">
      <span>{label}</span>
      <input
        value={text}
        list={id}
        autoComplete="off"
        aria-invalid={!isKnown}
        onChange={(event) => type(event.currentTarget)}
        onBlur={(event) => type(event.currentTarget)}
      />
      <datalist id={id}>
        {(members ?? []).slice(0, 50).map(({ key, name }) => (
          <option key={key} value={name} />
        ))}
      </datalist>
    </label>
  );
}

function known(members: readonly Member[], text: string): Member | undefined {
  return members.find(({ name }) => name === text.trim());
}
