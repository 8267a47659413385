type Props<Value extends string> = Readonly<{
  name: string;
  options: readonly Readonly<{ value: Value; label: string }>[];
  chosen: Value;
  choose: (value: Value) => void;
}>;

/** A named group of a menu in which one thing is chosen. */
export function Choices<Value extends string>({ name, options, chosen, choose }: Props<Value>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of a menu, not of a form
    <div role="group" aria-label={name}>
      <h3>{name}</h3>
      <div className="choices">
        {options.map(({ value, label }) => (
          <button
            key={value}
            type="button"
            role="menuitemradio"
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
