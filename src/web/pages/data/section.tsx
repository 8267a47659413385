import type { ReactNode } from 'react';
import '#web/panel/panel.css';

type Props = Readonly<{
  id: string;
  title: ReactNode;
  subtitle?: ReactNode;
  tools?: ReactNode;
  busy?: boolean;
  children: ReactNode;
}>;

/** A piece of the page under one hairline, as panels have it, for content that is no answer to a question. */
export function Section({ id, title, subtitle, tools, busy = false, children }: Props) {
  return (
    <section className="panel data-section" id={id} aria-labelledby={`${id}-title`} aria-busy={busy}>
      <div className="panel-head">
        <div>
          <h2 id={`${id}-title`}>{title}</h2>
          {subtitle && <p>{subtitle}</p>}
        </div>
        {tools && <div className="data-tools">{tools}</div>}
      </div>
      {children}
    </section>
  );
}
