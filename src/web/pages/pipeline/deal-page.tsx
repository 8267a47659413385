import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { failureOf, failureTitle } from '#web/api/failure.ts';
import { PanelFailed, PanelLoading } from '#web/panel/panel-states.tsx';
import { useText } from '#web/text/use-text.ts';
import { Toast } from './board/toast.tsx';
import { type Deal, dealQuery } from './deal/deal-api.ts';
import { DealFacts } from './deal/deal-facts.tsx';
import { DealHead } from './deal/deal-head.tsx';
import { DealHistory } from './deal/deal-history.tsx';
import { DealTalks } from './deal/deal-talks.tsx';
import { NextStep } from './deal/next-step.tsx';
import { StageTrack } from './deal/stage-track.tsx';
import { type DealEdits, useDealEdits } from './deal/use-deal-edits.ts';
import '#web/panel/panel.css';
import '#web/shell/notice.css';
import '../lead/lead.css';
import './board/board.css';
import './deal/deal.css';

const height = 420;

/** One deal: how it stands, what it went through, what was said, what is next. */
export function DealPage() {
  const { t } = useText();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const asked = useQuery(dealQuery(id));
  if (asked.data) return <OneDeal key={id} deal={asked.data} />;
  if (asked.isPending) return <PanelLoading shape="rows" height={height} cancel={() => {}} />;
  const failure = failureOf(asked.error);
  if (failure.code !== 'not_found') {
    return <PanelFailed height={height} failure={failure} retry={() => void asked.refetch()} />;
  }
  return (
    <div className="notice">
      <h1>{t('deals.not_found')}</h1>
      <p>{t('deals.not_found_why')}</p>
      <p>
        <Link to="/pipeline/board">{t('deals.to_board')}</Link>
      </p>
    </div>
  );
}

function OneDeal({ deal }: Readonly<{ deal: Deal }>) {
  const edits = useDealEdits(deal);
  return (
    <>
      <DealHead deal={deal} edits={edits} />
      <DealFacts deal={deal} edits={edits} />
      <div className="panels halves">
        <div className="panel-stack">
          <StageTrack deal={deal} />
          <DealHistory deal={deal} />
        </div>
        <div className="panel-stack">
          <NextStep deal={deal} />
          <DealTalks deal={deal} edits={edits} />
        </div>
      </div>
      <Said edits={edits} />
    </>
  );
}

function Said({ edits }: Readonly<{ edits: DealEdits }>) {
  const { t, say } = useText();
  const { told, hush, undo } = edits;
  if (!told) return null;
  if (told.kind === 'failed') {
    const { failure } = told;
    return (
      <Toast isBad onClose={hush}>
        {say(failure.details[0]?.detail ?? failureTitle(failure))}
      </Toast>
    );
  }
  return (
    <Toast onClose={hush} action={{ label: t('deals.undo'), act: () => void undo(told.written) }}>
      {t('deals.saved')}
    </Toast>
  );
}
