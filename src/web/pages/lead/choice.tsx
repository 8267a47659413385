import './choice.css';

type ChoiceProps<Value extends string> = Readonly<{
  label: string;
  options: readonly Readonly<{ value: Value; text: string; title?: string }>[];
  value: Value;
  choose: (value: Value) => void;
}>;

/** A few ways to look at one panel, one of them chosen. */
export function Choice<Value extends string>({ label, options, value, choose }: ChoiceProps<Value>) {
  return (
    <fieldset className="view-choice" aria-label={label}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          title={option.title}
          aria-pressed={option.value === value}
          onClick={() => choose(option.value)}
        >
          {option.text}
        </button>
      ))}
    </fieldset>
  );
}
