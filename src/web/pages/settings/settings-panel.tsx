import type { ReactNode } from 'react';
import { failureOf } from '#web/api/failure.ts';
import { PanelEmpty, PanelFailed, PanelLoading } from '#web/panel/panel-states.tsx';
import '#web/panel/panel.css';

type Asked<Data> = Readonly<{
  data: Data | undefined;
  error: unknown;
  refetch: (options?: { cancelRefetch?: boolean }) => unknown;
}>;

type Props = Readonly<{
  id: string;
  title: ReactNode;
  subtitle?: ReactNode;
  tools?: ReactNode;
  busy?: boolean;
  children: ReactNode;
}>;

const loadingHeight = 160;
const emptyHeight = 60;

/** A part of the settings under one hairline, as panels have it. */
export function SettingsPanel({ id, title, subtitle, tools, busy = false, children }: Props) {
  return (
    <section className="panel settings-panel" id={id} aria-labelledby={`${id}-title`} aria-busy={busy}>
      <div className="panel-head">
        <div>
          <h2 id={`${id}-title`}>{title}</h2>
          {subtitle && <p>{subtitle}</p>}
        </div>
        {tools && <div className="settings-tools">{tools}</div>}
      </div>
      {children}
    </section>
  );
}

/** What was asked for, or its shape while it loads, or why it did not come, or why there is nothing. */
export function AskedContent<Data>({
  asked,
  empty,
  children,
}: Readonly<{ asked: Asked<Data>; empty?: string | null; children: (data: Data) => ReactNode }>) {
  const { data, error, refetch } = asked;
  if (data !== undefined) return empty ? <PanelEmpty why={empty} height={emptyHeight} /> : children(data);
  if (error) return <PanelFailed height={emptyHeight} failure={failureOf(error)} retry={() => void refetch()} />;
  return <PanelLoading shape="rows" height={loadingHeight} cancel={() => void refetch({ cancelRefetch: true })} />;
}
