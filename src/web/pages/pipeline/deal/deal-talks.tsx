import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { membersQuery } from '#web/api/queries.ts';
import { useMe } from '#web/api/use-me.ts';
import { useText } from '#web/text/use-text.ts';
import { SelectField } from '../board/new-deal-dialog.tsx';
import type { Deal } from './deal-api.ts';
import { When } from './deal-history.tsx';
import type { DealEdits } from './use-deal-edits.ts';

type Props = Readonly<{ deal: Deal; edits: DealEdits }>;

const shown = 12;

/** What was said with the customer, and a line to note more. */
export function DealTalks({ deal, edits }: Props) {
  const { t } = useText();
  const { permissions } = useMe().viewer;
  const [isWhole, setWhole] = useState(false);
  const talks = isWhole ? deal.interactions : deal.interactions.slice(0, shown);
  return (
    <section className="panel" aria-labelledby="deal-talks-title">
      <div className="panel-head">
        <div>
          <h2 id="deal-talks-title">{t('deals.talks.title', { count: deal.interactions.length })}</h2>
          <p>{t('deals.talks.subtitle')}</p>
        </div>
      </div>
      {permissions.includes('pipeline.write') && <TalkForm edits={edits} />}
      {talks.length === 0 && <p className="panel-note">{t('deals.talks.none')}</p>}
      <ol className="deal-log">
        {talks.map((talk) => (
          <li key={talk.id}>
            <When on={talk.on} minute={talk.minute} />
            <div>
              <p>
                {talk.type}
                {talk.initiator === 'customer' && <em className="badge">{t('deals.talks.theirs')}</em>}
              </p>
              {talk.note && <p className="t2">{talk.note}</p>}
            </div>
            <span className="t3">{talk.by}</span>
          </li>
        ))}
      </ol>
      {deal.interactions.length > talks.length && (
        <button type="button" className="link" onClick={() => setWhole(true)}>
          {t('deals.talks.more', { count: deal.interactions.length - talks.length })}
        </button>
      )}
    </section>
  );
}

const usual = ['call', 'visit', 'message', 'mail', 'reply', 'came'] as const;

function TalkForm({ edits }: Readonly<{ edits: DealEdits }>) {
  const { t } = useText();
  const ways = useWays();
  const [way, setWay] = useState('');
  const [isTheirs, setTheirs] = useState(false);
  const [note, setNote] = useState('');
  const type = ways.includes(way) ? way : (ways[0] ?? '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void edits.talk({ type, initiator: isTheirs ? 'customer' : 'us', note: note.trim() || null });
    setNote('');
  };
  return (
    <form className="form talk-form" onSubmit={submit}>
      <SelectField
        label={t('deals.talks.what')}
        value={type}
        options={ways.map((name) => ({ id: name, name }))}
        choose={setWay}
      />
      <label className="form-field">
        <span>{t('deals.talks.note')}</span>
        <input value={note} maxLength={2000} onChange={(event) => setNote(event.target.value)} />
      </label>
      <label className="talk-theirs">
        <input type="checkbox" checked={isTheirs} onChange={(event) => setTheirs(event.target.checked)} />
        {t('deals.talks.theirs')}
      </label>
      <button type="submit" className="button button-plain" disabled={edits.isBusy || type === ''}>
        {t('deals.talks.add')}
      </button>
    </form>
  );
}

/** The ways that the company's interactions are told by, so that a new one counts with them; the usual ones when it has none. */
function useWays(): readonly string[] {
  const { t } = useText();
  const used = useQuery(membersQuery('interaction_type', '')).data ?? [];
  const names = used.map(({ name }) => name);
  return names.length > 0 ? names : usual.map((each) => t(`deals.talks.way.${each}`));
}
