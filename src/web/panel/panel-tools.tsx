import { type ReactNode, type RefObject, useState } from 'react';
import type { CellQuestion } from '#web/api/types.ts';
import { useMe } from '#web/api/use-me.ts';
import { Icon } from '#web/shell/icon.tsx';
import { Popup } from '#web/shell/popup.tsx';
import { useText } from '#web/text/use-text.ts';
import type { PanelTable } from './answer-table.ts';
import { useDetail } from './use-detail.ts';

/** What the tools of a panel work on. */
export type ToolsOf = Readonly<{
  table: PanelTable;
  panel: RefObject<HTMLElement | null>;
  asTable: boolean;
  setAsTable: (asTable: boolean) => void;
  /** What 口径 opens: the card of a number, or the method of a statistic. */
  explained: CellQuestion | null;
  method: ReactNode;
}>;

/** 口径, table view, download. */
export function PanelTools(tools: ToolsOf & Readonly<{ name: string }>) {
  const { asTable, setAsTable, explained, method } = tools;
  const { t } = useText();
  const detail = useDetail();
  return (
    <div className="panel-tools">
      {explained && (
        <button
          type="button"
          className="tool"
          aria-haspopup="dialog"
          onClick={(event) => detail.passport(explained, event.currentTarget)}
        >
          {t('panel.passport')}
        </button>
      )}
      {method && (
        <Popup
          kind="dialog"
          name={t('panel.passport')}
          className="tool"
          align="end"
          width={420}
          trigger={t('panel.passport')}
        >
          {() => <div className="popup-text">{method}</div>}
        </Popup>
      )}
      <button
        type="button"
        className="tool"
        aria-pressed={asTable}
        aria-label={t('panel.table')}
        title={t(asTable ? 'panel.chart' : 'panel.table')}
        onClick={() => setAsTable(!asTable)}
      >
        <Icon name={asTable ? 'chart' : 'table'} size={13} />
      </button>
      {useMe().viewer.permissions.includes('data.export') && <DownloadMenu {...tools} />}
    </div>
  );
}

function DownloadMenu({ name, table, panel, explained }: ToolsOf & Readonly<{ name: string }>) {
  const { t, locale } = useText();
  const { today } = useMe().calendar;
  const [failed, setFailed] = useState(false);
  const note = { what: 'panel', id: panel.current?.id ?? '', question: explained } as const;
  const about = { name, day: today, locale, note };
  const downloads = {
    png: async () => {
      if (panel.current) await (await import('./download-png.ts')).downloadPng(panel.current, table.rows.length, about);
    },
    csv: async () => (await import('./download-csv.ts')).downloadCsv(table, about),
    xlsx: async () => (await import('./download-xlsx.ts')).downloadXlsx(table, about),
  };
  const kinds = ['png', 'csv', 'xlsx'] as const;
  return (
    <Popup
      kind="menu"
      name={t('panel.download')}
      label={t('panel.download')}
      className="tool"
      align="end"
      trigger={<Icon name="download" size={13} />}
    >
      {(close) => (
        <>
          {kinds.map((kind) => (
            <button
              key={kind}
              type="button"
              role="menuitem"
              data-item
              className="popup-item"
              onClick={() => {
                setFailed(false);
                downloads[kind]().then(close, () => setFailed(true));
              }}
            >
              {t(`panel.download.${kind}`)}
            </button>
          ))}
          {failed && (
            <p className="popup-note" role="alert">
              {t('panel.download.failed')}
            </p>
          )}
        </>
      )}
    </Popup>
  );
}
