import type { ReactNode } from 'react';
import type { Asked } from '#web/api/use-asked.ts';
import { useMe } from '#web/api/use-me.ts';
import { clockText } from '#web/numbers/dates.ts';
import { useText } from '#web/text/use-text.ts';
import { PanelTools, type ToolsOf } from './panel-tools.tsx';

type Props = Readonly<{
  id: string;
  name: string | undefined;
  title: ReactNode;
  subtitle: ReactNode;
  asked: Asked<unknown>;
  tools: ToolsOf | null;
}>;

/** The title row of a panel: the finding, what is drawn, and the tools. It stays whatever happens to the body. */
export function PanelHead({ id, name, title, subtitle, asked, tools }: Props) {
  return (
    <div className="panel-head">
      <div>
        <h2 id={`${id}-title`}>{title ?? name ?? <Untitled asked={asked} />}</h2>
        <p>
          {subtitle}
          {asked.state === 'answered' && asked.stuckSince !== null && <StuckNote since={asked.stuckSince} />}
        </p>
      </div>
      {tools && <PanelTools name={typeof title === 'string' ? title : (name ?? id)} {...tools} />}
    </div>
  );
}

function Untitled({ asked }: Readonly<{ asked: Asked<unknown> }>) {
  const { t } = useText();
  if (asked.state === 'failed') return t('panel.failed_title');
  return (
    <>
      <span className="panel-untitled" />
      <span className="visually-hidden">{t('panel.loading')}</span>
    </>
  );
}

function StuckNote({ since }: Readonly<{ since: number }>) {
  const { t, locale } = useText();
  const { workspace, calendar } = useMe();
  const when = clockText(since, { zone: workspace.zone, today: calendar.today, locale });
  return (
    <span className="warn" role="status">
      {' '}
      {t('panel.stuck', { when })}
    </span>
  );
}
