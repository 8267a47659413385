/** The 45° hatch of whatever is not finished yet; refer to it as `url(#id)`. */
export function Hatch({ id, color = 'var(--acc)' }: Readonly<{ id: string; color?: string }>) {
  return (
    <defs>
      <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="5" height="5" fill="var(--bg)" />
        <rect width="2.4" height="5" fill={color} />
      </pattern>
    </defs>
  );
}
