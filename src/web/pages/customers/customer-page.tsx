import { Link, useParams } from '@tanstack/react-router';
import { useAsked } from '#web/api/use-asked.ts';
import { PanelFailed, PanelLoading } from '#web/panel/panel-states.tsx';
import { useText } from '#web/text/use-text.ts';
import { ContactsPanel } from './one/contacts-panel.tsx';
import { CustomerFacts } from './one/customer-facts.tsx';
import { CustomerHead } from './one/customer-head.tsx';
import { HistoryPanel } from './one/history-panel.tsx';
import { NextAction } from './one/next-action.tsx';
import { fetchCustomer } from './one/one-queries.ts';
import { TasksPanel } from './one/tasks-panel.tsx';
import { TimelinePanel } from './one/timeline-panel.tsx';
import '#web/panel/panel.css';
import '#web/shell/notice.css';
import '../lead/lead.css';
import './one/one.css';

const height = 420;

/** One customer: who it is, how it buys, what happened, whom to call, and what to do next. */
export function CustomerPage() {
  const { t } = useText();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const asked = useAsked(['tasks', 'customer', id], (signal) => fetchCustomer(id, signal));
  if (asked.state === 'loading') return <PanelLoading shape="rows" height={height} cancel={asked.cancel} />;
  if (asked.state === 'failed' && asked.failure.code === 'not_found') {
    return (
      <div className="notice">
        <h1>{t('customer.not_found')}</h1>
        <p>{t('customer.not_found_why')}</p>
        <p>
          <Link to={'/customers' as string}>{t('customer.back')}</Link>
        </p>
      </div>
    );
  }
  if (asked.state === 'failed') return <PanelFailed height={height} failure={asked.failure} retry={asked.retry} />;
  const customer = asked.data;
  return (
    <>
      <CustomerHead customer={customer} />
      <CustomerFacts customer={customer} />
      <NextAction customer={customer} />
      <div className="panels wide-left customer-body">
        <TimelinePanel key={customer.id} customer={customer} />
        <div className="panel-stack">
          {customer.isOurs && <ContactsPanel key={customer.id} customer={customer} />}
          <TasksPanel customer={customer} />
          <HistoryPanel customer={customer} />
        </div>
      </div>
    </>
  );
}
