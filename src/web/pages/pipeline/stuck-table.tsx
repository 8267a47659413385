import { Link } from '@tanstack/react-router';
import { useMe } from '#web/api/use-me.ts';
import { greatestOf } from '#web/charts/scale.ts';
import { withUnit } from '#web/numbers/column-format.ts';
import { dayText } from '#web/numbers/dates.ts';
import { useNumbers } from '#web/numbers/use-numbers.ts';
import { NewTaskButton } from '#web/tasks/new-task.tsx';
import { useText } from '#web/text/use-text.ts';
import { Owner } from './give-deal.tsx';
import type { StuckDeal, StuckDeals } from './stuck-query.ts';
import { useDealWords } from './use-deal-words.ts';
import './stuck-lines.css';

type ListProps = Readonly<{ answer: StuckDeals; deals: readonly StuckDeal[] }>;

/** The deals, a row each on a desk and two lines each on a phone. */
export function StuckList(props: ListProps) {
  return (
    <>
      <StuckTable {...props} />
      <StuckLines {...props} />
    </>
  );
}

function StuckTable({ answer, deals }: ListProps) {
  const { t } = useText();
  const words = useDealWords();
  const numbers = useNumbers();
  const amounts = numbers.column(
    deals.map(({ amount }) => amount),
    'money',
  );
  const most = greatestOf(deals.flatMap(({ ageDays, lineDays }) => [ageDays, lineDays]));
  return (
    <table className="table fixed stuck" aria-label={t('pipeline.stuck.name')}>
      <thead>
        <tr>
          <th scope="col">{t('pipeline.stuck.deal')}</th>
          <th scope="col" className="rep-column">
            {t('pipeline.stuck.owner')}
          </th>
          <th scope="col" className="stage-column">
            {t('overview.stage')}
          </th>
          <th scope="col" className="num amount-column">
            {withUnit(t('overview.amount'), amounts)}
          </th>
          <th scope="col" className="age-bar">
            {t('pipeline.stuck.age_and_line')}
          </th>
          <td className="age-column" />
          <th scope="col" className="rules-column">
            {t('pipeline.stuck.fired')}
          </th>
          <th scope="col" className="cause-column">
            {t('pipeline.stuck.cause')}
          </th>
          <th scope="col" className="num close-column">
            {t('pipeline.stuck.close')}
          </th>
          <th scope="col" className="next-column">
            {t('pipeline.stuck.next')}
          </th>
        </tr>
      </thead>
      <tbody>
        {deals.map((deal) => (
          <tr key={deal.id}>
            <th scope="row">
              <DealLink deal={deal} />
            </th>
            <td className="rep-column">
              <Owner deal={deal} />
            </td>
            <td className="stage-column">{deal.stage ?? '—'}</td>
            <td className="num amount-column">
              <b>{amounts.text(deal.amount)}</b>
            </td>
            <td className="age-bar">
              <AgeBar deal={deal} most={most} />
            </td>
            <td className="age-column t2">
              <Age deal={deal} />
            </td>
            <td className="rules-column" title={deal.rules.map((rule) => words.rule(deal, rule, answer)).join(' · ')}>
              <Tags deal={deal} answer={answer} />
            </td>
            <td className="cause-column">
              <Cause deal={deal} />
            </td>
            <td className="num close-column">
              <Close deal={deal} />
            </td>
            <td className="next-column">
              <Next deal={deal} answer={answer} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function StuckLines({ answer, deals }: ListProps) {
  const { t } = useText();
  const numbers = useNumbers();
  const words = useDealWords();
  return (
    <ul className="stuck-list" aria-label={t('pipeline.stuck.name')}>
      {deals.map((deal) => (
        <li key={deal.id}>
          <DealLink deal={deal} />
          <b className="num">{numbers.text(deal.amount, 'money')}</b>
          <p>
            <Tags deal={deal} answer={answer} /> <span>{[deal.rep, deal.stage, words.cause(deal)].join(' · ')}</span>
          </p>
          <Next deal={deal} answer={answer} />
        </li>
      ))}
    </ul>
  );
}

type RowProps = Readonly<{ deal: StuckDeal }>;

function DealLink({ deal }: RowProps) {
  const name = deal.name ?? deal.customer ?? deal.id;
  const to: string = `/pipeline/deals/${encodeURIComponent(deal.id)}`;
  return (
    <Link to={to} title={name}>
      {name}
    </Link>
  );
}

function Age({ deal: { ageDays, lineDays } }: RowProps) {
  if (ageDays === null) return '—';
  return (
    <>
      <b className="num">{ageDays}</b>
      {lineDays === null ? '' : ` / ${lineDays}`}
    </>
  );
}

/** How long the deal stands in its stage, with the line from which on that is too long. */
function AgeBar({ deal: { ageDays, lineDays }, most }: RowProps & Readonly<{ most: number }>) {
  if (ageDays === null || most <= 0) return null;
  const share = (days: number) => `${Number(((days / most) * 100).toFixed(2))}%`;
  const isOver = lineDays !== null && ageDays > lineDays;
  return (
    <svg className="stuck-bar" width="100%" height="16" aria-hidden="true">
      <rect y="4" width={share(ageDays)} height="8" fill={isOver ? 'var(--warn-f)' : 'var(--acc-2)'} />
      {!isOver && ageDays > 0 && (
        <rect x={share(ageDays)} y="4" width="2" height="8" transform="translate(-2,0)" fill="var(--acc)" />
      )}
      {lineDays !== null && (
        <line x1={share(lineDays)} x2={share(lineDays)} y1="0" y2="16" stroke="var(--ink)" strokeWidth="1.5" />
      )}
    </svg>
  );
}

function Tags({ deal, answer }: RowProps & Readonly<{ answer: StuckDeals }>) {
  const words = useDealWords();
  return deal.rules.map((rule) => (
    <span key={rule} className="stuck-tag">
      {words.rule(deal, rule, answer)}
    </span>
  ));
}

function Cause({ deal }: RowProps) {
  const words = useDealWords();
  const isUnknown = deal.cause === 'unknown';
  return (
    <span className={isUnknown ? 't3' : undefined} title={words.evidence(deal)}>
      {words.cause(deal)}
    </span>
  );
}

function Close({ deal: { expectedCloseOn, overdueDays } }: RowProps) {
  const { locale } = useText();
  const { today } = useMe().calendar;
  if (expectedCloseOn === null) return <span className="t3">—</span>;
  return (
    <span className={overdueDays === null ? undefined : 'warn'}>{dayText(expectedCloseOn, { locale, today })}</span>
  );
}

/** The next step: a task for the owner, or just the words for who may not write tasks. */
function Next({ deal, answer }: RowProps & Readonly<{ answer: StuckDeals }>) {
  const words = useDealWords();
  const { permissions } = useMe().viewer;
  const next = words.next(deal);
  if (!permissions.includes('tasks.write')) return <span className="t2">{next}</span>;
  const note = [...deal.rules.map((rule) => words.rule(deal, rule, answer)), words.evidence(deal)].join(' · ');
  return (
    <NewTaskButton
      about={deal.name ?? deal.customer ?? deal.id}
      task={{ kind: 'stuck', opportunityId: deal.id, title: next, note, atRisk: deal.amount }}
    >
      {next}
    </NewTaskButton>
  );
}
