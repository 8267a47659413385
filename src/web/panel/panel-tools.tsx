import type { RefObject } from 'react';
import type { Answer, CellQuestion } from '#web/api/types.ts';
import { Icon } from '#web/shell/icon.tsx';
import { useText } from '#web/text/use-text.ts';
import type { PanelTable } from './answer-table.ts';

/** What the tools of a panel work on. */
export type ToolsOf = Readonly<{
  answer: Answer;
  table: PanelTable;
  body: RefObject<HTMLDivElement | null>;
  asTable: boolean;
  setAsTable: (asTable: boolean) => void;
  passport: CellQuestion | undefined;
}>;

/** 口径, table view, download. */
export function PanelTools({ asTable, setAsTable }: ToolsOf & Readonly<{ id: string; name: string }>) {
  const { t } = useText();
  return (
    <div className="panel-tools">
      <button
        type="button"
        className="tool"
        aria-pressed={asTable}
        aria-label={t(asTable ? 'panel.chart' : 'panel.table')}
        title={t(asTable ? 'panel.chart' : 'panel.table')}
        onClick={() => setAsTable(!asTable)}
      >
        <Icon name={asTable ? 'chart' : 'table'} size={13} />
      </button>
    </div>
  );
}
