import { useState } from 'react';
import { useAsked } from '#web/api/use-asked.ts';
import { useMe } from '#web/api/use-me.ts';
import type { QuestionBase } from '#web/filters/filters.ts';
import { dayText } from '#web/numbers/dates.ts';
import { useNumbers } from '#web/numbers/use-numbers.ts';
import type { PanelTable } from '#web/panel/answer-table.ts';
import { PanelFrame } from '#web/panel/panel-frame.tsx';
import { useText } from '#web/text/use-text.ts';
import { Choice } from '../../lead/choice.tsx';
import { type ChurnLevel, fetchWarnings, type Warnings } from './churn-queries.ts';
import { ChurnTable } from './churn-table.tsx';
import { levelTexts } from './level-texts.ts';
import { modelNames } from './model-contest.tsx';
import './churn.css';

const firstShown = 8;
const mostShown = 200;

/** Who may be lost, by what a year with them is worth: why, and who takes care of it. */
export function ChurnPanel({ base }: Readonly<{ base: QuestionBase }>) {
  const { t } = useText();
  const [level, setLevel] = useState<ChurnLevel | null>(null);
  const [limit, setLimit] = useState(firstShown);
  const asked = useAsked(['tasks', 'churn', base.where, base.period, level, limit], (signal) =>
    fetchWarnings(base, { level, limit }, signal),
  );
  const words = useChurnWords();
  const table = useChurnTable();
  return (
    <PanelFrame
      id="churn"
      asked={asked}
      shape="rows"
      height={470}
      name={t('churn.name')}
      title={words.title}
      subtitle={words.subtitle}
      method={(answer) => <Method answer={answer} />}
      table={table}
      empty={({ totals }) =>
        totals.customers === 0 ? { why: t(totals.judged === 0 ? 'churn.no_orders' : 'churn.none') } : null
      }
    >
      {(answer) => (
        <>
          {answer.most && <p className="churn-most">{words.most(answer.most)}</p>}
          <Choice
            label={t('churn.level')}
            options={[
              { value: 'all', text: t('churn.level_all', { count: answer.totals.customers }) },
              ...answer.totals.byLevel.map((each) => ({
                value: each.level,
                text: t(levelTexts[each.level].counted, { count: each.customers }),
                title: t(levelTexts[each.level].meaning),
              })),
            ]}
            value={level ?? 'all'}
            choose={(value) => setLevel(value === 'all' ? null : (value as ChurnLevel))}
          />
          <ChurnTable warnings={answer.rows} />
          {answer.next !== null && (
            <p className="foot">
              {limit === firstShown ? (
                <button type="button" className="link" onClick={() => setLimit(mostShown)}>
                  {t('churn.more')}
                </button>
              ) : (
                t('churn.cut', { count: mostShown })
              )}
            </p>
          )}
        </>
      )}
    </PanelFrame>
  );
}

function useChurnWords() {
  const { t, locale } = useText();
  const numbers = useNumbers();
  const { today } = useMe().calendar;
  const at = (answer: Warnings, ...levels: readonly ChurnLevel[]) =>
    answer.totals.byLevel
      .filter(({ level }) => levels.includes(level))
      .reduce(
        (sum, each) => ({ customers: sum.customers + each.customers, amount: sum.amount + Number(each.atRisk) }),
        { customers: 0, amount: 0 },
      );
  return {
    title: (answer: Warnings) => {
      const { customers, amount } = at(answer, 'high', 'medium');
      if (customers === 0) return t('churn.title_none');
      return t('churn.title', { count: customers, amount: numbers.text(amount, 'money') });
    },
    most: ({ region, type, customers, warned, base }: NonNullable<Warnings['most']>) =>
      t('churn.most', { region, type, customers, warned, share: percent(warned / customers), base: percent(base) }),
    subtitle: (answer: Warnings) => {
      const low = at(answer, 'low');
      const { models, totals, asOf } = answer;
      return [
        t('churn.as_of', { day: dayText(asOf, { locale, today }) }),
        low.customers > 0 ? t('churn.low', { count: low.customers }) : '',
        totals.gone > 0 ? t('churn.gone', { count: totals.gone }) : '',
        models.kind === 'not_enough_data' ? t('churn.by_rule', { have: models.have, need: models.need }) : '',
      ]
        .filter((part) => part !== '')
        .join(t('churn.joint'));
    },
  };
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

function Method({ answer }: Readonly<{ answer: Warnings }>) {
  const { t } = useText();
  const isModel = answer.method === 'model';
  return (
    <>
      <p>{isModel ? t('churn.method_model', { model: modelNames[answer.model] }) : t('churn.method_rule')}</p>
      <p>{t(isModel ? 'churn.method_levels_model' : 'churn.method_levels_rule')}</p>
      <p>{t(isModel ? 'churn.method_risk_model' : 'churn.method_risk_rule')}</p>
      <p>{t('churn.method_scope', { judged: answer.totals.judged, gone: answer.totals.gone })}</p>
    </>
  );
}

function useChurnTable() {
  const { t, say } = useText();
  return (answer: Warnings): PanelTable => ({
    columns: [
      { id: 'name', label: t('churn.customer') },
      { id: 'owner', label: t('churn.owner') },
      { id: 'level', label: t('churn.level') },
      { id: 'atRisk', label: t('churn.at_risk'), unit: 'money' },
      { id: 'alive', label: t('churn.alive'), unit: 'ratio' },
      { id: 'silentDays', label: t('churn.silent'), unit: 'days' },
      { id: 'thresholdDays', label: t('churn.threshold'), unit: 'days' },
      { id: 'reason', label: t('churn.reason') },
      { id: 'assignee', label: t('churn.follow_up') },
    ],
    rows: answer.rows.map(({ name, owner, level, atRisk, alive, silentDays, thresholdDays, reason, task }) => ({
      name,
      owner: owner?.name ?? null,
      level: t(levelTexts[level].name),
      atRisk,
      alive,
      silentDays,
      thresholdDays,
      reason: say(reason),
      assignee: task?.assignee ?? null,
    })),
    totals: null,
  });
}
