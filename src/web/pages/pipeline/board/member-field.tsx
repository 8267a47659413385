import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState } from 'react';
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
  const input = useRef<HTMLInputElement>(null);
  const members = useQuery(membersQuery(dimension, text)).data;
  const found = members ? known(members, text) : undefined;
  const isKnown = text.trim() === '' || chosen?.name === text.trim() || found !== undefined;
  useEffect(() => {
    input.current?.setCustomValidity(isKnown ? '' : t('deals.form.unknown', { name: text }));
  }, [isKnown, text, t]);
  // The list may arrive after the name was typed.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is found can change what is chosen
  useEffect(() => {
    if (found && found.key !== chosen?.id) choose({ id: found.key, name: found.name });
  }, [found?.key]);
  const type = (value: string) => {
    setText(value);
    if (chosen && value.trim() !== chosen.name) choose(null);
  };
  return (
    <label className="form-field">
      <span>{label}</span>
      <input
        ref={input}
        value={text}
        list={id}
        autoComplete="off"
        aria-invalid={!isKnown}
        onChange={(event) => type(event.target.value)}
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
