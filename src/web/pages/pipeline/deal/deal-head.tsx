import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Day } from '#shared/day.ts';
import { useMe } from '#web/api/use-me.ts';
import { dayText } from '#web/numbers/dates.ts';
import { useNumbers } from '#web/numbers/use-numbers.ts';
import { Sentence } from '#web/text/sentence.tsx';
import { useText } from '#web/text/use-text.ts';
import { LossDialog } from '../board/loss-dialog.tsx';
import type { Deal } from './deal-api.ts';
import type { DealEdits } from './use-deal-edits.ts';

type Props = Readonly<{ deal: Deal; edits: DealEdits }>;

/** What deal it is, how it stands in one sentence, and what can be done with it now. */
export function DealHead({ deal, edits }: Props) {
  const { t } = useText();
  const { viewer } = useMe();
  return (
    <header className="lead deal-head">
      <div className="board-tools deal-back">
        <Link to="/pipeline/board" search={(search: object) => search}>
          {t('deals.to_board')}
        </Link>
      </div>
      <p className="lead-sentence">
        <b>{deal.name ?? deal.code ?? t('deals.unnamed')}</b> <Standing deal={deal} />
      </p>
      <div className="lead-meta">
        {deal.customer && (
          <Link to={`/customers/one/${deal.customer.id}`} search={(search: object) => search}>
            {deal.customer.name}
          </Link>
        )}
        {deal.code && <span>{deal.code}</span>}
        <span>{deal.pipeline.name}</span>
      </div>
      {viewer.permissions.includes('pipeline.write') && <Actions deal={deal} edits={edits} />}
    </header>
  );
}

function Standing({ deal }: Readonly<{ deal: Deal }>) {
  const { locale } = useText();
  const { today } = useMe().calendar;
  const numbers = useNumbers();
  const stage = deal.pipeline.stages.find(({ id }) => id === deal.stageId);
  const values = {
    amount: numbers.text(deal.amount, 'money'),
    stage: stage?.name ?? '—',
    days: deal.daysInStage ?? 0,
    limit: stage?.dwellLimitDays ?? 0,
    reason: deal.lostReason ?? '—',
    day: deal.statusOn === null ? '—' : dayText(deal.statusOn as Day, { locale, today }),
  };
  if (deal.status !== 'open') return <Sentence text={`deals.standing.${deal.status}`} values={values} />;
  if (deal.daysInStage === null) return <Sentence text="deals.standing.open" values={values} />;
  const isOver = stage?.dwellLimitDays != null && deal.daysInStage > stage.dwellLimitDays;
  return <Sentence text={isOver ? 'deals.standing.over' : 'deals.standing.days'} values={values} />;
}

function Actions({ deal, edits }: Props) {
  const { t } = useText();
  const [isLosing, setLosing] = useState(false);
  const stages = deal.pipeline.stages.filter(({ kind }) => kind === 'open');
  const next = stages[stages.findIndex(({ id }) => id === deal.stageId) + 1];
  if (deal.status !== 'open') {
    return (
      <div className="deal-actions">
        <button
          type="button"
          className="button"
          disabled={edits.isBusy}
          onClick={() => void edits.step({ kind: 'reopened' })}
        >
          {t('deals.reopen')}
        </button>
      </div>
    );
  }
  return (
    <div className="deal-actions">
      {next && (
        <button
          type="button"
          className="button"
          disabled={edits.isBusy}
          onClick={() => void edits.step({ kind: 'stage', stageId: next.id })}
        >
          {t('deals.to_stage', { stage: next.name })}
        </button>
      )}
      <Plain label={t('deals.outcome.won')} edits={edits} act={() => void edits.step({ kind: 'won' })} />
      <Plain label={t('deals.outcome.lost')} edits={edits} act={() => setLosing(true)} />
      <Plain
        label={t('deals.outcome.disqualified')}
        edits={edits}
        act={() => void edits.step({ kind: 'disqualified' })}
      />
      {isLosing && (
        <LossDialog
          name={deal.customer?.name ?? deal.name ?? ''}
          onClose={() => setLosing(false)}
          onLose={({ note, ...loss }) => {
            setLosing(false);
            void edits.step({ kind: 'lost', ...loss }, note);
          }}
        />
      )}
    </div>
  );
}

function Plain({ label, edits, act }: Readonly<{ label: string; edits: DealEdits; act: () => void }>) {
  return (
    <button type="button" className="button button-plain" disabled={edits.isBusy} onClick={act}>
      {label}
    </button>
  );
}
