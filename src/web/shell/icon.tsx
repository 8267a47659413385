import { iconPaths } from './icon-paths.ts';

/** A name of an icon. */
export type IconName = keyof typeof iconPaths;

/** An outline icon in the colour of its text. It never carries meaning alone: the control beside it has a name. */
export function Icon({ name, size = 15 }: Readonly<{ name: IconName; size?: number }>) {
  return (
    <svg className="icon" viewBox="64 64 896 896" width={size} height={size} fill="currentColor" aria-hidden="true">
      <path d={iconPaths[name]} />
    </svg>
  );
}
