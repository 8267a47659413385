import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { auditActions } from '#shared/audit-actions.ts';
import { isDay } from '#shared/day.ts';
import { useMe } from '#web/api/use-me.ts';
import { useText } from '#web/text/use-text.ts';
import { AuditTable } from './audit-table.tsx';
import { Refused } from './refused.tsx';
import { saveAudit } from './save-audit.ts';
import { AskedContent, SettingsPanel } from './settings-panel.tsx';
import { type AuditChoice, allAudit, auditActorsQuery, auditQuery } from './settings-queries.ts';
import { useAuditWords } from './use-audit-words.ts';

/** Who did what, the latest first. */
export function AuditSection() {
  const { t, locale } = useText();
  const { choice, choose } = useAuditChoice();
  const { today } = useMe().calendar;
  const asked = useInfiniteQuery(auditQuery(choice));
  const words = useAuditWords();
  const entries = asked.data?.pages.flatMap((page) => page.entries);
  const save = useMutation({
    mutationFn: async () => saveAudit(await allAudit(choice), { words, locale, today, name: t('settings.audit') }),
  });
  return (
    <SettingsPanel
      id="audit"
      title={t('settings.audit')}
      subtitle={t('settings.audit.subtitle')}
      busy={asked.isPending}
      tools={
        <button type="button" className="link" disabled={save.isPending} onClick={() => save.mutate()}>
          {t(save.isPending ? 'panel.preparing' : 'settings.audit.csv')}
        </button>
      }
    >
      <AuditFilters choice={choice} choose={choose} />
      <Refused error={save.error} />
      <AskedContent
        asked={{ ...asked, data: entries }}
        empty={entries?.length === 0 ? t('settings.audit.empty') : null}
      >
        {(all) => <AuditTable entries={all} />}
      </AskedContent>
      {asked.hasNextPage && (
        <p className="settings-more">
          <button
            type="button"
            className="link"
            disabled={asked.isFetchingNextPage}
            onClick={() => void asked.fetchNextPage()}
          >
            {t(asked.isFetchingNextPage ? 'panel.loading' : 'settings.audit.more')}
          </button>
        </p>
      )}
    </SettingsPanel>
  );
}

type FilterProps = Readonly<{ choice: AuditChoice; choose: (changed: Partial<AuditChoice>) => void }>;

function AuditFilters({ choice, choose }: FilterProps) {
  const { t } = useText();
  const { actionName, actorName } = useAuditWords();
  const actors = useQuery(auditActorsQuery).data ?? [];
  return (
    <div className="settings-filters">
      <label>
        {t('settings.audit.action')}
        <select
          value={choice.action ?? ''}
          onChange={(event) => choose({ action: auditActions.find((each) => each === event.target.value) ?? null })}
        >
          <option value="">{t('settings.audit.all')}</option>
          {auditActions.map((action) => (
            <option key={action} value={action}>
              {actionName(action)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('settings.audit.actor')}
        <select value={choice.actor ?? ''} onChange={(event) => choose({ actor: event.target.value || null })}>
          <option value="">{t('settings.audit.everyone')}</option>
          {actors.map(({ actor, name }) => (
            <option key={actor} value={actor}>
              {actorName({ actor, actorName: name })}
            </option>
          ))}
        </select>
      </label>
      <AuditSearch choice={choice} choose={choose} />
    </div>
  );
}

/** Text and period; the text counts once typing rests. */
function AuditSearch({ choice, choose }: FilterProps) {
  const { t } = useText();
  const [typed, setTyped] = useState(choice.text ?? '');
  const latest = useRef(choose);
  latest.current = choose;
  useEffect(() => {
    const timer = setTimeout(() => latest.current({ text: typed.trim() || null }), restMs);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <>
      <label>
        {t('settings.audit.text')}
        <input
          type="search"
          maxLength={200}
          placeholder={t('settings.audit.text.hint')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      {(['from', 'until'] as const).map((end) => (
        <label key={end}>
          {t(`settings.audit.${end}`)}
          <input
            type="date"
            value={choice[end] ?? ''}
            onChange={(event) => choose({ [end]: event.target.value || null })}
          />
        </label>
      ))}
    </>
  );
}

const restMs = 300;

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function dayOf(value: unknown): string | null {
  return typeof value === 'string' && isDay(value) ? value : null;
}

/** What the URL chooses. */
function useAuditChoice() {
  const { action, actor, text, from, until } = useSearch({ strict: false }) as Readonly<Record<string, unknown>>;
  const navigate = useNavigate();
  const choice: AuditChoice = {
    action: auditActions.find((each) => each === action) ?? null,
    actor: textOf(actor),
    text: textOf(text),
    from: dayOf(from),
    until: dayOf(until),
  };
  const choose = (changed: Partial<AuditChoice>) => {
    const next = { ...choice, ...changed };
    const search = Object.fromEntries(Object.entries(next).map(([name, value]) => [name, value ?? undefined]));
    void navigate({ to: '.', search: ((before: object) => ({ ...before, ...search })) as never, replace: true });
  };
  return { choice, choose };
}
