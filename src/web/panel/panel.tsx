import { useRef, useState } from 'react';
import type { Answer } from '#web/api/types.ts';
import { useMe } from '#web/api/use-me.ts';
import { useText } from '#web/text/use-text.ts';
import { answerTable, type PanelTable } from './answer-table.ts';
import { PanelHead } from './panel-head.tsx';
import type { PanelProps } from './panel-props.ts';
import { PanelEmpty, PanelFailed, PanelLoading } from './panel-states.tsx';
import { TableView } from './table-view.tsx';
import './panel.css';

/**
 * A piece of the page under one hairline: the finding as its title, its tools (口径, table, download), and the chart in every
 * state it can be in. The page only says what was asked and how to draw the answer.
 */
export function Panel(props: PanelProps) {
  const { id, asked, title, subtitle } = props;
  const [asTable, setAsTable] = useState(false);
  const panel = useRef<HTMLElement>(null);
  const table = useTable(props);
  const answer = asked.state === 'answered' ? asked.data : null;
  const heading = { title: said(title, answer), subtitle: said(subtitle, answer) };
  const tools = answer && table ? { answer, table, panel, asTable, setAsTable, passport: props.passport } : null;
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

function PanelBody({ shown, ...props }: PanelProps & Readonly<{ shown: PanelTable | null }>) {
  const { asked, shape, height, children } = props;
  if (asked.state === 'loading') return <PanelLoading shape={shape} height={height} cancel={asked.cancel} />;
  if (asked.state === 'failed') return <PanelFailed height={height} failure={asked.failure} retry={asked.retry} />;
  if (shown) return <TableView table={shown} />;
  const emptiness = emptinessOf(props, asked.data);
  return emptiness ? <PanelEmpty {...emptiness} height={height} /> : children(asked.data);
}

function emptinessOf({ empty }: PanelProps, answer: Answer) {
  if (empty) return empty(answer);
  return answer.rows.length === 0 ? { why: null } : null;
}

function useTable({ asked, table }: PanelProps): PanelTable | null {
  const { locale } = useText();
  const { today } = useMe().calendar;
  if (asked.state !== 'answered') return null;
  return table ? table(asked.data) : answerTable(asked.data, { locale, today });
}

function stateOf({ asked }: PanelProps): string {
  if (asked.state !== 'answered') return asked.state;
  if (asked.stuckSince !== null) return 'stale';
  return asked.refetching ? 'refetching' : 'answered';
}

function said<Text>(text: Text | ((answer: Answer) => Text), answer: Answer | null): Text | null {
  if (typeof text !== 'function') return text;
  return answer ? (text as (answer: Answer) => Text)(answer) : null;
}
