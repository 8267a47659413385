import { useState } from 'react';
import type { QuestionBase } from '#web/filters/filters.ts';
import type { PanelTable } from '#web/panel/answer-table.ts';
import { PanelFrame } from '#web/panel/panel-frame.tsx';
import { useText } from '#web/text/use-text.ts';
import { Choice } from '../lead/choice.tsx';
import { BacktestSentence } from './backtest-sentence.tsx';
import { type StuckDeals, type StuckRule, stuckRules } from './stuck-query.ts';
import { StuckList } from './stuck-table.tsx';
import { lineName, useDealWords } from './use-deal-words.ts';
import { useStuck } from './use-stuck.ts';
import { useStuckWords } from './use-stuck-words.ts';
import './stuck.css';

const firstShown = 10;

/** Open deals that do not move: the rule that fired, what may hold them up, what is at stake and what to do. */
export function StuckPanel({ base }: Readonly<{ base: QuestionBase }>) {
  const { t } = useText();
  const words = useStuckWords();
  const dealWords = useDealWords();
  const [rule, setRule] = useState<StuckRule | null>(null);
  const [showsAll, setShowsAll] = useState(false);
  const { asked, more, isLoadingMore } = useStuck(base, rule);
  return (
    <PanelFrame
      id="stuck"
      asked={asked}
      shape="rows"
      height={430}
      name={t('pipeline.stuck.name')}
      title={words.title}
      subtitle={words.subtitle}
      method={(answer) => <StuckMethod answer={answer} />}
      table={(answer) => tableOf(answer, { t, words: dealWords })}
      empty={({ stuck, open }) =>
        stuck.deals === 0 ? { why: t(open.deals === 0 ? 'pipeline.stuck.no_open' : 'pipeline.stuck.none') } : null
      }
    >
      {(answer) => (
        <>
          <RuleChoice answer={answer} rule={rule} choose={setRule} />
          <StuckList answer={answer} deals={showsAll ? answer.deals : answer.deals.slice(0, firstShown)} />
          {answer.listed.deals > firstShown && !showsAll && (
            <p className="foot">
              <button type="button" className="link" onClick={() => setShowsAll(true)}>
                {t('pipeline.stuck.all', { count: answer.listed.deals })}
              </button>
            </p>
          )}
          {showsAll && more && (
            <p className="foot">
              <button type="button" className="link" onClick={more} disabled={isLoadingMore}>
                {t('pipeline.stuck.more', { count: answer.listed.deals - answer.deals.length })}
              </button>
            </p>
          )}
          <BacktestSentence base={base} />
        </>
      )}
    </PanelFrame>
  );
}

type RuleChoiceProps = Readonly<{
  answer: StuckDeals;
  rule: StuckRule | null;
  choose: (rule: StuckRule | null) => void;
}>;

function RuleChoice({ answer, rule, choose }: RuleChoiceProps) {
  const { t } = useText();
  const values = { line: lineName(answer), days: answer.rules.quietWorkdays, pushes: answer.rules.pushes };
  const countOf = (each: StuckRule) => answer.byRule.find((level) => level.rule === each)?.deals ?? 0;
  return (
    <div className="choices">
      <Choice
        label={t('pipeline.stuck.rules')}
        options={[
          { value: 'all', text: t('pipeline.stuck.rule_all', { count: answer.stuck.deals }) },
          ...stuckRules
            .filter((each) => each !== 'silent' || answer.knowsContacts)
            .map((each) => ({
              value: each,
              text: t(`pipeline.stuck.rule_${each}`, { ...values, count: countOf(each) }),
            })),
        ]}
        value={rule ?? 'all'}
        choose={(value) => choose(stuckRules.find((each) => each === value) ?? null)}
      />
      <span className="t3">{t('pipeline.stuck.overlap')}</span>
    </div>
  );
}

function StuckMethod({ answer }: Readonly<{ answer: StuckDeals }>) {
  const { t } = useText();
  const words = useStuckWords();
  const { quietWorkdays, pushes } = answer.rules;
  return (
    <>
      <p>{t('pipeline.stuck.method_rules', { line: lineName(answer), days: quietWorkdays, pushes })}</p>
      <p>{answer.lines.map((line) => words.line(line, answer)).join(t('pipeline.stuck.line_join'))}</p>
      {!answer.knowsContacts && <p>{t('pipeline.stuck.method_silent')}</p>}
      <p>{t('pipeline.stuck.method_cause')}</p>
      <p>{t('pipeline.stuck.method_backtest')}</p>
    </>
  );
}

type Telling = Readonly<{ t: ReturnType<typeof useText>['t']; words: ReturnType<typeof useDealWords> }>;

function tableOf(answer: StuckDeals, { t, words }: Telling): PanelTable {
  return {
    columns: [
      { id: 'deal', label: t('pipeline.stuck.deal') },
      { id: 'customer', label: t('pipeline.stuck.customer') },
      { id: 'rep', label: t('pipeline.stuck.owner') },
      { id: 'stage', label: t('overview.stage') },
      { id: 'amount', label: t('overview.amount'), unit: 'money' },
      { id: 'age', label: t('pipeline.stuck.age'), unit: 'days' },
      { id: 'line', label: t('pipeline.stuck.line'), unit: 'days' },
      { id: 'rules', label: t('pipeline.stuck.fired') },
      { id: 'cause', label: t('pipeline.stuck.cause') },
      { id: 'evidence', label: t('pipeline.stuck.evidence') },
      { id: 'close', label: t('pipeline.stuck.close') },
      { id: 'next', label: t('pipeline.stuck.next') },
    ],
    rows: answer.deals.map((deal) => ({
      deal: deal.name,
      customer: deal.customer,
      rep: deal.rep,
      stage: deal.stage,
      amount: deal.amount,
      age: deal.ageDays,
      line: deal.lineDays,
      rules: deal.rules.map((rule) => words.rule(deal, rule, answer)).join(' · '),
      cause: words.cause(deal),
      evidence: words.evidence(deal),
      close: deal.expectedCloseOn,
      next: words.next(deal),
    })),
    totals: null,
  };
}
