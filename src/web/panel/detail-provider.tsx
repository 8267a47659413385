import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react';
import type { CellQuestion } from '#web/api/types.ts';
import { PassportPopover } from './passport-popover.tsx';
import { type Detail, DetailContext } from './use-detail.ts';

const RowsDrawer = lazy(async () => ({ default: (await import('./rows-drawer.tsx')).RowsDrawer }));

type Opened<Extra> = Readonly<{ cell: CellQuestion } & Extra>;

/** Holds the drawer and the card that pages open with `useDetail`. */
export function DetailProvider({ children }: Readonly<{ children: ReactNode }>) {
  const [rows, setRows] = useState<Opened<{ title: string }> | null>(null);
  const [passport, setPassport] = useState<Opened<{ anchor: Element }> | null>(null);
  const detail = useMemo<Detail>(
    () => ({
      rows: (cell, title) => setRows({ cell, title }),
      passport: (cell, anchor) => setPassport({ cell, anchor }),
    }),
    [],
  );
  return (
    <DetailContext value={detail}>
      {children}
      {passport && (
        <PassportPopover
          {...passport}
          onClose={() => setPassport(null)}
          showRows={(title) => {
            // The drawer gives focus back to what has it now, and the card is about to go.
            if (passport.anchor instanceof HTMLElement) passport.anchor.focus({ preventScroll: true });
            setPassport(null);
            setRows({ cell: passport.cell, title });
          }}
        />
      )}
      {rows && (
        <Suspense fallback={null}>
          <RowsDrawer key={JSON.stringify(rows.cell)} {...rows} onClose={() => setRows(null)} />
        </Suspense>
      )}
    </DetailContext>
  );
}
