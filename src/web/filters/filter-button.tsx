import type { ReactNode } from 'react';
import { Icon } from '#web/shell/icon.tsx';

/** What stands on a filter's button: its name, what is chosen, an arrow. */
export function FilterButton({ name, children }: Readonly<{ name: string; children: ReactNode }>) {
  return (
    <>
      <em>{name}</em>
      <span>{children}</span>
      <Icon name="down" size={9} />
    </>
  );
}
