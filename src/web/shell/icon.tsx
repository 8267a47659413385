import { type IconName, iconPaths } from './icon-paths.ts';

/** An outline icon in the colour of its text. It never carries meaning alone: the control beside it has a name. */
export function Icon({ name, size = 15 }: Readonly<{ name: IconName; size?: number }>) {
  return (
    <svg className="icon" viewBox="64 64 896 896" width={size} height={size} fill="currentColor" aria-hidden="true">
      {iconPaths(name).map((path) => (
        <path key={path} d={path} />
      ))}
    </svg>
  );
}
