import { useRef, useState } from 'react';
import type { PanelTable } from './answer-table.ts';
import { PanelHead } from './panel-head.tsx';
import type { PanelFrameProps } from './panel-props.ts';
import { PanelEmpty, PanelFailed, PanelLoading } from './panel-states.tsx';
import { TableView } from './table-view.tsx';
import './panel.css';

/**
 * A piece of the page under one hairline: the finding as its title, its tools (口径, table, download), and the chart in every
 * state it can be in. The page only says what was asked and how to draw it.
 */
export function PanelFrame<Data>(props: PanelFrameProps<Data>) {
  const { id, asked, title, subtitle } = props;
  const [asTable, setAsTable] = useState(false);
  const panel = useRef<HTMLElement>(null);
  const data = asked.state === 'answered' ? asked.data : null;
  const table = data === null ? null : props.table(data);
  const heading = { title: said(title, data), subtitle: said(subtitle, data) };
  const explanation = data && { explained: props.explained?.(data) ?? null, method: props.method?.(data) ?? null };
  const tools = explanation && table ? { table, panel, asTable, setAsTable, ...explanation } : null;
  return (
    <section
      ref={panel}
      className="panel"
      id={id}
      aria-labelledby={`${id}-title`}
      aria-busy={asked.state === 'loading'}
    >
      <PanelHead id={id} name={props.name} {...heading} asked={asked} tools={tools} />
      <div className="panel-body" data-state={stateOf(props)}>
        <PanelBody {...props} shown={asTable ? table : null} />
      </div>
    </section>
  );
}

function PanelBody<Data>({ shown, ...props }: PanelFrameProps<Data> & Readonly<{ shown: PanelTable | null }>) {
  const { asked, shape, height, children } = props;
  if (asked.state === 'loading') return <PanelLoading shape={shape} height={height} cancel={asked.cancel} />;
  if (asked.state === 'failed') return <PanelFailed height={height} failure={asked.failure} retry={asked.retry} />;
  if (shown) return <TableView table={shown} />;
  const emptiness = props.empty(asked.data);
  return emptiness ? <PanelEmpty {...emptiness} height={height} /> : children(asked.data);
}

function stateOf<Data>({ asked }: PanelFrameProps<Data>): string {
  if (asked.state !== 'answered') return asked.state;
  if (asked.stuckSince !== null) return 'stale';
  return asked.refetching ? 'refetching' : 'answered';
}

function said<Data, Text>(text: Text | ((answer: Data) => Text), answer: Data | null): Text | null {
  if (typeof text !== 'function') return text;
  return answer ? (text as (answer: Data) => Text)(answer) : null;
}
