import { useEffect, useRef } from 'react';
import './code-field.css';

type Props = Readonly<{ label: string; value: string; onChange: (typed: string) => void }>;

/** Six digits from an authenticator: phones offer them, and the number keys. It has the focus at once. */
export function CodeField({ label, value, onChange }: Props) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <label>
      {label}
      <input
        ref={field}
        className="code-field"
        name="code"
        required
        inputMode="numeric"
        autoComplete="one-time-code"
        pattern="\s*\d{3}\s?\d{3}\s*"
        maxLength={9}
        placeholder="000000"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}
