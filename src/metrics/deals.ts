import type { Aggregate, Atom, Measure, Value } from '#semantic/define.ts';
import { disqualified, noAmount } from './reasons.ts';

const count: Aggregate = { kind: 'count' };
const amountSum: Aggregate = { kind: 'sum', of: 'f.amount' };

function outcome(aggregate: Aggregate, more: Pick<Atom, 'label' | 'where' | 'leftOut'>): Value {
  return { atom: { ways: [{ fact: 'deal_outcome', aggregate }], ...more } };
}

const wonLabel = { zh: '赢单', en: 'Won deals' };
const lostLabel = { zh: '输单', en: 'Lost deals' };
const decidedLabel = { zh: '赢单与输单', en: 'Won and lost deals' };
const isWon = "f.status = 'won'";
const isLost = "f.status = 'lost'";

const won = outcome(count, { where: isWon, label: wonLabel });
const lost = outcome(count, { where: isLost, label: lostLabel });
const decided = outcome(count, { leftOut: [disqualified], label: decidedLabel });
const wonAmount = outcome(amountSum, { where: isWon, leftOut: [noAmount], label: wonLabel });
const lostAmount = outcome(amountSum, { where: isLost, leftOut: [noAmount], label: lostLabel });
const decidedAmount = outcome(amountSum, { leftOut: [disqualified, noAmount], label: decidedLabel });
const wonWithAmount = outcome(count, { where: isWon, leftOut: [noAmount], label: wonLabel });

const cycleDays = '(f.status_on - f.created_on)';
const noCreation = {
  id: 'no_created_on',
  label: { zh: '没有创建日', en: 'No creation date' },
  when: 'f.created_on is null',
};

function cohort(label: Atom['label'], where?: string): Value {
  return { atom: { ways: [{ fact: 'deal_cohort', aggregate: count }], label, ...(where ? { where } : {}) } };
}

function entered(label: Atom['label'], where?: string): Value {
  return { atom: { ways: [{ fact: 'stage_cohort', aggregate: count }], label, ...(where ? { where } : {}) } };
}

const isOpen = "f.status = 'open'";

function standing(aggregate: Aggregate, more: Partial<Atom> = {}): Value {
  const label = { zh: '在途商机', en: 'Open deals' };
  return { atom: { ways: [{ fact: 'deal_standing', aggregate }], where: isOpen, label, ...more } };
}

const due = {
  where: `${isOpen} and f.expected_close_on >= :period_from and f.expected_close_on < :period_before`,
  label: { zh: '预计期内成交的在途商机', en: 'Open deals expected to close in the period' },
};

/** Opportunities by creation, by outcome, and as they stand. */
export const dealMeasures: readonly Measure[] = [
  {
    id: 'opportunities_created',
    label: { zh: '新建商机', en: 'Opportunities created' },
    meaning: {
      zh: '创建日在期内的商机，归创建时的负责人',
      en: 'Opportunities created in the period, credited to the first owner',
    },
    unit: 'count',
    better: 'up',
    value: {
      atom: { ways: [{ fact: 'deal_created', aggregate: count }], label: { zh: '新建商机', en: 'Created' } },
    },
  },
  {
    id: 'opportunities_open',
    label: { zh: '在途商机', en: 'Open opportunities' },
    meaning: { zh: '期末（或此刻）仍未结束的商机', en: 'Opportunities still open at the end of the period, or now' },
    unit: 'count',
    better: 'up',
    value: standing(count),
  },
  {
    id: 'opportunities_closed',
    label: { zh: '结束商机', en: 'Opportunities closed' },
    meaning: {
      zh: '结果日在期内的商机：赢单、输单或判为无效',
      en: 'Opportunities won, lost or disqualified in the period, by outcome date',
    },
    unit: 'count',
    better: null,
    value: outcome(count, { label: { zh: '结束商机', en: 'Closed' } }),
  },
  {
    id: 'won_deals',
    label: { zh: '赢单数', en: 'Won deals' },
    meaning: {
      zh: '结果日在期内的赢单，归当时的负责人',
      en: 'Deals won in the period by outcome date, credited to the owner then',
    },
    unit: 'count',
    better: 'up',
    value: won,
  },
  {
    id: 'won_amount',
    label: { zh: '赢单额', en: 'Won amount' },
    meaning: {
      zh: 'Σ 赢单金额，按结果日（不是创建日或预计成交日）',
      en: 'Σ amount of won deals by outcome date (not creation or expected close)',
    },
    unit: 'money',
    better: 'up',
    value: wonAmount,
  },
  {
    id: 'lost_deals',
    label: { zh: '输单数', en: 'Lost deals' },
    meaning: {
      zh: '结果日在期内的输单；无效商机不算输',
      en: 'Deals lost in the period by outcome date; disqualified is not lost',
    },
    unit: 'count',
    better: 'down',
    value: lost,
  },
  {
    id: 'lost_amount',
    label: { zh: '输单额', en: 'Lost amount' },
    meaning: { zh: 'Σ 输单金额，按结果日', en: 'Σ amount of lost deals by outcome date' },
    unit: 'money',
    better: 'down',
    value: lostAmount,
  },
  {
    id: 'open_amount',
    label: { zh: '在途金额', en: 'Open amount' },
    meaning: {
      zh: 'Σ 期末（或此刻）在途商机的金额',
      en: 'Σ amount of opportunities open at the end of the period, or now',
    },
    unit: 'money',
    better: 'up',
    value: standing(amountSum, { leftOut: [noAmount] }),
  },
  {
    id: 'due_deals',
    label: { zh: '期内可成交商机', en: 'Deals due' },
    meaning: {
      zh: '期末（或此刻）在途、预计成交日在期内的商机',
      en: 'Opportunities open at the end of the period, or now, that are expected to close in the period',
    },
    unit: 'count',
    better: 'up',
    value: standing(count, due),
  },
  {
    id: 'due_amount',
    label: { zh: '期内可成交', en: 'Amount due' },
    meaning: {
      zh: 'Σ 期末（或此刻）在途、预计成交日在期内的商机金额；不是已成交额',
      en: 'Σ amount of opportunities open at the end of the period, or now, that are expected to close in the period; not won yet',
    },
    unit: 'money',
    better: 'up',
    value: standing(amountSum, { ...due, leftOut: [noAmount] }),
  },
  {
    id: 'weighted_pipeline',
    label: { zh: '加权商机额', en: 'Weighted pipeline' },
    meaning: {
      zh: 'Σ 在途金额 × 所在阶段设定的赢率；用的是设定值，不是历史赢率',
      en: 'Σ open amount × the win probability configured for its stage (configured, not measured from history)',
    },
    unit: 'money',
    better: 'up',
    value: standing(
      { kind: 'sum', of: 'f.weighted' },
      {
        ways: [{ fact: 'deal_weighted', aggregate: { kind: 'sum', of: 'f.weighted' } }],
        leftOut: [
          noAmount,
          {
            id: 'no_probability',
            label: { zh: '阶段没有赢率', en: 'Stage without a probability' },
            when: 'f.probability is null',
          },
        ],
      },
    ),
  },
  {
    id: 'win_rate',
    label: { zh: '赢率', en: 'Win rate' },
    meaning: {
      zh: '赢单 ÷（赢单 + 输单），按结果日；在途和无效都不算',
      en: 'Won ÷ (won + lost) by outcome date; open and disqualified deals do not count',
    },
    unit: 'ratio',
    better: 'up',
    value: { ratio: [won, decided] },
  },
  {
    id: 'win_rate_value',
    label: { zh: '金额赢率', en: 'Win rate by value' },
    meaning: { zh: '赢单额 ÷（赢单额 + 输单额），按结果日', en: 'Won amount ÷ (won + lost amount) by outcome date' },
    unit: 'ratio',
    better: 'up',
    value: { ratio: [wonAmount, decidedAmount] },
  },
  {
    id: 'win_rate_cohort',
    label: { zh: '同批赢率', en: 'Cohort win rate' },
    meaning: {
      zh: '期内创建且已满观察期（默认 90 天）的商机中，在观察期内赢下的比例；未满的不计',
      en: 'Of the opportunities created in the period and at least the horizon old (90 days unless set), those won within it; younger ones are left out',
    },
    unit: 'ratio',
    better: 'up',
    value: {
      ratio: [
        cohort({ zh: '观察期内赢单', en: 'Won within the horizon' }, `${isWon} and ${cycleDays} <= :cohort_days`),
        cohort({ zh: '满观察期的商机', en: 'Mature deals' }),
      ],
    },
  },
  {
    id: 'average_deal_value',
    label: { zh: '平均赢单额', en: 'Average deal value' },
    meaning: { zh: '赢单额 ÷ 有金额的赢单数', en: 'Won amount ÷ won deals that have an amount' },
    unit: 'money',
    better: 'up',
    value: { ratio: [wonAmount, wonWithAmount] },
  },
  {
    id: 'sales_cycle_days',
    label: { zh: '成交周期', en: 'Sales cycle' },
    meaning: {
      zh: '期内赢单从创建到赢下的天数，取中位数',
      en: 'Median days from creation to winning, of deals won in the period',
    },
    unit: 'days',
    better: 'down',
    value: outcome({ kind: 'median', of: cycleDays }, { where: isWon, leftOut: [noCreation], label: wonLabel }),
  },
  {
    id: 'sales_cycle_days_mean',
    label: { zh: '平均成交周期', en: 'Mean sales cycle' },
    meaning: {
      zh: '期内赢单从创建到赢下的平均天数，用于核对；看趋势请用中位数',
      en: 'Mean days from creation to winning, for checking; read the median',
    },
    unit: 'days',
    better: 'down',
    value: outcome({ kind: 'mean', of: cycleDays }, { where: isWon, leftOut: [noCreation], label: wonLabel }),
  },
  {
    id: 'closing_days',
    label: { zh: '结单周期', en: 'Days to close' },
    meaning: {
      zh: '期内赢单和输单从创建到结束的天数，取中位数；成交周期只看赢单',
      en: 'Median days from creation to winning or losing, of deals decided in the period; the sales cycle is of won deals only',
    },
    unit: 'days',
    better: 'down',
    value: outcome({ kind: 'median', of: cycleDays }, { leftOut: [disqualified, noCreation], label: decidedLabel }),
  },
  {
    id: 'closing_days_mean',
    label: { zh: '平均结单周期', en: 'Mean days to close' },
    meaning: {
      zh: '期内赢单和输单从创建到结束的平均天数，用于核对',
      en: 'Mean days from creation to winning or losing, for checking',
    },
    unit: 'days',
    better: 'down',
    value: outcome({ kind: 'mean', of: cycleDays }, { leftOut: [disqualified, noCreation], label: decidedLabel }),
  },
  {
    id: 'stage_entries',
    label: { zh: '进入阶段次数', en: 'Stage entries' },
    meaning: {
      zh: '期内进入阶段的次数，创建时所在的阶段也算一次；没有阶段历史的商机不计',
      en: 'Times a deal entered a stage in the period, the stage at creation included; deals without stage history are left out',
    },
    unit: 'count',
    better: null,
    value: {
      atom: { ways: [{ fact: 'stage_visit', aggregate: count }], label: { zh: '进入阶段', en: 'Stage entries' } },
    },
  },
  {
    id: 'stage_conversion',
    label: { zh: '阶段转化率', en: 'Stage conversion' },
    meaning: {
      zh: '期内首次进入阶段且已满观察期（默认 90 天）的商机中，在观察期内到达后面任一阶段或赢单的比例；未满的、没有阶段历史的不计。阶段停留天数是 Kaplan–Meier 估计，不是加总，由 /api/v1/pipeline/dwell 给出',
      en: 'Of the deals that first entered a stage in the period and are at least the horizon old (90 days unless set), those that reached any later stage or were won within it; younger ones and those without stage history are left out. Dwell in a stage is a Kaplan–Meier estimate, no sum: see /api/v1/pipeline/dwell',
    },
    unit: 'ratio',
    better: 'up',
    value: {
      ratio: [
        entered(
          { zh: '观察期内前进', en: 'Advanced within the horizon' },
          'f.advanced_on < :known and f.advanced_on - f.entered_on <= :cohort_days',
        ),
        entered({ zh: '满观察期的首次进入', en: 'Mature first stays' }),
      ],
    },
  },
];
