type CompositionPart = Readonly<{
  id: string;
  name: string;
  value: number;
  /** Value and share, worded. */
  text: string;
  share: string;
}>;

export type CompositionProps = Readonly<{
  label: string;
  name: string;
  parts: readonly CompositionPart[];
  onPick?: ((id: string) => void) | undefined;
}>;

/** One bar cut into shares that add up to 100 %, each with its name, value and share under it. */
export function Composition({ label, name, parts, onPick }: CompositionProps) {
  const total = parts.reduce((sum, part) => sum + Math.max(0, part.value), 0);
  return (
    <section className="composition" aria-label={label}>
      <h3>{name}</h3>
      <div className="strip" aria-hidden="true">
        {parts.map((part, index) => (
          <i
            key={part.id}
            style={{ flexGrow: total > 0 ? Math.max(0, part.value) / total : 0, background: `var(--cat-${index % 6})` }}
          />
        ))}
      </div>
      <ul>
        {parts.map((part, index) => (
          <li key={part.id}>
            <i aria-hidden="true" style={{ background: `var(--cat-${index % 6})` }} />
            <Name part={part} onPick={onPick} />
            <b className="num">{part.share}</b>
            <span className="num t2">{part.text}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Name({ part, onPick }: Readonly<{ part: CompositionPart; onPick: CompositionProps['onPick'] }>) {
  if (!onPick) return <span>{part.name}</span>;
  return (
    <button type="button" className="plain" onClick={() => onPick(part.id)}>
      {part.name}
    </button>
  );
}
