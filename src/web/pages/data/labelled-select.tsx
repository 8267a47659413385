import { useId } from 'react';

type Option<Value extends string> = Readonly<{ value: Value; label: string }>;

type Props<Value extends string> = Readonly<{
  label: string;
  value: Value;
  options: readonly Option<Value>[];
  choose: (value: Value) => void;
}>;

/** A choice with its name before it; the browser's own list, so that it works on every phone and with every reader. */
export function LabelledSelect<Value extends string>({ label, value, options, choose }: Props<Value>) {
  const id = useId();
  return (
    <div className="data-option">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="data-select"
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value);
          if (chosen) choose(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
