import { useId } from 'react';

type Props = Readonly<{
  label: string;
  note?: string | undefined;
  type?: 'text' | 'url' | 'password' | 'email';
  required?: boolean;
  maxLength?: number;
  value: string | null;
  /** Null when nothing is in it. */
  change: (value: string | null) => void;
}>;

/** A line of text with its label, and a note below. */
export function TextField({ label, note, type = 'text', required = false, maxLength = 500, value, change }: Props) {
  const noteId = useId();
  return (
    <label>
      {label}
      <input
        type={type}
        required={required}
        maxLength={type === 'password' ? 2000 : maxLength}
        autoComplete={type === 'password' ? 'new-password' : 'off'}
        spellCheck={false}
        aria-describedby={note === undefined ? undefined : noteId}
        value={value ?? ''}
        onChange={(event) => change(event.target.value === '' ? null : event.target.value)}
      />
      {note !== undefined && (
        <span id={noteId} className="settings-note">
          {note}
        </span>
      )}
    </label>
  );
}
