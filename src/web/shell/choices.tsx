type Props<Value extends string> = Readonly<{
  name: string;
  options: readonly Readonly<{ value: Value; label: string }>[];
  chosen: Value;
  choose: (value: Value) => void;
}>;

/** A named group of a menu in which one thing is chosen. */
export function Choices<Value extends string>({ name, options, chosen, choose }: Props<Value>) {
  return (
    <div role="radiogroup" aria-label={name}>
      <p className="popup-title">{name}</p>
      <div className="choices">
        {options.map(({ value, label }) => (
          // biome-ignore lint/a11y/useSemanticElements: chosen at once, not a field of a form
          <button
            key={value}
            type="button"
            role="radio"
            data-item
            className="choice"
            aria-checked={value === chosen}
            onClick={() => choose(value)}
          >
            {label}
          </button>
        ))}
      </div>
    </div>
  );
}
